#include "activation.hpp"

#include "metrics.hpp"
#include "temporary.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

using Made = std::variant<Order, Problem>;
using Outcome = std::variant<Activated, Problem>;

constexpr Milliseconds day_ms = 86'400'000;
constexpr std::string_view cloud_monthly = "01uSB000000CLM1YAO";
constexpr std::string_view measurements = "01uSB000000MSR1YAO";

Milliseconds at(const char* day) { return read_day(day).value().time_since_epoch().count() * day_ms; }

// A store with one customer, and the steps of an order's life.
struct Life {
  TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  std::string customer = member(std::get<0>(create(store, {customer_named("A")})).at(0), "id");

  Order draft(std::string_view entry, std::int64_t quantity, const char* start, int term) {
    OrderDraft order;
    order.customer_id = customer;
    order.effective_date = read_day(start).value();
    const PriceBookEntry* const found = find_price_book_entry(entry);
    REQUIRE(found != nullptr);
    order.lines.push_back({found, quantity, found->is_recurring() ? read_day(start) : std::nullopt, term});
    return std::get<Order>(
        write_and_wait<Made>(store, [&](Repositories& all) { return create_order(all, order, at(start)); }));
  }
  Made change(const std::string& name, ChangeType type, AssetChange more, const char* day) {
    ChangeDraft draft;
    more.asset_number = name;
    more.type = type;
    draft.changes.push_back(more);
    draft.effective_date = read_day(day);
    return write_and_wait<Made>(store, [&](Repositories& all) { return create_change_order(all, draft, at(day)); });
  }
  Outcome activate(const Order& order, const char* day, ActivationOptions options = {true, false}) {
    return write_and_wait<Outcome>(
        store, [&](Repositories& all) { return activate_order(all, order.order.text("id"), options, at(day)); });
  }
  Activated activated(const Order& order, const char* day) { return std::get<Activated>(activate(order, day)); }
  Values now() { return find_customer(store, customer).value(); }
  void run_metrics(const char* day) {
    static_cast<void>(write_and_wait<std::variant<int>>(store, [&](Repositories& all) {
      recompute_metrics(all, read_day(day).value(), at(day));
      return 0;
    }));
  }
};

}  // namespace

TEST_CASE("the first activation makes a customer of a prospect, later ones change nothing", "[activation]") {
  Life life;
  const Order first = life.draft(cloud_monthly, 1, "2025-03-05", 12);
  CHECK(life.now().text("type") == "Prospect");
  REQUIRE(life.activate(first, "2025-03-05").index() == 0);
  CHECK(life.now().text("type") == "Direct Customer");
  CHECK(life.now().text("customerSince") == "2025-03-05");
  const auto type = customers_table().place("type");
  REQUIRE(patch(life.store, life.customer, {{type, "Prospect"}}, 0).index() == 0);
  REQUIRE(life.activate(life.draft(cloud_monthly, 1, "2025-04-05", 12), "2025-04-05").index() == 0);
  CHECK(life.now().text("type") == "Prospect");
  CHECK(life.now().text("customerSince") == "2025-03-05");
}

TEST_CASE("another type than Prospect stays", "[activation]") {
  Life life;
  REQUIRE(patch(life.store, life.customer, {{customers_table().place("type"), "Channel Partner"}}, 0).index() == 0);
  REQUIRE(life.activate(life.draft(cloud_monthly, 1, "2025-03-05", 12), "2025-03-05").index() == 0);
  CHECK(life.now().text("type") == "Channel Partner");
  CHECK(life.now().text("customerSince") == "2025-03-05");
}

