#include "vestibule/digest/hmac.hpp"

#include <algorithm>
#include <array>

namespace vestibule::digest {
namespace {

constexpr std::size_t block_size = 64;

std::string_view view(const auto& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

Sha256Digest hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, block_size> block{};
  if (key.size() > block_size) {
    const Sha256Digest hashed = sha256(key);
    std::copy(hashed.begin(), hashed.end(), block.begin());
  } else {
    std::copy(key.begin(), key.end(), block.begin());
  }
  const auto keyed = [&](unsigned char pad, std::string_view bytes) {
    std::array<unsigned char, block_size> padded = block;
    for (unsigned char& byte : padded) byte ^= pad;
    Sha256 hash;
    hash.update(view(padded));
    hash.update(bytes);
    return hash.finish();
  };
  return keyed(0x5C, view(keyed(0x36, message)));
}

}  // namespace vestibule::digest
