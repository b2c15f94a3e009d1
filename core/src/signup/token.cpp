#include "vestibule/signup/token.hpp"

#include <algorithm>

namespace vestibule::signup {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned bits_per_character = 5;

}  // namespace

std::string make_token(const TokenBytes& random) {
  std::string token;
  token.reserve(token_length);
  unsigned held = 0;
  unsigned held_bits = 0;
  for (const std::uint8_t byte : random) {
    held = (held << 8) | byte;
    held_bits += 8;
    while (held_bits >= bits_per_character && token.size() < token_length) {
      held_bits -= bits_per_character;
      token.push_back(alphabet[(held >> held_bits) & 0x1F]);
    }
    held &= (1U << held_bits) - 1;
  }
  return token;
}

bool is_token(std::string_view text) {
  return text.size() == token_length &&
         std::all_of(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; });
}

}  // namespace vestibule::signup
