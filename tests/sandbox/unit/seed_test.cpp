#include "seed.hpp"

#include <fstream>

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

// The sentence load_seed() gives for a file of this text, and how many customers there are then.
std::pair<std::string, std::int64_t> seed(const std::string& text) {
  const TemporaryFolder folder;
  std::ofstream{folder.file("seed.json")} << text;
  Store store{folder.file("nue.db")};
  std::string problem = load_seed(folder.file("seed.json"), store);
  return {std::move(problem), select_customers(store, {}).total};
}

}  // namespace

TEST_CASE("a seed may set what no client can", "[seed]") {
  const TemporaryFolder folder;
  std::ofstream{folder.file("seed.json")}
      << R"([{"name":"A","recordType":"Business","externalId":"001Ot00000mx5Kz","customerSince":"2025-03-05"}])";
  Store store{folder.file("nue.db")};
  REQUIRE(load_seed(folder.file("seed.json"), store).empty());
  CHECK(member(select_customers(store, {}).rows.at(0), "externalId") == "001Ot00000mx5KzIAI");
  CHECK(member(select_customers(store, {}).rows.at(0), "customerSince") == "2025-03-05");
  SECTION("and is left alone once there are customers") {
    CHECK(load_seed(folder.file("seed.json"), store).empty());
    CHECK(select_customers(store, {}).total == 1);
  }
}

TEST_CASE("a damaged seed stores nothing and says where", "[seed]") {
  const std::string good = R"({"name":"A","recordType":"Business","id":"0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60"})";
  CHECK(seed("[" + good + "]") == std::pair{std::string{}, std::int64_t{1}});
  for (const std::string& text :
       {std::string{"{}"}, std::string{"[1]"}, std::string{"["}, "[" + good + "," + good + "]",
        std::string{R"([{"name":"A","recordType":"Business","externalId":"003Ot00001mx7PzIAI"}])"},
        std::string{R"([{"name":"A","recordType":"Business","id":7}])"},
        std::string{R"([{"recordType":"Business"}])"}}) {
    CAPTURE(text);
    const auto [problem, total] = seed(text);
    CHECK(problem.starts_with("--seed: "));
    CHECK(total == 0);
  }
}
