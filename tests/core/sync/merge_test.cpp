#include "vestibule/sync/merge.hpp"

#include <array>

#include "tests/support/catch.hpp"
#include "vestibule/catalogue/presentation.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::sync;
using catalogue::Field;
using catalogue::SyncClass;

Merged merge_one(SyncClass sync_class, const Value& base, const Value& nue, const Value& org, bool required = false) {
  return merge({sync_class, 0, 1, required}, {&base, 1}, {&nue, 1}, {&org, 1});
}

constexpr Merged same{.same = true};
constexpr Merged nue{.winner = Side::nue};
constexpr Merged nue_over_org{.winner = Side::nue, .lost = true};
constexpr Merged org{.winner = Side::org};
constexpr Merged org_over_nue{.winner = Side::org, .lost = true};

TEST_CASE("a change on one side keeps, on both Salesforce's holds", "[sync][R25][L8][L9]") {
  for (const SyncClass sync_class : {SyncClass::profile, SyncClass::address}) {
    CHECK(merge_one(sync_class, "a", "a", "a") == same);
    CHECK(merge_one(sync_class, "a", "b", "b") == same);
    CHECK(merge_one(sync_class, "a", "b", "a") == nue);
    CHECK(merge_one(sync_class, "a", "a", "b") == org);
    CHECK(merge_one(sync_class, "a", "b", "c") == org_over_nue);
    CHECK(merge_one(sync_class, "a", "b", std::nullopt) == org_over_nue);
    CHECK(merge_one(sync_class, "a", std::nullopt, "a") == nue);
  }
}

TEST_CASE("Nue's own fields are written to Salesforce and never taken from it", "[sync][R25][R26][L15]") {
  for (const SyncClass sync_class : {SyncClass::billing, SyncClass::metrics, SyncClass::system}) {
    CHECK(merge_one(sync_class, "a", "b", "a") == nue);
    CHECK(merge_one(sync_class, "a", "a", "b") == nue_over_org);
    CHECK(merge_one(sync_class, "a", "b", "c") == nue_over_org);
  }
}

TEST_CASE("a blank from Salesforce erases what is not required, and nothing else", "[sync]") {
  CHECK(merge_one(SyncClass::profile, "a", "a", std::nullopt) == org);
  CHECK(merge_one(SyncClass::profile, "a", "a", std::nullopt, true) == nue);
}

TEST_CASE("an address is one value", "[sync][L10]") {
  const std::array<Value, 2> base{"Old Street", "Oldtown"};
  const std::array<Value, 2> street{"New Street", "Oldtown"};
  const std::array<Value, 2> city{"Old Street", "Newtown"};
  CHECK(merge({SyncClass::address, 0, 2, false}, base, street, city) == org_over_nue);
  CHECK(merge({SyncClass::address, 0, 2, false}, base, street, base) == nue);
}

TEST_CASE("the plan has every field that Salesforce knows, each address once", "[sync][R24]") {
  for (const catalogue::Entity entity : {catalogue::Entity::customer, catalogue::Entity::contact}) {
    const Plan plan = plan_of(entity);
    std::size_t next = 0;
    std::size_t addresses = 0;
    for (const Unit& unit : plan.units) {
      CHECK(unit.first == next);
      next += unit.count;
      if (unit.sync_class != SyncClass::address) {
        CHECK(unit.count == 1);
        continue;
      }
      ++addresses;
      CHECK(unit.count == 5);
    }
    CHECK(next == plan.fields.size());
    CHECK(addresses == 2);
    for (const Field field : plan.fields) {
      CHECK_FALSE(catalogue::presentation(field).salesforce.empty());
      CHECK(catalogue::sync_class(field) != SyncClass::link);
      CHECK(catalogue::sync_class(field) != SyncClass::local);
    }
  }
  CHECK(plan_of(catalogue::Entity::customer).units.front().required);
}

}  // namespace
