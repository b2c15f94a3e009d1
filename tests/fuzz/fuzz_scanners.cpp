// The scanner of each kind of text, on any text: what it accepts it accepts again and answers with the same.
#include <string>

#include "oracle.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/checks/phone.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;

void require_cleaning_once(std::string_view input, text::Lines lines) {
  std::string once;
  const text::Cleaned first = text::clean(input, lines, once);
  if (!first.changed) once = input;
  std::string twice;
  const text::Cleaned second = text::clean(once, lines, twice);
  fuzz::require(!second.changed && second.removed == text::no_character, "cleaning twice is cleaning once");
  fuzz::require(second.refused() == first.refused() && second.visible == first.visible &&
                    second.most_marks == first.most_marks && second.lines == first.lines,
                "a clean text is judged as the text it came from");
  fuzz::require(first.length_utf16 == text::utf16_length(once), "the length is that of the result");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);

  const auto number = checks::parse_decimal(input);
  if (number) {
    fuzz::require(
        checks::parse_decimal(number.value().text).ok() || number.value().text.size() > limits::json_max_number_chars,
        "a number in plain notation is a number");
    fuzz::require(checks::within(number.value(), 0, 0) == (number.value().text == "0"), "only zero lies from 0 to 0");
  }

  // The others are given text: UTF-8 by their precondition.
  if (text::first_invalid_utf8(input) != input.size()) return 0;
  require_cleaning_once(input, text::Lines::one);
  require_cleaning_once(input, text::Lines::many);
  const auto email = checks::parse_email(input);
  if (email) fuzz::require(checks::parse_email(email.value().text) == email, "an address is its own normal form");
  const auto phone = checks::parse_phone(input);
  if (phone) fuzz::require(checks::parse_phone(phone.value().text) == phone, "a phone number is its own normal form");
  const auto website = checks::parse_website(input);
  if (website)
    fuzz::require(checks::parse_website(website.value().text) == website, "a web address is its own normal form");
  return 0;
}
