#include "world/judge.hpp"

#include <algorithm>

#include "vestibule/lifecycle/overdue.hpp"

namespace vestibule::simulation {
namespace {

using lifecycle::EventKind;
using lifecycle::Life;
using lifecycle::Link;

// The units that the changes are about, each once.
std::vector<std::size_t> units_of(const sync::Plan& of, const std::vector<sync::Change>& changes) {
  std::vector<std::size_t> units;
  for (std::size_t i = 0; i < of.units.size(); ++i) {
    const sync::Unit& unit = of.units[i];
    const auto within = [&](const sync::Change& each) {
      return each.place >= unit.first && each.place < unit.first + unit.count;
    };
    if (std::any_of(changes.begin(), changes.end(), within)) units.push_back(i);
  }
  return units;
}

bool is_past(const Life& life, const ids::SalesforceId& account) {
  return std::find(life.past_accounts.begin(), life.past_accounts.end(), account) != life.past_accounts.end();
}

}  // namespace

Judge::Judge(Run& run, Nue& nue, Org& org) : run_{run}, nue_{nue}, org_{org} {
  nue.on_told = [this](CustomerNumber customer, const Life& before, const lifecycle::Event& event) {
    told(customer, before, event);
  };
  nue.on_changed = [this](const Key& key, const std::vector<sync::Change>& changes, const sync::Snapshot& before,
                          By by) { changed(key, changes, before, by); };
  nue.on_contact_tied = [this](ContactNumber contact) { contact_tied(contact); };
  nue.on_overdue = [this](CustomerNumber customer) { overdue(customer); };
  nue.on_conflict = [this](const Key& key, const sync::Conflict& conflict) {
    run_.log.add(run_.now(), key.entity == Entity::customer ? "customer" : "contact", key.number, "loses",
                 text_of(std::span{conflict.lost}), "of", to_string(conflict.side));
    check(witness(key).lost(conflict, nue_.record(key).ledger.base));
  };
  org.on_written = [this](OrgNumber record, const std::vector<sync::Change>& changes) { org_written(record, changes); };
}

void Judge::check(std::string_view rule) {
  if (!rule.empty()) run_.fail(rule);
}

void Judge::told(CustomerNumber customer, const Life& before, const lifecycle::Event& event) {
  ++entries_;
  touched_.push_back(customer);
  const Row& row = nue_.row(customer);
  if (customer == witnesses_.size()) witnesses_.emplace_back(Entity::customer, row.record.values);
  Witness& witness = witnesses_[customer];
  // A reason counts where it had an effect.
  const bool became_due = row.life.link == Link::pending && before.link != Link::pending;
  const bool continuous = became_due && row.life.mode == lifecycle::Mode::continuous;
  const bool pushed = became_due && event.kind == EventKind::draft_pushed;
  const bool by_hand = event.kind == EventKind::relinked && row.life.account != before.account;
  const bool imported = event.kind == EventKind::link_set && event.source == lifecycle::Source::import;
  if (continuous || pushed || by_hand || imported) witness.may_link_early = true;
  if (row.life.erased) {
    witness.forget();
    for (ContactNumber i = 0; i < nue_.contacts().size(); ++i) {
      if (nue_.contacts()[i].customer == customer) contact_witnesses_[i].forget();
    }
  }
  look_at_link(customer, before, event);
  look_at_waiting(customer, before);
}

// How long it waits is asked by the true time, and the process asks by its own clock: they agree while that one runs even.
// It looks every minute.
void Judge::look_at_waiting(CustomerNumber customer, const Life& before) {
  Witness& witness = witnesses_[customer];
  const bool waited = lifecycle::is_waiting(before);
  const bool waits = lifecycle::is_waiting(nue_.row(customer).life);
  if (waits && !waited) {
    witness.waits_since = run_.now();
    witness.overdue = false;
  }
  if (!waited || waits || witness.overdue || clock_jumped_) return;
  const Time told_by = std::max(witness.waits_since + lifecycle::pending_max_ms, process_began_) + 2 * minute;
  if (run_.now() > told_by) run_.fail("R27 nobody was told of an account that was due for too long");
}

void Judge::overdue(CustomerNumber customer) {
  Witness& witness = witnesses_[customer];
  if (!lifecycle::is_waiting(nue_.row(customer).life)) run_.fail("R27 an alarm for an account that is not due");
  if (witness.overdue) run_.fail("R27 a second alarm for one account");
  if (!clock_jumped_ && run_.now() <= witness.waits_since + lifecycle::pending_max_ms)
    run_.fail("R27 an alarm for an account that is not due for long");
  witness.overdue = true;
}

// The rule is about what leaves the process; what was on its way when the hold came cannot be called back.
void Judge::asked(const Request& request) {
  if (request.kind == Request::Kind::read) return;
  if (request.kind == Request::Kind::create) {
    const Life& life = nue_.life(request.key);
    if (request.key.entity == Entity::customer && !lifecycle::is_waiting(life))
      run_.fail("L17 an account is made that nobody may make");
    if (request.key.entity == Entity::contact &&
        (!lifecycle::may_write_account(life) || request.parent != life.account))
      run_.fail("L17 a contact is made that nobody may make there");
    return;
  }
  const auto key = nue_.record_tied_to(request.record);
  if (!key || !lifecycle::may_write_account(nue_.life(*key)))
    run_.fail("L17 a write for a customer that is held, or to a record that is nobody's");
}

// The end of a row: a customer with the ids it came with, or nothing at all.
void Judge::import(const ImportRow& row, bool once_more) {
  const auto place =
      std::find_if(imports_.begin(), imports_.end(), [&](const Import& each) { return each.row.legacy == row.legacy; });
  if (once_more && place->refused) return;
  const std::string before = text_of_all();
  const std::size_t count = nue_.rows().size();
  const auto customer = nue_.take_in(row);
  place->refused = !customer && !place->customer;
  if (!customer) {
    if (text_of_all() != before || nue_.rows().size() != count)
      run_.fail("L24 a row that was known or refused changed something");
    return;
  }
  if (place->customer) run_.fail("L24 a row was taken in twice");
  if (nue_.row(*customer).life.account != row.account) run_.fail("L24 an id was taken in as another");
  place->customer = customer;
}

// L2, L4, and what it means for the values that the customer has another account now.
void Judge::look_at_link(CustomerNumber customer, const Life& before, const lifecycle::Event& event) {
  const Row& row = nue_.row(customer);
  const Life& life = row.life;
  if (life.account == before.account) return;
  Witness& witness = witnesses_[customer];
  const bool by_hand = event.kind == EventKind::relinked;
  if (before.account && !is_past(life, *before.account)) run_.fail("L4 an account is no history");
  if (!life.account) {
    if (event.kind != EventKind::account_missing) run_.fail("L4 an account was given up for nothing");
    return;
  }
  const bool merged = event.kind == EventKind::account_merged && life.account == event.winner;
  if (before.account && !merged && !by_hand) run_.fail("L4 an account was exchanged without a merge");
  if (!life.orders.any_activated() && !witness.may_link_early) run_.fail("L2 an account before an order");
  const auto number = org_.find(*life.account);
  if (number) witness.tied(row.record.values, org_.rows()[*number].values, row.record.ledger, row.record.ours);
}

// L3, and what it means for the values that the contact is in the org now.
void Judge::contact_tied(ContactNumber contact) {
  const ContactRow& row = nue_.contacts()[contact];
  for (ContactNumber other = 0; other < nue_.contacts().size(); ++other) {
    if (other != contact && nue_.contacts()[other].external == row.external)
      run_.fail("L3 two contacts share one of the org");
  }
  const auto number = org_.find(*row.external);
  if (!number) return;
  contact_witnesses_[contact].tied(row.record.values, org_.rows()[*number].values, row.record.ledger, row.record.ours);
}

void Judge::changed(const Key& key, const std::vector<sync::Change>& changes, const sync::Snapshot& before, By by) {
  if (by != By::event) ++entries_;
  const Record& record = nue_.record(key);
  if (key.entity == Entity::customer) {
    touched_.push_back(key.number);
  } else {
    touched_.push_back(nue_.contacts()[key.number].customer);
    if (key.number == contact_witnesses_.size()) {
      contact_witnesses_.emplace_back(Entity::contact, record.values);
      return;
    }
  }
  const sync::Plan& of = plan(key.entity);
  const std::vector<std::size_t> units = units_of(of, changes);
  if (by == By::sync) return check(witness(key).written(sync::Side::nue, units, record.values));
  const auto tie = nue_.tie_of(key);
  const auto other = tie ? org_.find(*tie) : std::nullopt;
  const sync::Snapshot* opposite = other ? &org_.rows()[*other].values : nullptr;
  const sync::Snapshot agreed = agreed_by(of, record.ledger, {record.ours, other ? org_.rows()[*other].ours : 0});
  for (const std::size_t unit : units) {
    witness(key).typed(sync::Side::nue, unit, text_of(of, before, unit), record.values, agreed, opposite);
  }
}

void Judge::org_typed(OrgNumber number, std::size_t unit, const sync::Snapshot& before) {
  const OrgRow& edited = org_.rows()[number];
  const auto key = nue_.record_tied_to(edited.id);
  if (!key || nue_.life(*key).erased) return;
  const sync::Plan& of = plan(key->entity);
  const Record& record = nue_.record(*key);
  witness(*key).typed(sync::Side::org, unit, text_of(of, before, unit), edited.values,
                      agreed_by(of, record.ledger, {record.ours, edited.ours}), &record.values);
}

void Judge::org_written(OrgNumber number, const std::vector<sync::Change>& changes) {
  const OrgRow& written = org_.rows()[number];
  if (const auto key = nue_.record_tied_to(written.id)) {
    check(witness(*key).written(sync::Side::org, units_of(plan(key->entity), changes), written.values));
  }
}

void Judge::ordered(const Order& order) { orders_.push_back(order); }

void Judge::look() {
  if (touched_.empty() || nue_.rows().empty()) return;
  const std::string_view news = std::string_view{nue_.audit()}.substr(verified_);
  if (!news.empty()) before_news_ = {verified_, verifier_.head()};
  if (verifier_.add_all(news)) return run_.fail("L21 the audit log is no chain");
  verified_ += news.size();
  if (verifier_.head().count != entries_) return run_.fail("L20 a change has no audit entry of its own");
  for (const CustomerNumber customer : touched_) look_at(customer);
  touched_.clear();
}

void Judge::look_at(CustomerNumber customer) {
  const Life& life = nue_.row(customer).life;
  Witness& witness = witnesses_[customer];
  if (stage_of(life) < witness.stage) run_.fail("L1 the stage went back");
  witness.stage = stage_of(life);
  if (life.id != customer_id(customer)) run_.fail("L6 the id changed");
  if (life.account) {
    for (CustomerNumber other = 0; other < nue_.rows().size(); ++other) {
      if (other != customer && nue_.row(other).life.account == life.account)
        run_.fail("L3 two customers share an account");
    }
  }
  const auto told = verifier_.lives().find(ids::to_string(customer_id(customer)));
  if (told == verifier_.lives().end() || told->second != life)
    run_.fail("L20 L22 the audit log does not tell what is stored");
}

}  // namespace vestibule::simulation
