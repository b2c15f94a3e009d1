// Match keys of two records, and what speaks for their being the same: eight texts, one a line.
#include <algorithm>
#include <array>
#include <string>

#include "oracle.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/matching/compare.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;

std::string_view take_line(std::string_view& input) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string_view line = input.substr(0, end);
  input.remove_prefix(std::min(end + 1, input.size()));
  return line;
}

matching::Details take_details(std::string_view& input) {
  matching::Details details;
  details.name = take_line(input);
  details.email = take_line(input);
  details.phone = take_line(input);
  details.website = take_line(input);
  return details;
}

void require_sound(const matching::Keys& keys) {
  for (const std::string* key :
       {&keys.name, &keys.email, &keys.email_exact, &keys.email_domain, &keys.phone, &keys.website}) {
    fuzz::require(text::first_invalid_utf8(*key) == key->size(), "a key is UTF-8");
  }
  fuzz::require(std::all_of(keys.phone.begin(), keys.phone.end(), [](char c) { return c >= '0' && c <= '9'; }),
                "the key of a phone number is digits");
  fuzz::require(keys.email.empty() == keys.email_exact.empty(), "an e-mail has both keys or none");
  fuzz::require(!matching::is_free_mail(keys.email_domain), "a domain that anybody has is no key");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::view_of(data, size);
  if (text::first_invalid_utf8(input) != input.size()) return 0;
  const matching::Details first = take_details(input);
  const matching::Details second = take_details(input);
  const matching::Keys a = matching::match_keys(first);
  const matching::Keys b = matching::match_keys(second);
  require_sound(a);
  require_sound(b);
  fuzz::require(first.name.size() <= limits::match_text_max_bytes || a.name.empty(), "what is too long has no key");

  const auto reasons = matching::compare(a, b);
  fuzz::require(matching::compare(b, a) == reasons, "the order of the two does not matter");
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    fuzz::require(reasons[i - 1].key < reasons[i].key, "a key is one reason at most, in their order");
  }
  for (const matching::Reason& reason : matching::compare(a, a)) {
    fuzz::require(reason.likeness == matching::Likeness::equal, "a record is equal to itself");
  }
  return 0;
}
