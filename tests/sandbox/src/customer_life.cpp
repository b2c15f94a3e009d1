#include "customer_life.hpp"

#include <algorithm>

#include "announce.hpp"
#include "erasure.hpp"
#include "log.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/sync/contact.hpp"

namespace vestibule::sandbox {
namespace {

using lifecycle::Effect;
using lifecycle::EventKind;

ids::Uuid uuid_of(std::string_view text) {
  const auto id = ids::parse_uuid(text);
  return id.ok() ? id.value() : ids::Uuid{};
}

audit::FieldChange marked(const std::string& key, std::string_view field, const std::optional<std::string>& before,
                          const std::optional<std::string>& after) {
  return {std::string{field}, before ? audit::mark(key, field, *before) : "",
          after ? audit::mark(key, field, *after) : ""};
}

void sort_changes(audit::Entry& entry) {
  std::sort(entry.changes.begin(), entry.changes.end(),
            [](const audit::FieldChange& a, const audit::FieldChange& b) { return a.field < b.field; });
}

std::vector<std::string> names_of(const audit::Entry& entry) {
  std::vector<std::string> names;
  for (const audit::FieldChange& change : entry.changes) names.push_back(change.field);
  return names;
}

audit::Entry audited(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                     const Occasion& occasion) {
  const bool is_customer = entity == "customer";
  const std::string customer_id = after.text(is_customer ? "id" : "customerId");
  const std::string key = repositories.audit.key_of(customer_id);
  audit::Entry entry{.time = static_cast<std::uint64_t>(occasion.time),
                     .actor = occasion.actor,
                     .customer = uuid_of(customer_id),
                     .cause = occasion.cause,
                     .event = {},
                     .outcome = {},
                     .because = {},
                     .changes = {}};
  const auto columns = after.table().columns();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].hidden || columns[i].name == "lastModifiedDate" || before[i] == after[i]) continue;
    entry.changes.push_back(marked(key, columns[i].name, before[i], after[i]));
  }
  sort_changes(entry);
  repositories.audit.append(entry);
  return entry;
}

// What the record itself shows of its life.
Changes changes_of(const Values& customer, const lifecycle::Step& step) {
  const Table& table = customer.table();
  Changes changes;
  const auto change = [&](std::string_view name, std::optional<std::string> value) {
    if (customer[name] != value) changes.push_back({table.place(name), std::move(value)});
  };
  if (step.effects.has(Effect::customer_since)) {
    // An account that was taken in may have been a customer's for longer; texts of days are in the order of the days.
    const std::string since = checks::to_string(*step.life.customer_since);
    if (!customer["customerSince"] || since < customer.text("customerSince")) change("customerSince", since);
  }
  // Any other type was chosen by somebody and stays.
  if (step.effects.has(Effect::promote_type) && customer.text("type") == "Prospect") change("type", "Direct Customer");
  change("externalId", step.life.account ? std::optional{std::string{step.life.account->text()}} : std::nullopt);
  return changes;
}

// A change order says on its lines what it does, each kind of change once.
std::vector<EventKind> kinds_of(Repositories& repositories, const Values& order) {
  constexpr std::pair<std::string_view, EventKind> kinds[] = {
      {"UpdateQuantity", EventKind::order_changed}, {"Renew", EventKind::renewed}, {"Cancel", EventKind::cancelled}};
  const auto lines = repositories.order_products.all_by("orderId", order.text("id"));
  std::vector<EventKind> found;
  for (const auto& kind : kinds) {
    if (std::ranges::any_of(lines, [&](const Values& line) { return line.text("changeType") == kind.first; })) {
      found.push_back(kind.second);
    }
  }
  if (found.empty()) found.push_back(EventKind::order_activated);
  return found;
}

lifecycle::Step begin_life(Repositories& repositories, const Values& customer, const Occasion& occasion) {
  const std::string id = customer.text("id");
  return tell(repositories, id, {.kind = EventKind::created, .id = uuid_of(id), .mode = repositories.sync.mode()},
              occasion);
}

// A created customer is announced by whoever tells of it: its life may have begun long after it did.
void announce_step(Repositories& repositories, const Values& customer, const audit::Entry& entry,
                   const LifeChange& change) {
  if (entry.event->kind == EventKind::created) return;
  const bool moved =
      stage_of(change.before) != stage_of(change.after) || link_of(change.before) != link_of(change.after);
  if (!moved && entry.changes.empty()) return;
  announce_updated(repositories, "customer", customer, names_of(entry), change, static_cast<Milliseconds>(entry.time));
}

}  // namespace

