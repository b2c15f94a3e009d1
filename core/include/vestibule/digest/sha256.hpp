/// SHA-256 (FIPS 180-4), in parts or at once.
/// Depends on: nothing. Ours because no package is pure C++ in both builds; held to the FIPS vectors.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::digest {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  void update(std::string_view bytes);
  /// The digest of everything given so far; the object is spent afterwards.
  [[nodiscard]] Sha256Digest finish();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_{0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                      0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
  std::array<unsigned char, 64> block_{};
  std::size_t filled_ = 0;
  std::uint64_t total_ = 0;  ///< bytes
};

[[nodiscard]] Sha256Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(const Sha256Digest& digest);

}  // namespace vestibule::digest
