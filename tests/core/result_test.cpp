#include "vestibule/result.hpp"

#include <memory>
#include <string>
#include <utility>

#include "tests/support/catch.hpp"

namespace {

using vestibule::Result;

enum class Reason { too_long, too_short };

TEST_CASE("a Result holds the value it was made from", "[result]") {
  const Result<std::string, Reason> result{std::string{"Acme"}};
  REQUIRE(result.ok());
  CHECK(static_cast<bool>(result));
  CHECK(result.value() == "Acme");
}

TEST_CASE("a Result holds the reason it was made from", "[result]") {
  const Result<std::string, Reason> result{Reason::too_short};
  REQUIRE_FALSE(result.ok());
  CHECK_FALSE(static_cast<bool>(result));
  CHECK(result.error() == Reason::too_short);
}

TEST_CASE("a Result tells value and reason of the same type apart", "[result]") {
  CHECK(Result<int, Reason>{1} == Result<int, Reason>{1});
  CHECK_FALSE(Result<int, Reason>{0} == Result<int, Reason>{Reason::too_long});
}

TEST_CASE("a value can be moved out of a Result", "[result]") {
  Result<std::unique_ptr<int>, Reason> result{std::make_unique<int>(7)};
  const std::unique_ptr<int> owned = std::move(result.value());
  CHECK(*owned == 7);
  CHECK(result.value() == nullptr);
}

constexpr Result<int, Reason> three{3};
static_assert(three.value() == 3, "a Result can be used while compiling");

}  // namespace
