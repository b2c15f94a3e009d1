/// What happened in a run, line by line; always as a digest, and as text where somebody wants to read it.
/// Depends on: frame/scheduler, digest/sha256 of the core.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "frame/scheduler.hpp"
#include "vestibule/digest/sha256.hpp"

namespace vestibule::simulation {

class Log {
 public:
  explicit Log(bool keep) : keep_{keep} {}

  /// One line: the time in milliseconds, then texts and whole numbers with a space between.
  template <class... Words>
  void add(Time time, const Words&... words) {
    line_.clear();
    append(time);
    (append(words), ...);
    line_.back() = '\n';
    digest_.update(line_);
    if (keep_) text_ += line_;
  }

  /// Hexadecimal. The log is closed afterwards.
  [[nodiscard]] std::string digest() { return digest::to_hex(digest_.finish()); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void append(std::string_view word) { line_.append(word).push_back(' '); }
  void append(std::integral auto number) { line_.append(std::to_string(number)).push_back(' '); }

  bool keep_;
  std::string line_;
  std::string text_;
  digest::Sha256 digest_;
};

}  // namespace vestibule::simulation
