#include "query.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

std::optional<Target> read(std::string_view text) {
  std::string_view problem;
  auto target = read_target(text, problem);
  CHECK(target.has_value() == problem.empty());
  return target;
}

std::vector<Parameter> parameters(std::string_view query) {
  const auto target = read("/?" + std::string{query});
  REQUIRE(target);
  return target->parameters;
}

}  // namespace

TEST_CASE("percent encoding is decoded to UTF-8 or refused", "[query]") {
  CHECK(decode_percent("a%20b+c", false) == "a b+c");
  CHECK(decode_percent("a%20b+c%2B", true) == "a b c+");
  CHECK(decode_percent("%c3%A9", false) == "\xc3\xa9");
  CHECK(decode_percent("%2520", false) == "%20");
  for (const char* text : {"%", "%2", "%zz", "%00", "%C0%AF", "%ed%a0%80", "%ff", "a%e2%82"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_percent(text, false));
  }
}

TEST_CASE("a path is split before it is decoded", "[query]") {
  CHECK(read("/customers/a%2Fb")->segments == std::vector<std::string>{"customers", "a/b"});
  CHECK(read("/customers/")->segments == std::vector<std::string>{"customers", ""});
  CHECK(read("/")->segments == std::vector<std::string>{""});
  CHECK_FALSE(read("/customers/%00"));
}

TEST_CASE("a parameter is decoded, then split at its first and longest operator", "[query]") {
  CHECK(parameters("a=b") == std::vector<Parameter>{{"a", Operator::equal, "b"}});
  CHECK(parameters("a%3E=1") == std::vector<Parameter>{{"a", Operator::greater_or_equal, "1"}});
  CHECK(parameters("a>1") == std::vector<Parameter>{{"a", Operator::greater, "1"}});
  CHECK(parameters("a<>b") == std::vector<Parameter>{{"a", Operator::not_equal, "b"}});
  CHECK(parameters("a!=b=c") == std::vector<Parameter>{{"a", Operator::not_equal, "b=c"}});
  CHECK(parameters("a=x>=y") == std::vector<Parameter>{{"a", Operator::equal, "x>=y"}});
  CHECK(parameters("a!b=c") == std::vector<Parameter>{{"a!b", Operator::equal, "c"}});
  CHECK(parameters("&a=&").size() == 1);
}

TEST_CASE("H06: parameters that are damaged, doubled or too many are refused", "[query]") {
  for (const char* query : {"a", "=b", "a=%zz", "a=1&a=2", "a=1&%61=2", "a=%00"}) {
    CAPTURE(query);
    CHECK_FALSE(read("/?" + std::string{query}));
  }
  CHECK(read("/?a>=1&a<=2"));
  std::string many;
  for (int i = 0; i < 32; ++i) many += "p" + std::to_string(i) + "=1&";
  CHECK(read("/?" + many));
  CHECK_FALSE(read("/?" + many + "last=1"));
}
