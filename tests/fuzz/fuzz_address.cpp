// Postal codes, areas and pasted blocks, on any text: what is canonical stays so, and a block loses none of its letters.
#include <array>
#include <string>

#include "oracle.hpp"
#include "vestibule/address/split.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/checks/subdivision.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;

// How often each byte stands in a text, but for the signs that stand between parts.
std::array<std::size_t, 256> bytes_of(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  for (const char sign : std::string_view{" ,;\t\r\n-/|"}) counts[static_cast<unsigned char>(sign)] = 0;
  return counts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);
  if (size < 2 || text::first_invalid_utf8(input) != input.size()) return 0;
  const atlas::AddressFormats formats{atlas::builtin().section("ADDR")};
  const std::string country = formats.code_at(data[0] % formats.size());
  const auto format = formats.find(country);
  fuzz::require(format.has_value(), "every row has a format");

  const auto code = checks::read_postal_code(*format, country, input);
  if (code.verdict == checks::PostalVerdict::fits) {
    fuzz::require(checks::read_postal_code(*format, country, code.text) == code,
                  "a canonical code is its own spelling");
  }
  const auto state = checks::read_subdivision(*format, country, input);
  if (state.index) {
    const auto again = checks::read_subdivision(*format, country, state.text);
    fuzz::require(again.index == state.index && again.text == state.text, "a label names its area");
  }

  const auto split = address::split_address(formats, input, data[1] % 2 == 0 ? country : std::string{});
  fuzz::require(split.size < address::split_max_slices, "no slice is left out");
  std::string slices;
  for (std::size_t i = 0; i < split.size; ++i) slices += split.slices[i].text;
  // Spaces of other scripts and the sign for post are dropped too: what the block has besides is only those.
  const auto given = bytes_of(input);
  const auto kept = bytes_of(slices);
  for (std::size_t byte = '0'; byte < 0x80; ++byte) fuzz::require(kept[byte] == given[byte], "no letter is lost");
  return 0;
}
