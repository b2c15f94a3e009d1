#include "presentation.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

std::string presented(std::string_view data, const Presentation& presentation, std::string_view route = "GET /x/{id}") {
  const Warning warning{"c", R"(a "],"warnings":[" of a client)"};
  Response response = success(200, data, {&warning, 1});
  present(response, route, presentation);
  const std::size_t begin = response.body.find(":", response.body.find("data")) + 1;
  return response.body.substr(begin, response.body.rfind(",\"warnings\":[") - begin);
}

constexpr Presentation both{.bare_modified = true};
constexpr Presentation bare{.bare_modified = true, .last_modified = false};
constexpr Presentation object{.one_as_object = true};

}  // namespace

TEST_CASE("modifiedDate stands beside the other or in its place, in every record", "[presentation]") {
  constexpr std::string_view data = R"([{"lastModifiedDate":"t","a":1},{"b":{"lastModifiedDate":null}}])";
  CHECK(presented(data, {}) == data);
  CHECK(presented(data, both) ==
        R"([{"lastModifiedDate":"t","modifiedDate":"t","a":1},{"b":{"lastModifiedDate":null,"modifiedDate":null}}])");
  CHECK(presented(data, bare) == R"([{"modifiedDate":"t","a":1},{"b":{"modifiedDate":null}}])");
  CHECK(presented(R"([{"a":"\"lastModifiedDate\":"}])", both) == R"([{"a":"\"lastModifiedDate\":"}])");
}

TEST_CASE("one record is no array on a path that ends in an id, and only there", "[presentation]") {
  CHECK(presented(R"([{"a":[1]}])", object) == R"({"a":[1]})");
  CHECK(presented(R"([{"a":"],\"warnings\":["}])", object) == R"({"a":"],\"warnings\":["})");
  CHECK(presented(R"({"order":{"a":[1]}})", object) == R"({"order":{"a":[1]}})");
  CHECK(presented(R"([{"a":1}])", object, "GET /x") == R"([{"a":1}])");
  CHECK(presented(R"([{"a":1}])", {}) == R"([{"a":1}])");
}

TEST_CASE("a refusal is left alone", "[presentation]") {
  Response response = failure(400, "C", R"("lastModifiedDate":)");
  const std::string body = response.body;
  present(response, "GET /x/{id}", bare);
  CHECK(response.body == body);
}