lifecycle::Step tell(Repositories& repositories, std::string_view customer_id, const lifecycle::Event& event,
                     const Occasion& occasion) {
  const lifecycle::Life before = repositories.lives.find(customer_id);
  auto customer = repositories.customers.find(customer_id);
  if (!before.id && customer && event.kind != EventKind::created) {
    // Of a database that is older than lives: its life begins now.
    begin_life(repositories, *customer, occasion);
    return tell(repositories, customer_id, event, occasion);
  }
  lifecycle::Step step = lifecycle::step(before, event);
  audit::Entry entry{.time = static_cast<std::uint64_t>(occasion.time),
                     .actor = occasion.actor,
                     .customer = uuid_of(customer_id),
                     .cause = occasion.cause,
                     .event = event,
                     .outcome = step.outcome,
                     .because = step.because,
                     .changes = {}};
  bool shown = false;
  if (customer) {
    Changes changes = changes_of(*customer, step);
    shown = !changes.empty();
    const std::string key = repositories.audit.key_of(customer_id);
    for (const Change& change : changes) {
      entry.changes.push_back(
          marked(key, customer->table().columns()[change.column].name, (*customer)[change.column], change.value));
    }
    if (shown) repositories.customers.update(*customer, std::move(changes), occasion.time);
  }
  if (step.outcome != lifecycle::Outcome::ignored) repositories.lives.store(customer_id, step.life, occasion.time);
  if (before.account != step.life.account) {
    repositories.sync.store(customer_id, sync::for_other_account(repositories.sync.ledger(customer_id)));
  }
  // What the record shows of its life, its account shows too (L7).
  const bool differs = shown && lifecycle::may_write_account(step.life);
  if (differs || step.effects.has(Effect::make_account) || step.effects.has(Effect::refresh)) {
    repositories.sync.add(customer_id, "customer", occasion.time + repositories.sync.delay());
  }
  if (sync::wakes_contacts(step)) {
    for (const Values& contact : repositories.contacts.all_by("customerId", customer_id)) {
      repositories.sync.add(contact.text("id"), "contact", occasion.time);
    }
  }
  if (step.effects.has(Effect::erase_personal)) erase_personal(repositories, customer_id, occasion.time);
  if (step.effects.has(Effect::destroy_key)) repositories.audit.destroy_key(customer_id);
  if (step.effects.has(Effect::alarm)) log_event("lifecycle.alarm", lifecycle::to_string(event.kind));
  sort_changes(entry);
  repositories.audit.append(entry);
  if (customer) announce_step(repositories, *customer, entry, {before, step.life});
  return step;
}

void tell_created(Repositories& repositories, const Values& customer, const Occasion& occasion) {
  const lifecycle::Step step = begin_life(repositories, customer, occasion);
  announce_customer_created(repositories, customer.text("id"), {{}, step.life}, occasion.time);
}

void tell_activated(Repositories& repositories, const Values& order, const Occasion& occasion) {
  const auto day = checks::parse_date(order.text("orderPlacedDate"));
  for (const EventKind kind : kinds_of(repositories, order)) {
    lifecycle::Event event{.kind = kind, .order = uuid_of(order.text("id"))};
    if (day.ok()) event.day = day.value();
    tell(repositories, order.text("customerId"), event, occasion);
  }
}

void audit_only(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                const Occasion& occasion) {
  audited(repositories, entity, before, after, occasion);
}

void audit_changes(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                   const Occasion& occasion) {
  const audit::Entry entry = audited(repositories, entity, before, after, occasion);
  if (!before["id"]) return announce_contact_created(repositories, after, occasion.time);
  announce_updated(repositories, entity, after, names_of(entry), {}, occasion.time);
}

void note_changes(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                  const Occasion& occasion) {
  audit_changes(repositories, entity, before, after, occasion);
  const std::string customer_id = after.text(entity == "customer" ? "id" : "customerId");
  if (lifecycle::may_write_account(repositories.lives.find(customer_id))) {
    repositories.sync.add(after.text("id"), entity, occasion.time + repositories.sync.delay());
  }
}

}  // namespace vestibule::sandbox
