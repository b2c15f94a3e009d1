#include "vestibule/matching/keys.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using matching::Keys;
using test::ExactBlock;

Keys keys(std::string_view name, std::string_view email = {}, std::string_view phone = {},
          std::string_view website = {}) {
  return matching::match_keys({name, email, phone, website});
}

void name(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(keys(block.view()).name == expected);
}
void email(std::string_view input, std::string_view expected, std::string_view domain) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(keys({}, block.view()).email == expected);
  CHECK(keys({}, block.view()).email_domain == domain);
}
void phone(std::string_view input, std::string_view expected, bool international) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(keys({}, {}, block.view()).phone == expected);
  CHECK(keys({}, {}, block.view()).phone_international == international);
}
void website(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(keys({}, {}, {}, block.view()).website == expected);
}

TEST_CASE("a name's key has no case, punctuation or legal form", "[matching][U22]") {
  for (const std::string_view same :
       {"Acme", "ACME, Ltd.", "Acme Limited", "acme inc", "Acme GmbH & Co. KG", "ACME S.A.", "Acme S.p.A.", "Acme A/S",
        "Acme Pty Ltd", "\uff21\uff23\uff2d\uff25 Co., Ltd.", "\u682a\u5f0f\u4f1a\u793e Acme",
        "Acme\u682a\u5f0f\u4f1a\u793e", "\u3231Acme", "\u041e\u041e\u041e \u00abAcme\u00bb", "PT Acme Tbk"}) {
    name(same, "acme");
  }
  for (const std::string_view same :
       {"Acme Sp. z o.o.", "Acme sp. z oo", "Acme Sp. z o.o. Sp. k.", "Acme Sp. j.", "Acme S.A. de C.V.",
        "Acme, S. de R.L. de C.V.", "Acme Lda.", "Acme, Unipessoal, Lda", "Acme Ltd. \u015eti.", "Acme S.\u00e0 r.l.",
        "Acme W.L.L.", "Acme lt\u00e9e", "Acme O\u00dc"}) {
    name(same, "acme");
  }
  name("Camara de CV Andrade", "camara de cv andrade");
  name("Stra\u00dfe & S\u00f6hne", "strasse s\u00f6hne");
  name("Johnson and Johnson", "johnson johnson");
  name("A.B.C. Ltd", "abc");
  name("O\u2019Brien", "o brien");
  name("\u0130stanbul A.\u015e.", "i\u0307stanbul");
}

TEST_CASE("a name of legal forms alone keeps one, and one of symbols keeps them", "[matching]") {
  name("SA", "sa");
  name("Limited Company", "limited");
  name("Sp. z o.o.", "sp");
  name("!!!", "!!!");
  name("", "");
  name("\u682a\u5f0f\u4f1a\u793e", "\u682a\u5f0f\u4f1a\u793e");
}

TEST_CASE("an e-mail's key has no case, dots or tag, and a domain unless everybody has it", "[matching][A09]") {
  email("Ines.Duarte+nue@Acme.example", "inesduarte@acme.example", "acme.example");
  email("i.n.e.s@mail.acme.co.uk", "ines@mail.acme.co.uk", "acme.co.uk");
  email("ines@gmail.com", "ines@gmail.com", "");
  email("i.nes@googlemail.com", "ines@gmail.com", "");
  email("ines@yahoo.co.jp", "ines@yahoo.co.jp", "");
  email("ines@mail.ru", "ines@mail.ru", "");
  email("+@acme.example", "+@acme.example", "acme.example");
  for (const std::string_view none : {"", "@", "a@", "@b.example", "acme.example"}) email(none, "", "");
}

TEST_CASE("a phone's key is its digits, without the extension", "[matching]") {
  phone("+47 22 00 11 22", "4722001122", true);
  phone("0047 22 00 11 22", "4722001122", true);
  phone("+1 (415) 555-2671 x123", "14155552671", true);
  phone("0171/1234567", "1711234567", false);
  phone("\uff0b\u0664\u0667 \u0662\u0662001122", "4722001122", true);
  phone("12", "", false);
  phone("call me", "", false);
  phone("", "", false);
}

TEST_CASE("a website's key is what one registers", "[matching]") {
  for (const std::string_view same :
       {"https://www.acme.example/", "HTTP://Acme.Example:8080/a?b#c", "acme.example.", "shop.acme.example"}) {
    website(same, "acme.example");
  }
  website("https://shop.acme.co.uk/x", "acme.co.uk");
  website("https://u:p@acme.com.au", "acme.com.au");
  website("co.uk", "co.uk");
  website("https://www.facebook.com/acme/", "facebook.com/acme");
  website("https://facebook.com", "");
  website("https://acme.github.io/docs", "acme.github.io/docs");
  website("10.0.0.1", "10.0.0.1");
  website("localhost", "");
  website("", "");
}

TEST_CASE("a text over the limit has no key", "[matching]") {
  const std::string at_limit(limits::match_text_max_bytes, 'a');
  name(at_limit, at_limit);
  name(at_limit + "a", "");
}

TEST_CASE("an accepted record gives the same keys, and a contact goes by both its names", "[matching]") {
  using catalogue::Field;
  const auto value = [](Field field, const char* text) {
    return customer::FieldValue{field, customer::ValueKind::string, text, {}};
  };
  customer::Record company;
  company.values = {value(Field::name, "Acme Ltd"), value(Field::email, "a@acme.example"),
                    value(Field::phone, "+4722001122"), value(Field::website, "https://acme.example/")};
  CHECK(matching::match_keys(company) == keys("Acme Ltd", "a@acme.example", "+4722001122", "https://acme.example/"));
  customer::Record contact;
  contact.values = {value(Field::contact_first_name, "Ines"), value(Field::contact_last_name, "Duarte"),
                    value(Field::contact_email, "i@acme.example")};
  CHECK(matching::match_keys(contact) == keys("Ines Duarte", "i@acme.example"));
  CHECK(matching::match_keys(customer::Record{}) == Keys{});
}

TEST_CASE("no real company loses its whole name to its legal form", "[matching][suites]") {
  for (const test::SuiteCase& one : test::load_suite("company.cleanco")) {
    CAPTURE(one.input);
    CHECK_FALSE(keys(one.input).name.empty());
  }
}

}  // namespace
