/// Standard output: buffered, flushed when the input pauses, and a failed write is an answer instead of a signal.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::cli {

class Output {
 public:
  /// The text being written; whatever is appended leaves with the next flush.
  [[nodiscard]] std::string& text() { return text_; }

  /// Ends a line, and writes what has gathered once it is much.
  void end_line();

  /// Writes everything. False, now and from then on, once a write has failed.
  bool flush();

  [[nodiscard]] bool failed() const { return failed_; }
  /// Why, as a sentence.
  [[nodiscard]] std::string problem() const;
  /// Lines that were written whole, as far as this program can know.
  [[nodiscard]] std::size_t lines() const { return lines_; }

 private:
  std::string text_;
  std::size_t lines_ = 0;
  bool failed_ = false;
  int error_ = 0;
};

}  // namespace vestibule::cli
