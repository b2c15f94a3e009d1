#include "vestibule/catalogue/explanation.hpp"

#include <iterator>

#include "tests/support/catch.hpp"

using namespace vestibule;

TEST_CASE("every code is found by its name and has all four texts", "[catalogue][explanation]") {
  for (std::size_t i = 0; i < std::size(code_table); ++i) {
    CAPTURE(code_table[i].name);
    const auto code = static_cast<Code>(i);
    CHECK(catalogue::find_code(to_string(code)) == code);
    const catalogue::Explanation& found = catalogue::explanation(code);
    CHECK_FALSE(found.words.empty());
    CHECK_FALSE(found.rule.empty());
    CHECK_FALSE(found.source.empty());
    CHECK_FALSE(found.fix.empty());
  }
}

TEST_CASE("an explanation belongs to its code", "[catalogue][explanation]") {
  CHECK(catalogue::explanation(Code::json_bom).words == "Remove the byte order mark at the start.");
  CHECK(catalogue::explanation(Code::email_too_long).source == "RFC 5321 4.5.3.1");
}

TEST_CASE("a name that is no code's is not found, whatever it is near", "[catalogue][explanation]") {
  for (const char* name : {"", "email", "email.", "Email.syntax", "email.syntax ", "email.syntaxx"}) {
    CAPTURE(name);
    CHECK_FALSE(catalogue::find_code(name));
  }
}
