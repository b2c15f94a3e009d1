// Patterns: the size of the pattern in one byte, then the pattern and the text. What is accepted matches without end or
// crash, and a pattern means the same where it need not be searched for.
#include <algorithm>
#include <string>

#include "oracle.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/profile/pattern.hpp"
#include "vestibule/text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vestibule;
  std::string_view input = fuzz::view_of(data, size);
  const std::size_t length = std::min<std::size_t>(fuzz::take_byte(input) * std::size_t{2}, input.size());
  const std::string_view source = input.substr(0, length);
  const std::string_view text = input.substr(length);
  if (text::first_invalid_utf8(source) != source.size() || text::first_invalid_utf8(text) != text.size()) return 0;
  const auto pattern = profile::Pattern::compile(source);
  if (!pattern) {
    fuzz::require(!pattern.error().what.empty(), "a refusal says why");
    fuzz::require(pattern.error().offset <= source.size(), "a refusal points into the pattern");
    return 0;
  }
  fuzz::require(pattern.value().steps() <= limits::pattern_max_steps, "the steps are bounded");
  const bool found = pattern.value().matches(text);
  const auto searched = profile::Pattern::compile("^[\\d\\D]*(?:" + std::string{source} + ")[\\d\\D]*$");
  fuzz::require(!searched.ok() || searched.value().matches(text) == found,
                "searching is matching with anything around");
  return 0;
}
