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
  const auto number = find(request.account);
  if (!number) return {.status = 404};
  return {.status = 200, .records = {record_of(*number)}};
}

// Under the customer's id as the key: asked twice, there is one account.
Answer Org::create(const Request& request) {
  if (const auto known = find_by_key(request.customer)) return {.status = 409, .records = {record_of(*known)}};
  if (std::any_of(request.values.begin(), request.values.end(), is_refused)) return {.status = 400};
  const AccountNumber number = make(request.values, request.customer);
  accounts_[number].ours = accounts_[number].version;
  return {.status = 201, .records = {record_of(number)}};
}

Answer Org::change(const Request& request) {
  const auto number = find(request.account);
  if (!number) return {.status = 404};
  Account& account = accounts_[*number];
  if (account.state != Account::State::living) return {.status = 404, .records = {record_of(*number)}};
  const bool stale = account.version != request.write.version;
  if (stale && mutant != Mutant::no_compare_and_set) return {.status = 412};
  if (std::any_of(request.write.changes.begin(), request.write.changes.end(),
                  [](const sync::Change& each) { return is_refused(each.value); })) {
    return {.status = 400};
  }
  if (stale) run_.fail("L13 a write based on a stale version changed Salesforce");
  for (const sync::Change& each : request.write.changes) account.values[each.place] = each.value;
  account.ours = ++account.version;
  on_written(*number, request.write.changes);
  tell(*number, OrgChange::update);
  return {.status = 200, .records = {record_of(*number)}};
}

AccountNumber Org::make(sync::Snapshot values, std::optional<CustomerNumber> key) {
  const auto number = static_cast<AccountNumber>(accounts_.size());
  const std::string text = account_text(number);
  const auto id = ids::parse_salesforce_id(text);
  if (!id.ok() || ids::parse_salesforce_id(id.value().id.text()).value().id != id.value().id) {
    run_.fail("L5 an id is not the canonical form of itself");
    return number;
  }
  if (find(id.value().id)) run_.fail("L5 two accounts have one id");
  accounts_.push_back({.id = id.value().id, .values = std::move(values), .key = key, .merged_into = {}});
  run_.log.add(run_.now(), "org makes", id.value().id.text());
  return number;
}

void Org::edit(AccountNumber number, const std::vector<sync::Change>& changes) {
  Account& account = accounts_[number];
  for (const sync::Change& each : changes) account.values[each.place] = each.value;
  ++account.version;
  tell(number, OrgChange::update);
}

void Org::merge(AccountNumber loser, AccountNumber winner) {
  accounts_[loser].merged_into = winner;
  ++accounts_[winner].version;
  remove(loser);
}

void Org::merge_in_circle(AccountNumber one, AccountNumber other) {
  accounts_[one].merged_into = other;
  accounts_[other].merged_into = one;
  remove(one);
  remove(other);
}

void Org::remove(AccountNumber number) {
  Account& account = accounts_[number];
  account.state = Account::State::in_bin;
  account.deleted_at = run_.now();
  ++account.version;
  tell(number, OrgChange::remove);
}

bool Org::undelete(AccountNumber number) {
  Account& account = accounts_[number];
  if (account.key && find_by_key(*account.key)) return false;
  account.state = Account::State::living;
  ++account.version;
  tell(number, OrgChange::undelete);
  return true;
}

void Org::purge(AccountNumber number) { accounts_[number].state = Account::State::gone; }

void Org::empty_bin() {
  for (Account& account : accounts_) {
    const bool over = run_.now() > account.deleted_at + lifecycle::recycle_bin_days * day;
    if (account.state == Account::State::in_bin && over) account.state = Account::State::gone;
  }
}

std::optional<AccountNumber> Org::find(const ids::SalesforceId& id) const {
  const auto place = std::find_if(accounts_.begin(), accounts_.end(), [&](const Account& account) {
    return account.id == id && account.state != Account::State::gone;
  });
  if (place == accounts_.end()) return std::nullopt;
  return static_cast<AccountNumber>(place - accounts_.begin());
}

std::optional<AccountNumber> Org::find_by_key(CustomerNumber key) const {
  const auto place = std::find_if(accounts_.begin(), accounts_.end(), [&](const Account& account) {
    return account.key == key && account.state == Account::State::living;
  });
  if (place == accounts_.end()) return std::nullopt;
  return static_cast<AccountNumber>(place - accounts_.begin());
}

OrgRecord Org::record_of(AccountNumber number) const {
  const Account& account = accounts_[number];
  OrgRecord record{account.id,      account.key,  account.values,
                   account.version, account.ours, account.state != Account::State::living,
                   std::nullopt};
  if (account.merged_into) record.master = accounts_[*account.merged_into].id;
  return record;
}

void Org::tell(AccountNumber number, OrgChange change) {
  const Account& account = accounts_[number];
  constexpr std::string_view words[] = {"org changes", "org deletes", "org undeletes"};
  run_.log.add(run_.now(), words[static_cast<std::size_t>(change)], account.id.text(), account.version);
  OrgEvent event{change, account.id, {account.values, account.version, account.ours}, {}};
  sign(event);
  on_event(std::move(event));
}

}  // namespace vestibule::simulation
