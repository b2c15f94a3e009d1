#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace vestibule::cli {

constexpr std::size_t much = 64 * 1024;

void Output::end_line() {
  text_.push_back('\n');
  ++lines_;
  if (text_.size() >= much) flush();
}

bool Output::flush() {
  if (failed_) return false;
  errno = 0;
  const bool written = std::fwrite(text_.data(), 1, text_.size(), stdout) == text_.size() && std::fflush(stdout) == 0;
  text_.clear();
  if (!written) {
    failed_ = true;
    error_ = errno;
  }
  return written;
}

std::string Output::problem() const {
  const std::error_code why{error_, std::generic_category()};
  if (why == std::errc::broken_pipe) return "the program that read standard output has gone; stopped.";
  return "standard output could not be written: " + why.message() + ".";
}

}  // namespace vestibule::cli
