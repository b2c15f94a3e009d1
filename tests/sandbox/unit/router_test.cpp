#include "router.hpp"

#include <set>
#include <vector>

#include "routes.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

constexpr Route table[] = {{"GET /things"},
                           {"POST /things"},
                           {"POST /things/{id}:start"},
                           {"POST /things/{id}"},
                           {"GET /things/{id}/parts/{partId}"},
                           {"POST /jobs/things:start"}};

Match find(std::string_view method, std::vector<std::string> segments) { return find_route(table, method, segments); }

std::string_view name(const Match& match) { return match.route == nullptr ? "" : match.route->name; }

}  // namespace

TEST_CASE("a method and a path name a route, and the path its ids", "[router]") {
  CHECK(name(find("POST", {"things"})) == "POST /things");
  CHECK(name(find("GET", {"things"})) == "GET /things");
  CHECK(find("GET", {"things", "x", "parts", "y"}).ids == std::vector<std::string>{"x", "y"});
  CHECK(name(find("POST", {"jobs", "things:start"})) == "POST /jobs/things:start");
}

TEST_CASE("text after an id parts it from the plain id", "[router]") {
  const Match match = find("POST", {"things", "x:start"});
  CHECK(name(match) == "POST /things/{id}:start");
  CHECK(match.ids == std::vector<std::string>{"x"});
  CHECK(name(find("POST", {"things", "x"})) == "POST /things/{id}");
  CHECK(find("POST", {"things", ":start"}).ids == std::vector<std::string>{":start"});
}

TEST_CASE("an unknown method on a known path learns the known ones, each once", "[router]") {
  CHECK(find("DELETE", {"things"}).allow == "GET, POST");
  CHECK(find("get", {"things"}).allow == "GET, POST");
  CHECK(find("GET", {"things", "x:start"}).allow == "POST");
}

TEST_CASE("any other path is unknown", "[router]") {
  for (const auto& path : std::vector<std::vector<std::string>>{
           {""}, {"things", ""}, {"Things"}, {"things", "x", "parts"}, {"things", "x", "parts", "y", "z"}, {"jobs"}}) {
    CHECK(find("GET", path).route == nullptr);
    CHECK(find("GET", path).allow.empty());
  }
}

TEST_CASE("every route of the API has a name of its own and one handler, that of its method", "[router]") {
  std::set<std::string_view> names;
  for (const Route& route : routes()) {
    CAPTURE(route.name);
    CHECK(names.insert(route.name).second);
    CHECK((route.write != nullptr) + (route.read != nullptr) + (route.control != nullptr) == 1);
    if (route.control == nullptr) CHECK((route.read != nullptr) == route.name.starts_with("GET "));
  }
}
