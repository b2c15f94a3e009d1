// Form bodies: one byte of options, then the body.
#include "oracle.hpp"
#include "vestibule/validation/check_form.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vestibule;
  std::string_view input = fuzz::view_of(data, size);
  const validation::Options options = fuzz::options_from(fuzz::take_byte(input));
  const validation::CheckResult result = validation::check_form(input, options);
  fuzz::require_consistent(result);
  fuzz::require_stable(result, options);
  return 0;
}
