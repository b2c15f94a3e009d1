#include "account_intake.hpp"

#include "customer_life.hpp"
#include "in_writer.hpp"
#include "log.hpp"
#include "orders.hpp"
#include "random_id.hpp"
#include "sync_values.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::string_view page_size = "200";

ids::Uuid uuid_of(std::string_view text) {
  const auto id = ids::parse_uuid(text);
  return id.ok() ? id.value() : ids::Uuid{};
}

ids::SalesforceId account_of(const SyncTask& task) {
  const auto id = ids::parse_salesforce_id(task.id.substr(0, task.id.find('/')));
  return id.ok() ? id.value().id : ids::SalesforceId{};
}

bool has_value(const nlohmann::json& record, std::string_view member) {
  const auto found = record.find(member);
  return found != record.end() && !found->is_null();
}

// The customer that the account's key names. It has the account made or found by a task of its own.
bool is_being_linked(Repositories& repositories, const nlohmann::json& account) {
  const auto key = account.find("Nue_Id__c");
  return key != account.end() && key->is_string() && repositories.customers.find(key->get<std::string>());
}

bool passes_filter(Repositories& repositories, const nlohmann::json& account) {
  if (!takes_accounts(repositories)) return false;
  const std::string filter = repositories.sync.account_filter();
  return filter.empty() || has_value(account, filter);
}

// Metrics are what subscriptions come to, and a new customer has none.
Changes values_of(const Table& table, const nlohmann::json& account) {
  Changes changes;
  const sync::Plan& plan = sync_plan(catalogue::Entity::customer);
  const sync::Snapshot snapshot = snapshot_of(plan, account);
  for (std::size_t i = 0; i < plan.fields.size(); ++i) {
    const catalogue::Field field = plan.fields[i];
    if (!snapshot[i] || catalogue::sync_class(field) == catalogue::SyncClass::metrics) continue;
    if (!sync::travels(sync::unit_at(plan, i))) continue;
    changes.push_back({table.place(catalogue::info(field).name), column_value(field, snapshot[i])});
  }
  if (!has_value(account, "RecordType")) changes.push_back({table.place("recordType"), "Business"});
  if (has_value(account, "CustomerSince__c")) {
    changes.push_back({table.place("customerSince"), account["CustomerSince__c"].get<std::string>()});
  }
  return changes;
}

bool is_acceptable(const nlohmann::json& account) {
  const sync::Plan& plan = sync_plan(catalogue::Entity::customer);
  const sync::Snapshot snapshot = snapshot_of(plan, account);
  for (std::size_t i = 0; i < plan.fields.size(); ++i) {
    if (snapshot[i] && !may_hold(plan.fields[i], snapshot[i])) return false;
  }
  return true;
}

// "" where it cannot be one.
std::string make_customer(Repositories& repositories, const nlohmann::json& account, ids::SalesforceId id,
                          const Occasion& occasion) {
  Changes values = values_of(repositories.customers.table(), account);
  if (!is_acceptable(account)) {
    log_event("sync.account_refused", "INVALID_FIELD_VALUE");
    return "";
  }
  auto made = repositories.customers.create({values}, occasion.time);
  if (std::holds_alternative<Refusal>(made)) {
    // Salesforce lets two accounts have one number (10.10): the customer gets one of its own.
    const ColumnIndex number = repositories.customers.table().place("accountNumber");
    std::erase_if(values, [number](const Change& change) { return change.column == number; });
    made = repositories.customers.create({values}, occasion.time);
  }
  if (const auto* refusal = std::get_if<Refusal>(&made)) {
    log_event("sync.account_refused", problem_of(refusal->reason, "").code);
    return "";
  }
  const Values& customer = std::get<std::vector<Values>>(made).front();
  std::string customer_id = customer.text("id");
  tell_created(repositories, customer, occasion);
  tell(repositories, customer_id,
       {.kind = lifecycle::EventKind::link_set, .account = id, .source = lifecycle::Source::salesforce}, occasion);
  // What only the customer has, such as its type, is then an edit of Nue's.
  repositories.sync.store(customer_id,
                          sync::for_new_account(snapshot_of(sync_plan(catalogue::Entity::customer), account),
                                                static_cast<std::uint64_t>(customer.number("version"))));
  repositories.sync.add(customer_id, "customer", occasion.time);
  return customer_id;
}

