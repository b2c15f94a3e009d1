#include "subscription_routes.hpp"

#include "announce.hpp"
#include "body.hpp"
#include "list_answer.hpp"
#include "order_draft.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

using Reading = NamedParameter::Reading;

constexpr std::string_view includes[] = {"product", "pricetags"};

constexpr Spelling statuses[] = {{"active", "Active"}, {"canceled", "Canceled"}, {"expired", "Expired"}};

constexpr NamedParameter named[] = {{"status", "status", Reading::spelling, statuses}, {"name", "name", Reading::text}};

const ListRules& subscription_rules() {
  static const ListRules made{subscriptions_table(), "customerId", false, includes, named};
  return made;
}

const ListRules& entitlement_rules() {
  static const ListRules made{entitlements_table(), "customerId"};
  return made;
}

std::string embed(Repositories&, const ListQuery& query, const Values& subscription) {
  std::string text;
  if (query.has_include("product")) {
    const PriceBookEntry* const entry = find_price_book_entry(subscription.text("priceBookEntryId"));
    text += ",\"product\":" + (entry == nullptr ? "null" : product_json(entry->product));
  }
  // There are no price tags in the catalogue.
  if (query.has_include("pricetags")) text += ",\"pricetags\":[]";
  return text;
}

std::variant<Changes, Problem> read_patch(std::string_view text) {
  const Table& table = subscriptions_table();
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) return problems.problem();
  ObjectReader body{*json, "", problems};
  Changes changes;
  if (const auto renew = body.boolean("autoRenew")) {
    changes.push_back({table.place("autoRenew"), *renew ? "true" : "false"});
  }
  if (const auto term = body.whole("renewalTerm", Need::optional, 1, term_max)) {
    changes.push_back({table.place("renewalTerm"), std::to_string(*term)});
  }
  body.finish();
  if (!problems.empty()) return problems.problem();
  return changes;
}

}  // namespace

Response list_subscriptions(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, subscription_rules(), embed);
}

void patch_subscription(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  const auto found = store.read([&](Repositories& reading) { return find_named(reading.subscriptions, call.ids[0]); });
  if (!found) return answer(failure(404, "SUBSCRIPTION_NOT_FOUND", "there is no such subscription"));
  auto read = read_patch(body);
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [id = found->text("id"), changes = std::get<Changes>(std::move(read))](Repositories& repositories,
                                                                             Response& response) {
        auto subscription = repositories.subscriptions.find(id).value();
        const Milliseconds time = now();
        repositories.subscriptions.update(subscription, changes, time);
        announce_subscription(repositories, OutboxEvent::subscription_updated, subscription, time);
        response = success(200, array_of(subscription));
        return true;
      },
      answer);
}

Response list_entitlements(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, entitlement_rules());
}

}  // namespace vestibule::sandbox
