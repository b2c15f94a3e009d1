#include "vestibule/text/plain.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace vestibule::text {
namespace {

// Eight bytes of ASCII as one number; in an answer the top bit of a byte is what is true of that byte.
constexpr std::uint64_t each = 0x0101010101010101U;
constexpr std::uint64_t tops = 0x80 * each;

constexpr std::uint64_t at_least(std::uint64_t eight, std::uint64_t least) {
  return (eight + (0x80 - least) * each) & tops;
}

constexpr std::uint64_t spaces_in(std::uint64_t eight) { return ~at_least(eight ^ (' ' * each), 1) & tops; }

constexpr bool is_plain(std::uint64_t eight) {
  const std::uint64_t spaces = spaces_in(eight);
  const bool ascii = (eight & tops) == 0;
  const bool printable = (at_least(eight, ' ') & ~at_least(eight, 0x7F)) == tops;
  return ascii && printable && (spaces & spaces << 8) == 0;
}

// The last bytes of a text of eight at least, or all of a shorter one with letters behind it.
std::uint64_t last_of(std::string_view input) {
  std::uint64_t eight = 0;
  if (input.size() >= sizeof eight) {
    std::memcpy(&eight, input.data() + input.size() - sizeof eight, sizeof eight);
    return eight;
  }
  eight = 'a' * each;
  for (const char c : input) eight = eight << 8 | static_cast<unsigned char>(c);
  return eight;
}

}  // namespace

bool is_plain(std::string_view input) {
  if (input.empty() || input.front() == ' ' || input.back() == ' ') return false;
  // The last of eight bytes is the first of the next: a space there may have another one behind it.
  for (std::size_t at = 0; input.size() - at > sizeof(std::uint64_t); at += sizeof(std::uint64_t) - 1) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, input.data() + at, sizeof eight);
    if (!is_plain(eight)) return false;
  }
  return is_plain(last_of(input));
}

}  // namespace vestibule::text
