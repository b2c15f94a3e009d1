#include "vestibule/checks/phone_number.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;
using checks::PhoneNumber;
using checks::PhoneType;

const atlas::PhonePlans& plans() { return atlas::builtin().phones(); }

Result<PhoneNumber, Code> read(std::string_view text, std::string_view country = {}) {
  return checks::read_phone(test::ExactBlock{text}.view(), plans(), country);
}

std::string e164(const PhoneNumber& number) {
  std::string out;
  checks::append_e164(number, plans(), out);
  return out;
}

PhoneNumber ok(std::string_view text, std::string_view country, std::string_view expected, std::string_view region,
               PhoneType type) {
  CAPTURE(text, country);
  const auto number = read(text, country);
  REQUIRE(number.ok());
  CHECK(number.value().valid());
  CHECK(number.value().possible);
  CHECK(e164(number.value()) == expected);
  CHECK(number.value().region() == region);
  CHECK(to_string(number.value().type) == to_string(type));
  // What is stored is read again as itself, whatever the country.
  const auto again = read(expected, "FR");
  REQUIRE(again.ok());
  CHECK(e164(again.value()) == expected);
  return number.value();
}

void shown(const PhoneNumber& number, std::string_view national, std::string_view international) {
  std::string text;
  checks::append_national(number, plans(), text);
  CHECK(text == national);
  text.clear();
  checks::append_international(number, plans(), text);
  CHECK(text == international);
}

void bad(std::string_view text, std::string_view country, Code code) {
  CAPTURE(text, country);
  const auto number = read(text, country);
  REQUIRE_FALSE(number.ok());
  CHECK(number.error() == code);
}

void unassigned(std::string_view text, std::string_view country, bool possible) {
  CAPTURE(text, country);
  const auto number = read(text, country);
  REQUIRE(number.ok());
  CHECK_FALSE(number.value().valid());
  CHECK(number.value().possible == possible);
}

TEST_CASE("read_phone reads a number however it is dialled", "[phone][F11]") {
  shown(ok("+1 (415) 555-2671", "", "+14155552671", "US", PhoneType::fixed_line_or_mobile), "(415) 555-2671",
        "+1 415-555-2671");
  ok("4155552671", "US", "+14155552671", "US", PhoneType::fixed_line_or_mobile);
  ok("1 415 555 2671", "US", "+14155552671", "US", PhoneType::fixed_line_or_mobile);
  shown(ok("020 7946 0018", "GB", "+442079460018", "GB", PhoneType::fixed_line), "020 7946 0018", "+44 20 7946 0018");
  ok("011 44 20 7946 0018", "US", "+442079460018", "GB", PhoneType::fixed_line);
  ok("00 44 20 7946 0018", "DE", "+442079460018", "GB", PhoneType::fixed_line);
  ok("8 10 44 20 7946 0018", "RU", "+442079460018", "GB", PhoneType::fixed_line);
  ok("0011 44 20 7946 0018", "AU", "+442079460018", "GB", PhoneType::fixed_line);
  ok("49 30 123456", "DE", "+4930123456", "DE", PhoneType::fixed_line);
  ok("+(49) 30 123456", "", "+4930123456", "DE", PhoneType::fixed_line);
  ok("(+49) 30 123456", "", "+4930123456", "DE", PhoneType::fixed_line);
}

TEST_CASE("read_phone keeps a zero that belongs to the number and drops one that does not", "[phone][F11]") {
  ok("+44 (0)20 7946 0018", "", "+442079460018", "GB", PhoneType::fixed_line);
  ok("+44 020 7946 0018", "", "+442079460018", "GB", PhoneType::fixed_line);
  shown(ok("06 6710 1234", "IT", "+390667101234", "IT", PhoneType::fixed_line), "06 6710 1234", "+39 06 6710 1234");
  ok("+39 (0)6 6710 1234", "", "+390667101234", "IT", PhoneType::fixed_line);
  ok("+7 (0) 912 345-67-89", "", "+79123456789", "RU", PhoneType::mobile);
}

TEST_CASE("read_phone knows the dialling rules of countries that have their own", "[phone][F11]") {
  shown(ok("011 15 2345-6789", "AR", "+5491123456789", "AR", PhoneType::mobile), "011 15-2345-6789",
        "+54 9 11 2345-6789");
  ok("11 15 2345-6789", "AR", "+5491123456789", "AR", PhoneType::mobile);
  shown(ok("0 15 11 91234-5678", "BR", "+5511912345678", "BR", PhoneType::mobile), "(11) 91234-5678",
        "+55 11 91234-5678");
  ok("11 91234-5678", "BR", "+5511912345678", "BR", PhoneType::mobile);
  ok("55 1234 5678", "MX", "+525512345678", "MX", PhoneType::fixed_line_or_mobile);
  ok("8 (912) 345-67-89", "RU", "+79123456789", "RU", PhoneType::mobile);
  ok("464-1234", "AG", "+12684641234", "AG", PhoneType::mobile);  // the island's own seven digits
  ok("06 1 214 5896", "HU", "+3612145896", "HU", PhoneType::fixed_line);
}

