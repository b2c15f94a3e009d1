// The mappings of text by asking the host, which has the tables of Unicode: an eighth of what the small module would weigh.
// A mapping of an assigned code point never changes (Unicode's stability policy), so hosts of any later version agree with
// the tables. Code points that are assigned after them are not in `mapped`, and are not asked for. A host that is older than
// they are leaves its younger letters as they are.
#include <cstdint>

#include "mappings.hpp"
#include "unicode_data.hpp"

namespace vestibule::text {
namespace {

#include "generated/mapped.inc"

extern "C" {

// Writes the NFD or NFKD of a code point as UTF-32; gives its length.
[[clang::import_module("host"), clang::import_name("decompose")]] unsigned host_decompose(unsigned code_point,
                                                                                          unsigned compatibility,
                                                                                          char32_t* to);

// The NFC of two code points where it is one; 0 where it is not.
[[clang::import_module("host"), clang::import_name("compose")]] unsigned host_compose(unsigned first, unsigned second);
}

// Code points that have a mapping.
class Mapped {
 public:
  static bool has(char32_t code_point) {
    static const Mapped unpacked;
    return find_run(unpacked.runs_, code_point) != nullptr;
  }

 private:
  Mapped() { unpack_runs(mapped_runs, runs_); }

  std::array<Run, mapped_run_count> runs_{};
};

constexpr bool is_syllable(char32_t code_point) { return code_point >= 0xAC00 && code_point <= 0xD7A3; }

}  // namespace

std::size_t decompose(char32_t code_point, Form form, Mapping& mapping) {
  if (!Mapped::has(code_point)) return 0;
  const std::size_t size = host_decompose(code_point, form == Form::compatibility ? 1 : 0, mapping.data());
  return size == 1 && mapping[0] == code_point ? 0 : size;
}

char32_t compose_pair(char32_t first, char32_t second) {
  if (properties_of(second).in_nfc() != InNfc::maybe) return 0;
  const char32_t composite = host_compose(first, second);
  return Mapped::has(composite) || is_syllable(composite) ? composite : 0;
}

}  // namespace vestibule::text
