#include "api.hpp"

#include <optional>
#include <stdexcept>

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Response fail_to_read(Repositories&, const Call&) { throw std::length_error{"Anna Larsen"}; }
void fail_to_write(Store&, const Call&, std::string_view, const Answer&) { throw std::length_error{"Anna Larsen"}; }

Response answer_of(const Api& api, const Route& route) {
  std::optional<Response> answer;
  Call call;
  call.route = &route;
  api.handle(call, "", [&](Response response) { answer = std::move(response); });
  REQUIRE(answer);
  return *answer;
}

}  // namespace

TEST_CASE("whatever a handler throws is a 500 that tells nothing of it", "[api]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  const Api api{store, "secret"};
  for (const Route& route :
       {Route{.name = "GET /broken", .read = fail_to_read}, Route{.name = "POST /broken", .write = fail_to_write}}) {
    const Response response = answer_of(api, route);
    CHECK(response.status == 500);
    CHECK(response.body.find("INTERNAL_ERROR") != std::string::npos);
    CHECK(response.body.find("Anna") == std::string::npos);
  }
}