TEST_CASE("one calling code, many regions", "[phone]") {
  ok("+1 506 234 5678", "", "+15062345678", "CA", PhoneType::fixed_line_or_mobile);
  ok("+1 876 555 1234", "", "+18765551234", "JM", PhoneType::mobile);
  ok("+39 06 698 12345", "", "+390669812345", "VA", PhoneType::fixed_line);
  ok("+7 701 234 5678", "", "+77012345678", "KZ", PhoneType::mobile);
  ok("+44 1481 256789", "", "+441481256789", "GG", PhoneType::fixed_line);
}

TEST_CASE("what a region completes at home it does not complete behind a calling code", "[phone]") {
  ok("256789", "GG", "+441481256789", "GG", PhoneType::fixed_line);
  unassigned("+44 256789", "GG", false);
  unassigned("00 44 256789", "GG", false);
}

TEST_CASE("codes that belong to no country", "[phone]") {
  shown(ok("+800 1234 5678", "", "+80012345678", "001", PhoneType::toll_free), "1234 5678", "+800 1234 5678");
  ok("+883 510 012 345 678", "", "+883510012345678", "001", PhoneType::voip);
}

TEST_CASE("an extension is kept in one spelling, however it was written", "[phone]") {
  for (const std::string_view text :
       {"+14155552671x123", "+1 415 555 2671 ext. 123", "+1 415 555 2671 extension 123", "+1 415 555 2671, ext 123#",
        "tel:+1-415-555-2671;ext=123", "+1 415 555 2671 #123", "+1 415 555 2671 ~123", "+1 415 555 2671,,123",
        "+1 415 555 2671 extensi\u00f3n 123", "+1 415 555 2671 \u0434\u043e\u0431. 123", "+1 415 555 2671 anexo 123",
        "+1 415 555 2671 int. 123", "tel:555-2671;phone-context=+1-415;ext=123", "\uff0b1 415 555 2671 \uff58123"}) {
    CAPTURE(text);
    const auto number = read(text);
    REQUIRE(number.ok());
    CHECK(e164(number.value()) == "+14155552671 x123");
  }
}

TEST_CASE("digits of every script, full-width signs and Unicode dashes are read", "[phone]") {
  ok("\u0660\u0661\u0660\u0660 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667", "EG", "+201001234567", "EG",
     PhoneType::mobile);
  ok("\uff0b\uff11\uff08\uff14\uff11\uff15\uff09\uff15\uff15\uff15\uff0d\uff12\uff16\uff17\uff11", "", "+14155552671",
     "US", PhoneType::fixed_line_or_mobile);
  ok("+44\u201320\u22127946\u20100018", "", "+442079460018", "GB", PhoneType::fixed_line);
}

TEST_CASE("a number no plan assigns is read and not valid", "[phone]") {
  unassigned("+1 200 555 1234", "", true);
  unassigned("+1 415 555 267", "", false);
  unassigned("0049 30 1", "DE", false);
  unassigned("020 7946", "GB", true);  // some numbers of Britain have seven digits
}

TEST_CASE("what is no number has a reason", "[phone][F12]") {
  bad("0171 1234567", "", Code::phone_no_country);
  bad("0171 1234567", "ZZ", Code::phone_no_country);
  bad("+999 123 4567", "", Code::phone_invalid);
  bad("+1 415 CALL NOW", "US", Code::phone_syntax);
  bad("++1", "US", Code::phone_syntax);
  bad("1", "US", Code::phone_length);
  bad("+4915112345678901234567890", "", Code::phone_length);
}

TEST_CASE("every region has an example that is valid in it and comes back through each of its spellings", "[phone]") {
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) {
      const std::string country{first, second};
      PhoneNumber example;
      if (plans().region(country) == 0) {
        CHECK_FALSE(checks::example_phone(plans(), country, example));
        continue;
      }
      CAPTURE(country);
      REQUIRE(checks::example_phone(plans(), country, example));
      CHECK(example.valid());
      // Western Sahara has no number that is not Morocco's too.
      CHECK(example.region() == (country == "EH" ? "MA" : country));
      std::string national;
      checks::append_national(example, plans(), national);
      std::string international;
      checks::append_international(example, plans(), international);
      CAPTURE(national, international);
      const auto by_national = read(national, country);
      const auto by_international = read(international);
      REQUIRE(by_national.ok());
      REQUIRE(by_international.ok());
      CHECK(e164(by_national.value()) == e164(example));
      CHECK(e164(by_international.value()) == e164(example));
    }
  }
}

}  // namespace
