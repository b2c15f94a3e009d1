// The memcpy of the small module: short and by eight bytes, where emcc's half a kilobyte is made for more than a text has.
#include <cstddef>
#include <cstdint>

namespace {

// Eight bytes at any address.
using Eight = std::uint64_t __attribute__((aligned(1), may_alias));

}  // namespace

// Without the attribute the compiler would see that this copies, and call memcpy.
extern "C" __attribute__((no_builtin("memcpy"))) void* memcpy(void* to, const void* from, std::size_t size) {
  auto* put = static_cast<char*>(to);
  const auto* take = static_cast<const char*>(from);
  for (; size >= sizeof(Eight); size -= sizeof(Eight)) {
    *reinterpret_cast<Eight*>(put) = *reinterpret_cast<const Eight*>(take);
    put += sizeof(Eight);
    take += sizeof(Eight);
  }
  for (; size > 0; --size) *put++ = *take++;
  return to;
}
