#include "key.hpp"

namespace vestibule::sandbox {

KeyCheck::KeyCheck(std::string_view key) : digest_{digest::sha256(key)} {}

bool KeyCheck::matches(std::string_view key) const {
  const digest::Sha256Digest other = digest::sha256(key);
  unsigned difference = 0;
  for (std::size_t i = 0; i < digest_.size(); ++i) difference |= static_cast<unsigned>(digest_[i] ^ other[i]);
  return difference == 0;
}

}  // namespace vestibule::sandbox
