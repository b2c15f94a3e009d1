/// One file, or standard input, read as it comes.
/// Depends on: interrupt.
#pragma once

#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace vestibule::cli {

class Input {
 public:
  /// `path` "-" is standard input. A file that cannot be opened has a problem() and no bytes.
  explicit Input(std::string_view path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// What has arrived, at most as much as fits and without waiting for more; empty at the end, after a failure, and when
  /// the program was asked to stop.
  [[nodiscard]] std::string_view read(std::span<char> buffer);

  /// A sentence that names the file; "" while all is well.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  void fail(int error);

  std::string name_;
  std::FILE* file_ = nullptr;
  std::string problem_;
};

}  // namespace vestibule::cli
