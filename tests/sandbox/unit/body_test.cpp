#include "body.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

// What a reader of a small body complains about; "" when nothing.
std::string problem(std::string_view text) {
  Problems problems;
  if (const auto json = read_body(text, problems)) {
    ObjectReader body{*json, "", problems};
    static_cast<void>(body.text("name", Need::required, 5));
    static_cast<void>(body.whole("count", Need::optional, 1, 10));
    static_cast<void>(body.day("day", Need::optional));
    static_cast<void>(body.boolean("flag"));
    static_cast<void>(body.texts("texts", Need::optional, 2));
    for (ObjectReader& item : body.objects("items", Need::optional, 2)) {
      static_cast<void>(item.text("id", Need::required));
      item.finish();
    }
    ObjectReader inner = body.object("inner", Need::optional);
    static_cast<void>(inner.text("id", Need::optional));
    inner.finish();
    body.finish();
  }
  return problems.empty() ? "" : problems.problem().message;
}

}  // namespace

TEST_CASE("a good body has no problems, and null is no value", "[body]") {
  CHECK(
      problem(R"({"name":"A","count":10,"day":"2024-02-29","flag":false,"texts":["a"],"items":[{"id":"1"}]})").empty());
  CHECK(problem(R"({"name":"A","count":null,"inner":null,"items":null,"flag":null})").empty());
}

TEST_CASE("every problem is named by its path", "[body]") {
  CHECK(problem("{}") == "name: is required");
  CHECK(problem("") == "name: is required");
  CHECK(problem(R"({"name":"","x":1,"count":0})") ==
        "name: is required; count: expected a whole number from 1 to 10; x: unknown field");
  CHECK(problem(R"({"name":"A","items":[{"id":"1"},{"id":2,"y":0}]})") ==
        "items[1].id: expected a text; items[1].y: unknown field");
  CHECK(problem(R"({"name":"A","inner":{"z":1}})") == "inner.z: unknown field");
  CHECK(problem(R"({"name":"A","texts":["a",1]})") == "texts[1]: expected a text");
}

TEST_CASE("values of another type or outside their bounds are refused", "[body]") {
  for (const char* member :
       {R"("count":1.0)", R"("count":"1")", R"("count":11)", R"("count":-1)", R"("count":18446744073709551615)",
        R"("count":1e400)", R"("day":"2023-02-29")", R"("day":7)", R"("flag":1)", R"("flag":"true")", R"("texts":"a")",
        R"("texts":["a","b","c"])", R"("items":{})", R"("items":[1])", R"("items":[null])", R"("inner":[])",
        R"("inner":"x")"}) {
    CAPTURE(member);
    CHECK_FALSE(problem(std::string{R"({"name":"A",)"} + member + "}").empty());
  }
  CHECK_FALSE(problem(R"({"name":"123456"})").empty());
  CHECK_FALSE(problem(R"({"name":7})").empty());
}

TEST_CASE("what is no JSON, or could be read in two ways, is refused as a whole", "[body]") {
  for (const char* text :
       {"{", "[", R"({"name":"A"}})", R"({"name":"A","name":"B"})", R"({"inner":{"id":"1","id":"2"}})",
        "{\"name\":\"\xff\"}", "\xef\xbb\xbf{}", "{\"a\":[[[[[[[[[[]]]]]]]]]]}", R"({"name":NaN})"}) {
    CAPTURE(text);
    CHECK(problem(text).starts_with("body: "));
  }
  CHECK(problem("[]").starts_with("body: expected an object"));
}

TEST_CASE("a body is bounded in names, values and dates", "[body]") {
  const auto named = [](std::size_t size) { return R"({"name":"A",")" + std::string(size, 'x') + R"(":1})"; };
  CHECK(problem(named(64)).ends_with(": unknown field"));
  CHECK(problem(named(65)).starts_with("body: "));
  std::string many = R"({"name":"A","x":[0)";
  for (int i = 4; i < 100'000; ++i) many += ",0";
  CHECK(problem(many + "]}") == "x: unknown field");
  CHECK(problem(many + ",0]}").starts_with("body: "));
  CHECK(problem(R"({"name":"A","day":"1900-01-01"})").empty());
  CHECK(problem(R"({"name":"A","day":"2999-12-31"})").empty());
  CHECK_FALSE(problem(R"({"name":"A","day":"1899-12-31"})").empty());
  CHECK_FALSE(problem(R"({"name":"A","day":"3000-01-01"})").empty());
}

TEST_CASE("twenty problems are enough", "[body]") {
  Problems problems;
  for (int i = 0; i < 30; ++i) problems.add("x", "y");
  CHECK(std::ranges::count(problems.problem().message, ';') == 19);
}
