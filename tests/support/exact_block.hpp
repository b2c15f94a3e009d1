/// A copy of bytes in a heap block of exactly their size, so that AddressSanitizer sees a read of one byte too many.
/// Depends on: nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

namespace vestibule::test {

class ExactBlock {
 public:
  explicit ExactBlock(std::string_view bytes) : bytes_{new char[bytes.size()]}, size_{bytes.size()} {
    std::copy(bytes.begin(), bytes.end(), bytes_.get());
  }

  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace vestibule::test
