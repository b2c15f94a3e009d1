#include "vestibule/code.hpp"

#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "vestibule/text/ascii.hpp"

namespace {

using namespace vestibule;

TEST_CASE("every code has a name of the form area.reason, once", "[code]") {
  std::set<std::string_view> names;
  for (const CodeInfo& code : code_table) {
    CAPTURE(code.name);
    CHECK(names.insert(code.name).second);
    CHECK(code.name.find('.') != std::string_view::npos);
    for (const char c : code.name) CHECK((text::is_lower(c) || text::is_digit(c) || c == '.' || c == '_'));
    if (code.params[0].empty()) CHECK(code.params[1].empty());
  }
}

TEST_CASE("a code's number finds its own row", "[code]") {
  CHECK(to_string(Code::json_empty) == "json.empty");
  CHECK(to_string(Code::email_too_long) == "email.too_long");
  CHECK(info(static_cast<Code>(std::size(code_table) - 1)).name == "gateway.configuration");
}

}  // namespace
