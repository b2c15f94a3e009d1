#include "world/nue.hpp"

#include <algorithm>
#include <utility>

#include "mutants.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/lifecycle/overdue.hpp"

namespace vestibule::simulation {
namespace {

using lifecycle::Effect;

constexpr std::uint64_t sync_delay = 2 * second;

audit::ValueMark mark_of(const Row& row, std::string_view field, const sync::Value& value) {
  return value && !row.key.empty() ? audit::mark(row.key, field, *value) : "";
}

}  // namespace

std::optional<CustomerNumber> Nue::holder_of(const ids::SalesforceId& account) const {
  const auto place =
      std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.life.account == account; });
  if (place == rows_.end()) return std::nullopt;
  return static_cast<CustomerNumber>(place - rows_.begin());
}

CustomerNumber Nue::make(sync::Snapshot values) {
  const auto customer = static_cast<CustomerNumber>(rows_.size());
  rows_.push_back(
      {.values = std::move(values), .life = {}, .ledger = {}, .task = {}, .key = "key of " + std::to_string(customer)});
  tell(customer, {.kind = lifecycle::EventKind::created, .id = customer_id(customer), .mode = mode_}, "api");
  return customer;
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
  put(customer, shown(row, step), By::event, entry);
  const lifecycle::Life before = std::exchange(row.life, step.life);
  if (row.life.link == lifecycle::Link::suspended && before.link != row.life.link) row.suspended_at = clock_.wall();
  if (lifecycle::is_waiting(row.life) && !lifecycle::is_waiting(before)) {
    row.pending_since = clock_.wall();
    row.overdue_told = false;
  }
  if (row.life.account != before.account) row.ledger = sync::for_other_account(std::move(row.ledger));
  if (step.effects.has(Effect::make_account) || step.effects.has(Effect::refresh)) {
    want(customer, clock_.wall() + sync_delay);
  }
  if (step.effects.has(Effect::erase_personal)) erase(row);
  append(entry);
  run_.log.add(run_.now(), "customer", customer, to_string(event.kind), to_string(step.outcome),
               to_string(step.because), to_string(link_of(row.life)));
  on_told(customer, before, event);
}

void Nue::change(CustomerNumber customer, const std::vector<sync::Change>& changes) {
  change(customer, changes, By::person);
  if (lifecycle::may_write_account(rows_[customer].life)) want(customer, clock_.wall() + sync_delay);
}

bool Nue::write(CustomerNumber customer, const sync::SideWrite& write) {
  const bool stale = rows_[customer].version != write.version;
  if (stale && mutant != Mutant::no_compare_and_set) return false;
  if (stale) run_.fail("L13 a write based on a stale version changed Nue");
  change(customer, write.changes, By::sync);
  return true;
}

void Nue::store(CustomerNumber customer, sync::Ledger ledger, const std::vector<sync::Conflict>& conflicts) {
  rows_[customer].ledger = std::move(ledger);
  for (const sync::Conflict& conflict : conflicts) on_conflict(customer, conflict);
}

void Nue::change(CustomerNumber customer, const std::vector<sync::Change>& changes, By by) {
  audit::Entry entry{.time = clock_.wall(),
                     .actor = by == By::sync ? "sync" : "api",
                     .customer = customer_id(customer),
                     .cause = {},
                     .event = {},
                     .outcome = {},
                     .because = {},
                     .changes = {}};
  put(customer, changes, by, entry);
  append(entry);
}

void Nue::want(CustomerNumber customer, std::uint64_t due) {
  Task& task = rows_[customer].task;
  task.due = task.wanted ? std::min(task.due, due) : due;
  task.wanted = true;
  ++task.asked;
}

// Nothing that could tell who it was stays: neither the record nor the key of its marks, nor what the sync keeps.
void Nue::erase(Row& row) {
  for (sync::Value& value : row.values) value.reset();
  row.ledger = {};
  row.key.clear();
  ++row.version;
}

std::vector<sync::Change> Nue::shown(const Row& row, const lifecycle::Step& step) const {
  static const auto since = plan().units[unit_of("customerSince")].first;
  static const auto type = plan().units[unit_of("type")].first;
  std::vector<sync::Change> changes;
  if (row.life.erased) return changes;
  if (step.effects.has(Effect::customer_since)) {
    const std::string text = checks::to_string(*step.life.customer_since);
    if (row.values[since] != text) changes.push_back({since, text});
  }
  if (step.effects.has(Effect::promote_type) && row.values[type] == "Prospect") {
    changes.push_back({type, "Direct Customer"});
  }
  return changes;
}

void Nue::put(CustomerNumber customer, const std::vector<sync::Change>& changes, By by, audit::Entry& entry) {
  if (changes.empty()) return;
  Row& row = rows_[customer];
  const sync::Snapshot before = row.values;
  for (const sync::Change& each : changes) {
    const std::string_view field = name_of(each.place);
    entry.changes.push_back(
        {std::string{field}, mark_of(row, field, row.values[each.place]), mark_of(row, field, each.value)});
    row.values[each.place] = each.value;
  }
  std::sort(entry.changes.begin(), entry.changes.end(),
            [](const audit::FieldChange& a, const audit::FieldChange& b) { return a.field < b.field; });
  ++row.version;
  if (by == By::sync) row.ours = row.version;
  run_.log.add(run_.now(), "customer", customer, by == By::sync ? "written by the sync" : "changed", row.version);
  on_changed(customer, changes, before, by);
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
