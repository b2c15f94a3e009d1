#include "input.hpp"

#include <cerrno>
#include <system_error>

#include "interrupt.hpp"

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>
#define VESTIBULE_CLI_POSIX 1
#endif

namespace vestibule::cli {
namespace {

// Standard C waits until the buffer is full; whoever writes into a pipe line by line should be answered line by line.
long read_some(std::FILE* file, std::span<char> buffer) {
#if defined(VESTIBULE_CLI_POSIX)
  return static_cast<long>(::read(fileno(file), buffer.data(), buffer.size()));
#else
  const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file);
  return size == 0 && std::ferror(file) != 0 ? -1 : static_cast<long>(size);
#endif
}

}  // namespace

Input::Input(std::string_view path) : name_{path == "-" ? "standard input" : path} {
  if (path == "-") {
    file_ = stdin;
    return;
  }
  errno = 0;
  file_ = std::fopen(name_.c_str(), "rb");
  if (file_ == nullptr) fail(errno);
}

Input::~Input() {
  if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

std::string_view Input::read(std::span<char> buffer) {
  while (file_ != nullptr && problem_.empty() && stop_signal() == 0) {
    errno = 0;
    const long size = read_some(file_, buffer);
    if (size >= 0) return {buffer.data(), static_cast<std::size_t>(size)};
    if (errno != EINTR) fail(errno);
  }
  return {};
}

void Input::fail(int error) {
  const std::error_code why{error, std::generic_category()};
  if (why == std::errc::no_such_file_or_directory) {
    problem_ = "there is no file " + name_ + ".";
  } else if (why == std::errc::is_a_directory) {
    problem_ = name_ + " is a directory; name the files in it.";
  } else {
    problem_ = name_ + " could not be read: " + why.message() + ".";
  }
}

}  // namespace vestibule::cli