TEST_CASE("an activated order makes what its lines say", "[activation]") {
  Life life;
  const Activated made = life.activated(life.draft(cloud_monthly, 3, "2025-03-05", 12), "2025-03-06");
  REQUIRE(made.subscriptions.size() == 1);
  const Values& subscription = made.subscriptions.at(0);
  CHECK(subscription.text("subscriptionEndDate") == "2026-03-04");
  CHECK(subscription.text("nextBillingDate") == "2025-04-05");
  CHECK(subscription.text("subscriptionCompositeId") == "SUB-00000001-1");
  CHECK(subscription.number("totalTCV") == 180'000);
  CHECK(made.order.order.text("orderPlacedDate") == "2025-03-06");
  CHECK(made.order.lines.at(0).text("assetNumber") == "SUB-00000001");
  REQUIRE(made.invoices.size() == 1);
  CHECK(made.invoices.at(0).invoice.number("amount") == 15'000);
  CHECK(made.invoices.at(0).items.at(0).text("endDate") == "2025-04-04");
  CHECK(made.assets.empty());
  CHECK(made.entitlements.empty());
}

TEST_CASE("goods become assets, services nothing, measurements are granted", "[activation]") {
  Life life;
  const Activated goods = life.activated(life.draft("01uSB000000GTW1", 2, "2025-03-05", 0), "2025-03-05");
  CHECK(goods.assets.at(0).text("assetType") == "Physical");
  CHECK(goods.assets.at(0).number("quantity") == 2);
  CHECK(goods.invoices.at(0).invoice.number("amount") == 59'800);
  CHECK(
      life.activated(life.draft("01uSB000000MAP1", 1, "2025-03-05", 0), "2025-03-05").assets.at(0).text("assetType") ==
      "Virtual");
  CHECK(life.activated(life.draft("01uSB000000INS1", 1, "2025-03-05", 0), "2025-03-05").assets.empty());
  const Activated granted = life.activated(life.draft(measurements, 2, "2025-03-05", 6), "2025-03-05");
  CHECK(granted.entitlements.at(0).number("quantity") == 20'000);
  CHECK(granted.entitlements.at(0).text("endDate") == "2025-09-04");
  CHECK(granted.assets.empty());
}

TEST_CASE("what is paid afterwards is on no invoice, and an order of nothing else makes none", "[activation]") {
  Life life;
  CHECK(life.activated(life.draft("01uSB000000SUP1", 1, "2025-03-05", 12), "2025-03-05").invoices.empty());
}

TEST_CASE("an order is activated once", "[activation]") {
  Life life;
  const Order order = life.draft(cloud_monthly, 1, "2025-03-05", 12);
  REQUIRE(life.activate(order, "2025-03-05").index() == 0);
  CHECK(std::get<Problem>(life.activate(order, "2025-03-05")).status == 409);
}

TEST_CASE("a draft whose subscription has changed in between cannot be activated, and changes nothing",
          "[activation]") {
  Life life;
  const std::string name =
      life.activated(life.draft(cloud_monthly, 1, "2025-03-05", 12), "2025-03-05").subscriptions.at(0).text("name");
  const std::string other =
      life.activated(life.draft(cloud_monthly, 1, "2025-03-05", 12), "2025-03-05").subscriptions.at(0).text("name");
  // One order of two changes, of which the second is overtaken.
  ChangeDraft two;
  two.effective_date = read_day("2025-04-05");
  two.changes = {{ChangeType::update_quantity, other, 9, {}, {}}, {ChangeType::update_quantity, name, 9, {}, {}}};
  const auto draft = write_and_wait<Made>(
      life.store, [&](Repositories& all) { return create_change_order(all, two, at("2025-04-05")); });
  const auto overtaking = life.change(name, ChangeType::renew, {}, "2025-04-05");
  REQUIRE(life.activate(std::get<Order>(overtaking), "2025-04-05").index() == 0);
  const Values before = life.now();
  CHECK(std::get<Problem>(life.activate(std::get<Order>(draft), "2025-04-06")).code == "STALE_CHANGE");
  life.store.read([&](Repositories& reading) {
    CHECK(reading.subscriptions.find_by("name", other)->number("quantity") == 1);
    CHECK(reading.orders.find(std::get<Order>(draft).order.text("id"))->text("status") == "Draft");
  });
  CHECK(life.now().text("lastModifiedDate") == before.text("lastModifiedDate"));
}

TEST_CASE("a quantity changes from its day on", "[change]") {
  Life life;
  const std::string name =
      life.activated(life.draft(measurements, 2, "2025-04-01", 12), "2025-04-01").subscriptions.at(0).text("name");
  const auto draft =
      life.change(name, ChangeType::update_quantity, {{}, {}, 5, {}, read_day("2025-04-16")}, "2025-04-10");
  CHECK(std::get<Order>(draft).lines.at(0).number("quantity") == 3);
  const Activated changed = life.activated(std::get<Order>(draft), "2025-04-10");
  const Values& subscription = changed.subscriptions.at(0);
  CHECK(subscription.number("quantity") == 5);
  CHECK(subscription.text("subscriptionCompositeId") == name + "-2");
  // 12 months of 2, and 11 and a half of 3 more, at 20.00.
  CHECK(subscription.number("totalTCV") == 48'000 + 69'000);
  CHECK(changed.entitlements.at(0).number("quantity") == 50'000);
  CHECK(changed.invoices.at(0).invoice.number("amount") == 3'000);
  CHECK(changed.invoices.at(0).items.at(0).text("startDate") == "2025-04-16");
  CHECK(changed.invoices.at(0).items.at(0).text("endDate") == "2025-04-30");
  SECTION("and what is taken back is not invoiced") {
    const auto less = life.change(name, ChangeType::update_quantity, {{}, {}, 1, {}, {}}, "2025-05-01");
    const Activated reduced = life.activated(std::get<Order>(less), "2025-05-01");
    CHECK(reduced.invoices.empty());
    CHECK(reduced.entitlements.at(0).number("quantity") == 10'000);
  }
}

TEST_CASE("without proration a period that was begun is paid as a whole", "[change]") {
  Life life;
  REQUIRE(
      patch(life.store, life.customer, {{customers_table().place("billingProrationEnabled"), "false"}}, 0).index() ==
      0);
  const std::string name =
      life.activated(life.draft(measurements, 1, "2025-04-01", 12), "2025-04-01").subscriptions.at(0).text("name");
  const auto draft = life.change(name, ChangeType::update_quantity, {{}, {}, 2, {}, {}}, "2025-04-16");
  CHECK(life.activated(std::get<Order>(draft), "2025-04-16").invoices.at(0).invoice.number("amount") == 2'000);
}

TEST_CASE("a renewal goes on where the term ends, counted from its first day", "[change]") {
  Life life;
  const std::string name =
      life.activated(life.draft(measurements, 1, "2025-01-31", 1), "2025-01-31").subscriptions.at(0).text("name");
  const auto draft = life.change(name, ChangeType::renew, {{}, {}, {}, 2, {}}, "2025-02-01");
  const Activated renewed = life.activated(std::get<Order>(draft), "2025-02-01");
  CHECK(std::get<Order>(draft).lines.at(0).text("subscriptionStartDate") == "2025-02-28");
  CHECK(renewed.subscriptions.at(0).text("subscriptionEndDate") == "2025-04-29");
  CHECK(renewed.subscriptions.at(0).number("actualSubscriptionTerm") == 3);
  CHECK(renewed.subscriptions.at(0).number("totalTCV") == 6'000);
  CHECK(renewed.entitlements.at(0).text("startDate") == "2025-02-28");
  CHECK(renewed.invoices.at(0).invoice.number("amount") == 2'000);
}

TEST_CASE("a cancelled subscription ends on its last day and costs that much less", "[change]") {
  Life life;
  const std::string name =
      life.activated(life.draft(measurements, 1, "2025-04-01", 12), "2025-04-01").subscriptions.at(0).text("name");
  const auto draft = life.change(name, ChangeType::cancel, {{}, {}, {}, {}, read_day("2025-06-30")}, "2025-04-10");
  const Activated cancelled = life.activated(std::get<Order>(draft), "2025-04-10");
  const Values& subscription = cancelled.subscriptions.at(0);
  CHECK(subscription.text("status") == "Canceled");
  CHECK(subscription.text("subscriptionEndDate") == "2025-06-30");
  CHECK(subscription.number("totalTCV") == 6'000);
  CHECK(cancelled.order.order.text("orderTCV") == "-18000");
  CHECK(cancelled.entitlements.at(0).text("endDate") == "2025-06-30");
  CHECK(cancelled.invoices.empty());
  CHECK(
      std::get<Problem>(life.change(name, ChangeType::renew, {}, "2025-04-11")).message.starts_with("assetChanges[0]"));
}

TEST_CASE("metrics are those of today's subscriptions, once the job has run", "[metrics]") {
  Life life;
  const std::string name =
      life.activated(life.draft(cloud_monthly, 2, "2025-03-05", 12), "2025-03-05").subscriptions.at(0).text("name");
  REQUIRE(life.activate(life.draft("01uSB000000CLY1", 1, "2025-06-01", 24), "2025-03-05").index() == 0);
  CHECK(life.now().number("todayARR") == 0);
  const std::string modified = life.now().text("lastModifiedDate");
  const auto metrics = [&](const char* day) {
    life.run_metrics(day);
    const Values customer = life.now();
    return std::vector{customer.number("todayARR"), customer.number("todayCMRR"), customer.number("totalTCV")};
  };
  CHECK(metrics("2025-03-04") == std::vector<Cents>{0, 0, 228'000});
  CHECK(metrics("2025-03-05") == std::vector<Cents>{120'000, 10'000, 228'000});
  CHECK(metrics("2026-03-04") == std::vector<Cents>{174'000, 14'500, 228'000});
  const auto status = [&] {
    return life.store.read([&](Repositories& all) { return all.subscriptions.find_by("name", name)->text("status"); });
  };
  CHECK(status() == "Active");
  CHECK(metrics("2026-03-05") == std::vector<Cents>{54'000, 4'500, 228'000});
  CHECK(status() == "Expired");
  CHECK(life.now().text("lastModifiedDate") == modified);
}