// Salesforce says itself since when the account is a customer's.
void tell_order(Repositories& repositories, const std::string& customer_id, std::string_view order,
                const nlohmann::json& account, const Occasion& occasion) {
  lifecycle::Event event{.kind = lifecycle::EventKind::order_activated, .order = uuid_of(order)};
  const std::string today = to_iso(occasion.time).substr(0, 10);
  const auto since = account.find("CustomerSince__c");
  const bool known = since != account.end() && since->is_string();
  const auto day = checks::parse_date(known ? since->get<std::string>() : today);
  if (day.ok()) event.day = day.value();
  store_org_order(repositories, std::string{order}, customer_id, today, occasion.time);
  tell(repositories, customer_id, event, occasion);
}

SyncEnd end_of(const SyncAnswer& answer) {
  switch (answer.kind) {
    case SyncAnswer::Kind::changed:
    case SyncAnswer::Kind::unreachable: return SyncEnd::later;
    default: return SyncEnd::done;
  }
}

}  // namespace

void add_order(Repositories& repositories, std::string_view account, Milliseconds time) {
  // The id is part of the task, so that the order counts once however often the task is carried out.
  repositories.sync.add(std::string{account} + '/' + random_uuid(), order_task, time);
}

bool takes_accounts(Repositories& repositories) { return repositories.sync.mode() == lifecycle::Mode::continuous; }

SyncEnd take_in(Store& store, SyncClient& org, const SyncTask& task) {
  const ids::SalesforceId id = account_of(task);
  const bool is_order = task.entity == order_task;
  const SyncAnswer answer = org.read("Account", id.text());
  if (answer.kind != SyncAnswer::Kind::done) return end_of(answer);
  std::string customer_id;
  bool waits = false;
  in_writer(store, [&](Repositories& repositories) {
    const Occasion occasion{"salesforce", now()};
    if (const auto holder = repositories.lives.holder_of(id.text())) {
      customer_id = *holder;
    } else if (is_being_linked(repositories, answer.body)) {
      waits = is_order;
    } else if (is_order || passes_filter(repositories, answer.body)) {
      customer_id = make_customer(repositories, answer.body, id, occasion);
    }
    if (is_order && !customer_id.empty()) {
      tell_order(repositories, customer_id, task.id.substr(task.id.find('/') + 1), answer.body, occasion);
    }
  });
  if (customer_id.empty()) return waits ? SyncEnd::later : SyncEnd::done;
  const auto key = answer.body.find("Nue_Id__c");
  if (key != answer.body.end() && *key == customer_id) return SyncEnd::done;
  return end_of(org.change("Account", id.text(), {{"Nue_Id__c", customer_id}}, answer.version));
}

bool look_through_accounts(Store& store, SyncClient& org) {
  std::optional<std::string> after;
  std::string filter;
  in_writer(store, [&](Repositories& repositories) {
    after = repositories.sync.accounts_seen();
    filter = repositories.sync.account_filter();
  });
  if (!after) return false;
  std::string query = "limit=" + std::string{page_size};
  if (!after->empty()) query += "&after=" + *after;
  if (!filter.empty()) query += "&set=" + filter;
  const SyncAnswer answer = org.list("Account", query);
  if (answer.kind == SyncAnswer::Kind::unreachable) return false;
  in_writer(store, [&](Repositories& repositories) {
    const bool listed = answer.kind == SyncAnswer::Kind::done;
    for (const nlohmann::json& account : listed ? answer.body["records"] : nlohmann::json::array()) {
      const std::string id = account.value("Id", "");
      if (!repositories.lives.holder_of(id)) repositories.sync.add(id, account_task, now());
    }
    const bool more = listed && !answer.body.value("done", true);
    repositories.sync.set_accounts_seen(more ? std::optional{answer.body.value("next", "")} : std::nullopt);
  });
  return true;
}

}  // namespace vestibule::sandbox
