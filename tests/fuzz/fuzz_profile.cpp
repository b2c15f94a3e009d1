// Profiles: the size of the profile in two bytes, one byte of options, then the profile and a record to check with it.
#include <algorithm>
#include <string>

#include "oracle.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/profile/describe.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vestibule;
  std::string_view input = fuzz::view_of(data, size);
  const std::size_t high = fuzz::take_byte(input);
  const std::size_t length = std::min(high * 256 + fuzz::take_byte(input), input.size());
  const std::uint8_t first = fuzz::take_byte(input);
  const auto parsed = profile::Profile::parse(input.substr(0, std::min(length, input.size())));
  if (!parsed) {
    fuzz::require(!parsed.error().empty(), "a refused profile has a finding");
    fuzz::require(parsed.error().size() <= limits::findings_max_row, "a profile has 64 findings at most");
    return 0;
  }
  std::string described;
  profile::append_json(described, parsed.value());
  fuzz::require(text::first_invalid_utf8(described) == described.size(), "what is written is UTF-8");

  validation::Options options = fuzz::options_from(first);
  options.profile = &parsed.value();
  const std::string_view record = input.substr(std::min(length, input.size()));
  const validation::CheckResult result = validation::check_json(record, options);
  fuzz::require_consistent(result);
  fuzz::require_stable(result, options);
  fuzz::require_consistent(validation::check_form(record, options));
  return 0;
}
