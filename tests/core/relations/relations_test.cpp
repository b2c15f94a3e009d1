#include <algorithm>
#include <vector>

#include "tests/support/catch.hpp"
#include "vestibule/relations/metrics.hpp"
#include "vestibule/relations/relation.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::relations;

TEST_CASE("every record but the customer belongs to one, at once or by way of another", "[relations]") {
  for (std::size_t i = 1; i < record_count; ++i) {
    Record at = static_cast<Record>(i);
    CAPTURE(to_string(at));
    for (std::size_t steps = 0; at != Record::customer && steps < record_count; ++steps) {
      const auto up =
          std::find_if(all().begin(), all().end(), [&](const Relation& one) { return one.many == at && one.required; });
      REQUIRE(up != all().end());
      at = up->one;
    }
    CHECK(at == Record::customer);
  }
}

TEST_CASE("the stage follows from orders and the metrics from subscriptions, and nothing else does",
          "[relations][R26][R30]") {
  std::vector<std::string> found;
  for (const Relation& relation : all()) {
    if (relation.follows == Follows::nothing) continue;
    CHECK(relation.one == Record::customer);
    found.push_back(std::string{to_string(relation.many)} + ' ' + std::string{to_string(relation.follows)});
  }
  CHECK(found == std::vector<std::string>{"order stage", "subscription metrics"});
}

TEST_CASE("ARR counts what is in force today, TCV all of it, CMRR is a twelfth of ARR", "[relations][metrics]") {
  const std::vector<SubscriptionValue> subscriptions{
      {{2025, 1, 1}, {2025, 12, 31}, 1'200'00, 1'200'00},
      {{2025, 3, 1}, {2026, 2, 28}, 100'06, 100'06},
      {{2024, 1, 1}, {2024, 12, 31}, 500'00, 500'00},
  };
  CHECK(metrics_of({}, {2025, 1, 1}) == Metrics{});
  CHECK(metrics_of(subscriptions, {2024, 12, 31}).arr == 500'00);
  CHECK(metrics_of(subscriptions, {2025, 1, 1}).arr == 1'200'00);
  CHECK(metrics_of(subscriptions, {2025, 12, 31}).arr == 1'300'06);
  CHECK(metrics_of(subscriptions, {2026, 1, 1}).arr == 100'06);
  CHECK(metrics_of(subscriptions, {2026, 3, 1}).arr == 0);
  // 108.3383... a month, and half a cent goes away from zero.
  CHECK(metrics_of(subscriptions, {2025, 3, 1}).cmrr == 108'34);
  const std::vector<SubscriptionValue> refund{{{2025, 1, 1}, {2025, 1, 1}, -6, -6}};
  CHECK(metrics_of(refund, {2025, 1, 1}).cmrr == -1);
  CHECK(metrics_of(subscriptions, {2030, 1, 1}).tcv == 1'800'06);
}

}  // namespace
