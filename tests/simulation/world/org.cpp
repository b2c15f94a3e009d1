#include "world/org.hpp"

#include <algorithm>
#include <utility>

#include "mutants.hpp"
#include "vestibule/lifecycle/life.hpp"

namespace vestibule::simulation {
namespace {

// The org's own rule about values.
bool is_refused(const sync::Value& value) { return value && value->starts_with('!'); }

}  // namespace

Answer Org::handle(const Request& request) {
  switch (request.kind) {
    case Request::Kind::create: return create(request);
    case Request::Kind::change: return change(request);
    case Request::Kind::read: break;
  }
  const auto number = find(request.record);
  if (!number) return {.status = 404};
  return {.status = 200, .records = {record_of(*number)}};
}

// Under the Nue id as the key: asked twice, there is one record.
Answer Org::create(const Request& request) {
  if (const auto known = find_by_key(request.key)) return {.status = 409, .records = {record_of(*known)}};
  if (std::any_of(request.values.begin(), request.values.end(), is_refused)) return {.status = 400};
  const auto parent = request.parent ? find(*request.parent) : std::nullopt;
  const bool is_contact = request.key.entity == Entity::contact;
  if (is_contact && (!parent || rows_[*parent].state != OrgRow::State::living)) return {.status = 400};
  const OrgNumber number =
      is_contact ? make_contact(*parent, request.values, request.key) : make(request.values, request.key);
  rows_[number].ours = rows_[number].version;
  return {.status = 201, .records = {record_of(number)}};
}

Answer Org::change(const Request& request) {
  const auto number = find(request.record);
  if (!number) return {.status = 404};
  OrgRow& record = rows_[*number];
  if (record.state != OrgRow::State::living) return {.status = 404, .records = {record_of(*number)}};
  const bool stale = record.version != request.write.version;
  if (stale && mutant != Mutant::no_compare_and_set) return {.status = 412};
  if (std::any_of(request.write.changes.begin(), request.write.changes.end(),
                  [](const sync::Change& each) { return is_refused(each.value); })) {
    return {.status = 400};
  }
  if (stale) run_.fail("L13 a write based on a stale version changed Salesforce");
  for (const sync::Change& each : request.write.changes) record.values[each.place] = each.value;
  record.ours = ++record.version;
  on_written(*number, request.write.changes);
  tell(*number, OrgChange::update);
  return {.status = 200, .records = {record_of(*number)}};
}

OrgNumber Org::make(sync::Snapshot values, std::optional<Key> key) {
  return add(Entity::customer, std::move(values), key);
}

OrgNumber Org::make_contact(OrgNumber account, sync::Snapshot values, std::optional<Key> key) {
  const OrgNumber number = add(Entity::contact, std::move(values), key);
  rows_[number].account = account;
  return number;
}

OrgNumber Org::add(Entity entity, sync::Snapshot values, std::optional<Key> key) {
  const auto number = static_cast<OrgNumber>(rows_.size());
  const auto id = ids::parse_salesforce_id(org_id_text(entity, number));
  if (!id.ok() || ids::parse_salesforce_id(id.value().id.text()).value().id != id.value().id) {
    run_.fail("L5 an id is not the canonical form of itself");
    return number;
  }
  if (find(id.value().id)) run_.fail("L5 two records have one id");
  rows_.push_back({.id = id.value().id,
                   .values = std::move(values),
                   .entity = entity,
                   .key = key,
                   .merged_into = {},
                   .account = {}});
  run_.log.add(run_.now(), "org makes", id.value().id.text());
  return number;
}

std::vector<OrgNumber> Org::contacts_of(OrgNumber account, OrgRow::State state) const {
  std::vector<OrgNumber> contacts;
  for (OrgNumber i = 0; i < rows_.size(); ++i) {
    if (rows_[i].account == account && rows_[i].state == state) contacts.push_back(i);
  }
  return contacts;
}

void Org::edit(OrgNumber number, const std::vector<sync::Change>& changes) {
  OrgRow& record = rows_[number];
  for (const sync::Change& each : changes) record.values[each.place] = each.value;
  ++record.version;
  tell(number, OrgChange::update);
}

void Org::merge(OrgNumber loser, OrgNumber winner) {
  rows_[loser].merged_into = winner;
  ++rows_[winner].version;
  for (const OrgNumber contact : contacts_of(loser, OrgRow::State::living)) {
    rows_[contact].account = winner;
    ++rows_[contact].version;
    tell(contact, OrgChange::update);
  }
  remove(loser);
}

void Org::merge_in_circle(OrgNumber one, OrgNumber other) {
  rows_[one].merged_into = other;
  rows_[other].merged_into = one;
  remove(one);
  remove(other);
}

void Org::remove(OrgNumber number) {
  for (const OrgNumber contact : contacts_of(number, OrgRow::State::living)) {
    remove(contact);
    rows_[contact].went_with_account = true;
  }
  OrgRow& record = rows_[number];
  record.state = OrgRow::State::in_bin;
  record.deleted_at = run_.now();
  record.went_with_account = false;
  ++record.version;
  tell(number, OrgChange::remove);
}

bool Org::undelete(OrgNumber number) {
  OrgRow& record = rows_[number];
  if (record.key && find_by_key(*record.key)) return false;
  if (record.account && rows_[*record.account].state != OrgRow::State::living) return false;
  record.state = OrgRow::State::living;
  ++record.version;
  tell(number, OrgChange::undelete);
  for (const OrgNumber contact : contacts_of(number, OrgRow::State::in_bin)) {
    if (rows_[contact].went_with_account) (void)undelete(contact);
  }
  return true;
}

void Org::purge(OrgNumber number) {
  rows_[number].state = OrgRow::State::gone;
  for (OrgRow& record : rows_) {
    if (record.account == number) record.state = OrgRow::State::gone;
  }
}

void Org::empty_bin() {
  for (OrgRow& record : rows_) {
    const bool over = run_.now() > record.deleted_at + lifecycle::recycle_bin_days * day;
    if (record.state == OrgRow::State::in_bin && over) record.state = OrgRow::State::gone;
  }
}

std::optional<OrgNumber> Org::find(const ids::SalesforceId& id) const {
  const auto place = std::find_if(rows_.begin(), rows_.end(), [&](const OrgRow& record) {
    return record.id == id && record.state != OrgRow::State::gone;
  });
  if (place == rows_.end()) return std::nullopt;
  return static_cast<OrgNumber>(place - rows_.begin());
}

std::optional<OrgNumber> Org::find_by_key(const Key& key) const {
  const auto place = std::find_if(rows_.begin(), rows_.end(), [&](const OrgRow& record) {
    return record.key == key && record.state == OrgRow::State::living;
  });
  if (place == rows_.end()) return std::nullopt;
  return static_cast<OrgNumber>(place - rows_.begin());
}

OrgRecord Org::record_of(OrgNumber number) const {
  const OrgRow& row = rows_[number];
  OrgRecord record{row.id,      row.key, row.values, row.version, row.ours, row.state != OrgRow::State::living,
                   std::nullopt};
  if (row.merged_into) record.master = rows_[*row.merged_into].id;
  return record;
}

void Org::tell(OrgNumber number, OrgChange change) {
  const OrgRow& row = rows_[number];
  constexpr std::string_view words[] = {"org changes", "org deletes", "org undeletes"};
  run_.log.add(run_.now(), words[static_cast<std::size_t>(change)], row.id.text(), row.version);
  OrgEvent event{change, row.id, {row.values, row.version, row.ours}, {}};
  sign(event);
  on_event(event);
}

}  // namespace vestibule::simulation
