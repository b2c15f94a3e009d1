#include "vestibule/sync/merge.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

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

TEST_CASE("a blank from Salesforce erases what is not required, and nothing else", "[sync][L-07]") {
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

profile::Profile tenant(std::string_view sync) {
  auto parsed = profile::Profile::parse(R"({"v":1,"sync":)" + std::string{sync} + "}");
  REQUIRE(parsed.ok());
  return std::move(parsed.value());
}

const Unit& unit_of(const Plan& plan, Field field) {
  const auto place = std::find(plan.fields.begin(), plan.fields.end(), field) - plan.fields.begin();
  return unit_at(plan, static_cast<std::size_t>(place));
}

Merged merge_field(const Plan& plan, Field field, const Value& base, const Value& nue_value, const Value& org_value) {
  const Unit& unit = unit_of(plan, field);
  const Snapshot before(unit.count, base);
  const Snapshot in_nue(unit.count, nue_value);
  const Snapshot in_org(unit.count, org_value);
  return merge(unit, before, in_nue, in_org);
}

TEST_CASE("a tenant decides who is master of a field", "[sync][profile][R25][R26][L9][L15]") {
  const profile::Profile own = tenant(
      R"({"customer":{"industry":"nue","paymentTerm":"salesforce","billingAddress":"nue","phone":"salesforce"}})");
  const Plan plan = plan_of(catalogue::Entity::customer, &own);
  CHECK(merge_field(plan, Field::industry, "a", "b", "c") == nue_over_org);
  CHECK(merge_field(plan, Field::industry, "a", "a", "c") == nue_over_org);
  CHECK(merge_field(plan, Field::payment_term, "a", "a", "c") == org);
  CHECK(merge_field(plan, Field::payment_term, "a", "b", "c") == org_over_nue);
  CHECK(merge_field(plan, Field::billing_city, "a", "b", "c") == nue_over_org);
  CHECK(unit_of(plan, Field::billing_city).count == 5);
  CHECK(merge_field(plan, Field::phone, "a", "b", "c") == org_over_nue);
  // What was not named stays as it is built in.
  CHECK(merge_field(plan, Field::shipping_city, "a", "b", "c") == org_over_nue);
  CHECK(merge_field(plan, Field::tax_exempt, "a", "b", "c") == nue_over_org);
}

TEST_CASE("what a tenant keeps at home is written to neither side", "[sync][profile][R26]") {
  const profile::Profile own =
      tenant(R"({"customer":{"description":"none","todayARR":"none","shippingAddress":"none"}})");
  const Plan plan = plan_of(catalogue::Entity::customer, &own);
  for (const Field field : {Field::description, Field::today_arr, Field::shipping_street, Field::shipping_country}) {
    CHECK_FALSE(travels(unit_of(plan, field)));
    CHECK(merge_field(plan, field, "a", "b", "c") == same);
    CHECK(merge_field(plan, field, "a", "a", std::nullopt) == same);
  }
  CHECK(travels(unit_of(plan, Field::billing_street)));
}

TEST_CASE("a ledger fits the plan of every policy", "[sync][profile][L14]") {
  const profile::Profile own =
      tenant(R"({"customer":{"description":"none","billingAddress":"nue"},"contact":{"title":"none"}})");
  for (const catalogue::Entity entity : {catalogue::Entity::customer, catalogue::Entity::contact}) {
    const Plan built_in = plan_of(entity);
    const Plan changed = plan_of(entity, &own);
    CHECK(changed.fields == built_in.fields);
    REQUIRE(changed.units.size() == built_in.units.size());
    for (std::size_t i = 0; i < changed.units.size(); ++i) {
      CHECK(changed.units[i].first == built_in.units[i].first);
      CHECK(changed.units[i].count == built_in.units[i].count);
    }
  }
}

TEST_CASE("every field that a tenant may give a master has a counterpart", "[sync][profile][R24]") {
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const auto field = static_cast<Field>(i);
    switch (catalogue::sync_class(field)) {
      case SyncClass::system:
      case SyncClass::link:
      case SyncClass::local: continue;
      default: CHECK_FALSE(catalogue::presentation(field).salesforce.empty());
    }
  }
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
