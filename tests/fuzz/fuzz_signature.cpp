// Pasted signatures, of any text, with and without the atlas: slices are in order, disjoint, and lose no letter.
#include <functional>
#include <string>

#include "oracle.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/paste/signature.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;

bool is_kept(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '@' || c == '+';
}

void check_gap(std::string_view gap) {
  for (const char c : gap) fuzz::require(!is_kept(c), "no letter is lost");
}

void check_slices(std::string_view text, const paste::Signature& split) {
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (const paste::SignatureSlice& slice : split.slices) {
    fuzz::require(!slice.text.empty(), "a slice has text");
    fuzz::require(!std::less<>{}(slice.text.data(), at), "slices are in order");
    fuzz::require(!std::less<>{}(end, slice.text.data() + slice.text.size()), "a slice is inside of the text");
    check_gap({at, static_cast<std::size_t>(slice.text.data() - at)});
    at = slice.text.data() + slice.text.size();
  }
  check_gap({at, static_cast<std::size_t>(end - at)});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);
  if (size < 1 || text::first_invalid_utf8(input) != input.size()) return 0;
  constexpr std::string_view hints[] = {"", "US", "DE", "JP"};
  const std::string_view text = input.substr(text::decode(input, 0).size);
  const paste::Signature split = paste::split_signature(&atlas::builtin(), text, hints[data[0] % 4]);
  check_slices(text, split);
  fuzz::require(split.names_confidence < split.confidence(paste::SignaturePart::name) || split.first_name.empty() ||
                    split.confidence(paste::SignaturePart::name) == paste::Confidence::low,
                "half a name is not as sure as the name");
  check_slices(text, paste::split_signature(nullptr, text));
  return 0;
}
