#include "world/nue.hpp"

#include <algorithm>
#include <utility>

#include "mutants.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/lifecycle/overdue.hpp"
#include "vestibule/sync/contact.hpp"

namespace vestibule::simulation {
namespace {

using lifecycle::Effect;

constexpr std::uint64_t sync_delay = 2 * second;

audit::ValueMark mark_of(const std::string& key, std::string_view field, const sync::Value& value) {
  return value && !key.empty() ? audit::mark(key, field, *value) : "";
}

void blank(Record& record) {
  for (sync::Value& value : record.values) value.reset();
  record.ledger = {};
  ++record.version;
}

}  // namespace

const Record& Nue::record(const Key& key) const {
  return key.entity == Entity::customer ? rows_[key.number].record : contacts_[key.number].record;
}

Record& Nue::at(const Key& key) {
  return key.entity == Entity::customer ? rows_[key.number].record : contacts_[key.number].record;
}

const lifecycle::Life& Nue::life(const Key& key) const {
  return rows_[key.entity == Entity::customer ? key.number : contacts_[key.number].customer].life;
}

std::optional<ids::SalesforceId> Nue::tie_of(const Key& key) const {
  return key.entity == Entity::customer ? rows_[key.number].life.account : contacts_[key.number].external;
}

std::optional<Key> Nue::record_tied_to(const ids::SalesforceId& id) const {
  if (const auto customer = holder_of(id)) return customer_key(*customer);
  const auto place =
      std::find_if(contacts_.begin(), contacts_.end(), [&](const ContactRow& row) { return row.external == id; });
  if (place == contacts_.end()) return std::nullopt;
  return contact_key(static_cast<ContactNumber>(place - contacts_.begin()));
}

std::vector<Key> Nue::keys() const {
  std::vector<Key> all;
  for (CustomerNumber i = 0; i < rows_.size(); ++i) all.push_back(customer_key(i));
  for (ContactNumber i = 0; i < contacts_.size(); ++i) all.push_back(contact_key(i));
  return all;
}

std::optional<CustomerNumber> Nue::holder_of(const ids::SalesforceId& account) const {
  const auto place =
      std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.life.account == account; });
  if (place == rows_.end()) return std::nullopt;
  return static_cast<CustomerNumber>(place - rows_.begin());
}

CustomerNumber Nue::make(sync::Snapshot values) {
  const auto customer = static_cast<CustomerNumber>(rows_.size());
  rows_.push_back({.record = {.values = std::move(values), .ledger = {}, .task = {}},
                   .life = {},
                   .key = "key of " + std::to_string(customer)});
  tell(customer, {.kind = lifecycle::EventKind::created, .id = customer_id(customer), .mode = mode_}, "api");
  return customer;
}

void Nue::make_contact(CustomerNumber customer, sync::Snapshot values) {
  const auto contact = static_cast<ContactNumber>(contacts_.size());
  std::vector<sync::Change> changes;
  for (std::uint16_t i = 0; i < values.size(); ++i) changes.push_back({i, std::exchange(values[i], std::nullopt)});
  contacts_.push_back(
      {.record = {.values = std::move(values), .ledger = {}, .task = {}}, .customer = customer, .external = {}});
  change(contact_key(contact), changes);
}

void Nue::tie_contact(ContactNumber contact, const ids::SalesforceId& external) {
  ContactRow& row = contacts_[contact];
  if (row.external && row.external != external) run_.fail("L4 a contact was tied to another one");
  row.external = external;
  run_.log.add(run_.now(), "contact", contact, "is tied to", external.text());
  on_contact_tied(contact);
  want(contact_key(contact), clock_.wall());
}

std::optional<CustomerNumber> Nue::take_in(const ImportRow& row) {
  if (migrated_.contains(row.legacy) || (row.account && holder_of(*row.account))) return std::nullopt;
  const CustomerNumber customer = make(row.values);
  migrated_.emplace(row.legacy, customer);
  if (row.account) {
    tell(customer,
         {.kind = lifecycle::EventKind::link_set, .account = *row.account, .source = lifecycle::Source::import},
         "import");
  }
  return customer;
}

void Nue::tell_overdue() {
  for (CustomerNumber i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (row.overdue_told || !lifecycle::is_overdue(row.life, row.pending_since, clock_.wall())) continue;
    row.overdue_told = true;
    run_.log.add(run_.now(), "customer", i, "waits for too long");
    on_overdue(i);
  }
}

