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

}  // namespace

bool is_plain(std::string_view input) {
  if (input.empty() || input.front() == ' ' || input.back() == ' ') return false;
  std::size_t at = 0;
  // The last of eight bytes is the first of the next: a space there may have another one behind it.
  for (std::uint64_t eight = 0; input.size() - at >= sizeof eight; at += sizeof eight - 1) {
    std::memcpy(&eight, input.data() + at, sizeof eight);
    if (!is_plain(eight)) return false;
  }
  for (char previous = 0; at < input.size(); ++at) {
    const char c = input[at];
    if (c < ' ' || c == 0x7F || (c == ' ' && previous == ' ')) return false;
    previous = c;
  }
  return true;
}

}  // namespace vestibule::text