void Nue::tell(CustomerNumber customer, const lifecycle::Event& event, std::string_view actor) {
  Row& row = rows_[customer];
  const lifecycle::Step step = lifecycle::step(row.life, event);
  audit::Entry entry{.time = clock_.wall(),
                     .actor = std::string{actor},
                     .customer = customer_id(customer),
                     .cause = {},
                     .event = event,
                     .outcome = step.outcome,
                     .because = step.because,
                     .changes = {}};
  const Key key = customer_key(customer);
  put(key, shown(row, step), By::event, entry);
  const lifecycle::Life before = std::exchange(row.life, step.life);
  if (row.life.link == lifecycle::Link::suspended && before.link != row.life.link) row.suspended_at = clock_.wall();
  if (lifecycle::is_waiting(row.life) && !lifecycle::is_waiting(before)) {
    row.pending_since = clock_.wall();
    row.overdue_told = false;
  }
  if (row.life.account != before.account) {
    row.record.ledger = sync::for_other_account(std::move(row.record.ledger));
  }
  if (step.effects.has(Effect::make_account) || step.effects.has(Effect::refresh)) {
    want(key, clock_.wall() + sync_delay);
  }
  if (sync::wakes_contacts(step)) {
    for (ContactNumber i = 0; i < contacts_.size(); ++i) {
      if (contacts_[i].customer == customer) want(contact_key(i), clock_.wall());
    }
  }
  if (step.effects.has(Effect::erase_personal)) erase(customer);
  append(entry);
  run_.log.add(run_.now(), "customer", customer, to_string(event.kind), to_string(step.outcome),
               to_string(step.because), to_string(link_of(row.life)));
  on_told(customer, before, event);
}

void Nue::change(const Key& key, const std::vector<sync::Change>& changes) {
  change(key, changes, By::person);
  if (lifecycle::may_write_account(life(key))) want(key, clock_.wall() + sync_delay);
}

bool Nue::write(const Key& key, const sync::SideWrite& write) {
  const bool stale = record(key).version != write.version;
  if (stale && mutant != Mutant::no_compare_and_set) return false;
  if (stale) run_.fail("L13 a write based on a stale version changed Nue");
  change(key, write.changes, By::sync);
  return true;
}

void Nue::store(const Key& key, sync::Ledger ledger, const std::vector<sync::Conflict>& conflicts) {
  at(key).ledger = std::move(ledger);
  for (const sync::Conflict& conflict : conflicts) on_conflict(key, conflict);
}

void Nue::change(const Key& key, const std::vector<sync::Change>& changes, By by) {
  audit::Entry entry{.time = clock_.wall(),
                     .actor = by == By::sync ? "sync" : "api",
                     .customer = *life(key).id,
                     .cause = {},
                     .event = {},
                     .outcome = {},
                     .because = {},
                     .changes = {}};
  put(key, changes, by, entry);
  append(entry);
}

void Nue::want(const Key& key, std::uint64_t due) {
  Task& task = at(key).task;
  task.due = task.wanted ? std::min(task.due, due) : due;
  task.wanted = true;
  ++task.asked;
}

// Nothing that could tell who it was stays: neither the record nor the key of its marks, nor what the sync keeps.
void Nue::erase(CustomerNumber customer) {
  blank(rows_[customer].record);
  rows_[customer].key.clear();
  for (ContactRow& contact : contacts_) {
    if (contact.customer == customer) blank(contact.record);
  }
}

std::vector<sync::Change> Nue::shown(const Row& row, const lifecycle::Step& step) const {
  static const auto since = plan().units[unit_of("customerSince")].first;
  static const auto type = plan().units[unit_of("type")].first;
  std::vector<sync::Change> changes;
  if (row.life.erased) return changes;
  if (step.effects.has(Effect::customer_since)) {
    const std::string text = checks::to_string(*step.life.customer_since);
    if (row.record.values[since] != text) changes.push_back({since, text});
  }
  if (step.effects.has(Effect::promote_type) && row.record.values[type] == "Prospect") {
    changes.push_back({type, "Direct Customer"});
  }
  return changes;
}

void Nue::put(const Key& key, const std::vector<sync::Change>& changes, By by, audit::Entry& entry) {
  if (changes.empty()) return;
  Record& changed = at(key);
  const bool is_customer = key.entity == Entity::customer;
  const std::string& secret = rows_[is_customer ? key.number : contacts_[key.number].customer].key;
  const sync::Snapshot before = changed.values;
  for (const sync::Change& each : changes) {
    const std::string_view field = name_of(plan(key.entity), each.place);
    sync::Value& value = changed.values[each.place];
    entry.changes.push_back({std::string{field}, mark_of(secret, field, value), mark_of(secret, field, each.value)});
    value = each.value;
  }
  std::sort(entry.changes.begin(), entry.changes.end(),
            [](const audit::FieldChange& a, const audit::FieldChange& b) { return a.field < b.field; });
  ++changed.version;
  if (by == By::sync) changed.ours = changed.version;
  run_.log.add(run_.now(), is_customer ? "customer" : "contact", key.number,
               by == By::sync ? "written by the sync" : "changed", changed.version);
  on_changed(key, changes, before, by);
}

void Nue::append(const audit::Entry& entry) {
  if constexpr (mutant == Mutant::audit_apart) {
    late_.push_back(entry);
  } else {
    audit::append(audit_, head_, entry);
  }
}

void Nue::write_late_entries() {
  for (const audit::Entry& entry : late_) audit::append(audit_, head_, entry);
  late_.clear();
}

}  // namespace vestibule::simulation
