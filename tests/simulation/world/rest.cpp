// The rules of a world that has come to rest.
#include <algorithm>

#include "world/judge.hpp"

namespace vestibule::simulation {
namespace {

using lifecycle::Life;
using lifecycle::Link;

// Where an account ended, after every merge; nothing where merges lead back.
std::optional<OrgNumber> end_of(const Org& org, OrgNumber account) {
  for (std::size_t merges = 0; merges <= org.rows().size(); ++merges) {
    if (!org.rows()[account].merged_into) return account;
    account = *org.rows()[account].merged_into;
  }
  return std::nullopt;
}

std::ptrdiff_t living_with_key(const Org& org, const Key& key) {
  return std::count_if(org.rows().begin(), org.rows().end(), [&](const OrgRow& record) {
    return record.key == key && record.state == OrgRow::State::living;
  });
}

bool is_forgotten(const Record& record) { return is_blank(record.values) && record.ledger == sync::Ledger{}; }

}  // namespace

// The link follows what became of the account, and nobody waits for one (L12, L18, L19, L25).
std::string Judge::link_at_rest(CustomerNumber customer) const {
  const Life& life = nue_.row(customer).life;
  if (living_with_key(org_, customer_key(customer)) > 1) return "L19 a second account was made";
  // What a person has to look at waits for that person; the link moves when it is released.
  if (life.hold != lifecycle::Hold::none || life.erased) return {};
  if (life.link == Link::pending) return "L25 an account is due and was never made";
  const bool is_due = life.mode == lifecycle::Mode::continuous || life.orders.any_activated();
  if (life.link == Link::none && is_due) return "L25 an account should be due and is not";
  if (!life.account) return {};
  const auto number = org_.find(*life.account);
  const bool living = number && org_.rows()[*number].state == OrgRow::State::living;
  if (living && life.link != Link::linked) return "L12 an account lives and the link does not";
  if (!living && life.link == Link::linked) return "L12 a link outlived its account";
  if (number && !end_of(org_, *number)) return "L18 merges that lead back hold nobody";
  if (number && end_of(org_, *number) != *number) return "L18 a chain of merges was not followed to its end";
  return {};
}

void Judge::rest_of(CustomerNumber customer) {
  const Row& row = nue_.row(customer);
  lifecycle::OrderFacts orders;
  std::optional<checks::Date> since;
  for (const Order& order : orders_) {
    if (order.customer != customer) continue;
    const bool activated = order.event.kind == lifecycle::EventKind::order_activated;
    const auto kind = activated                                             ? lifecycle::OrderKind::activated
                      : order.event.kind == lifecycle::EventKind::renewed   ? lifecycle::OrderKind::renewed
                      : order.event.kind == lifecycle::EventKind::cancelled ? lifecycle::OrderKind::cancelled
                                                                            : lifecycle::OrderKind::changed;
    orders.add({order.event.order, kind});
    const std::string day_text = checks::to_string(order.event.day);
    if (activated && (!since || day_text < checks::to_string(*since))) since = order.event.day;
  }
  if (orders != row.life.orders || since != row.life.customer_since)
    run_.fail("L12 the orders known are not those that were placed");
  check(link_at_rest(customer));
  if (row.life.erased) {
    if (!is_forgotten(row.record) || !row.key.empty()) run_.fail("L23 something personal was kept");
    return;
  }
  if (lifecycle::may_write_account(row.life)) rest_of_values(customer_key(customer));
}

// A contact is where its customer's account is, unless somebody deleted it there: then it stays as it is (L16).
void Judge::rest_of_contact(ContactNumber contact) {
  const ContactRow& row = nue_.contacts()[contact];
  const Life& life = nue_.row(row.customer).life;
  if (living_with_key(org_, contact_key(contact)) > 1) run_.fail("R36 a second contact was made");
  if (life.erased && !is_forgotten(row.record)) run_.fail("L23 something personal was kept of a contact");
  if (!lifecycle::may_write_account(life)) return;
  if (!row.external) return run_.fail("R36 a contact of a linked customer was never made");
  const auto number = org_.find(*row.external);
  if (number && org_.rows()[*number].state == OrgRow::State::living) rest_of_values(contact_key(contact));
}

void Judge::rest_of_values(const Key& key) {
  const auto number = org_.find(*nue_.tie_of(key));
  if (number && org_.rows()[*number].values != nue_.record(key).values) run_.fail("L7 the sides stay different");
  const std::string_view lost = witness(key).open();
  if (!lost.empty()) {
    run_.log.add(run_.now(), key.entity == Entity::customer ? "customer" : "contact", key.number, witness(key).due());
  }
  check(lost);
}

// One byte changed in the log is found, and no value stands in it.
void Judge::rest_of_log() {
  if (verifier_.finish(nue_.head())) run_.fail("L21 the log ends elsewhere than its head");
  if (nue_.audit().find("v:") != std::string::npos) run_.fail("L23 a value stands in the audit log");
  std::string news = nue_.audit().substr(before_news_.bytes);
  const std::uint32_t place = run_.chance.below(static_cast<std::uint32_t>(news.size()));
  news[place] = static_cast<char>(news[place] ^ 1);
  audit::Verifier verifier{before_news_.head};
  if (!verifier.add_all(news) && !verifier.finish(nue_.head())) run_.fail("L21 a changed byte is not found");
}

std::string Judge::text_of_all() const {
  std::string text;
  for (const Row& row : nue_.rows()) {
    text += text_of(std::span{row.record.values});
    // What becomes of a link whose account is gone is a matter of days, whatever is told.
    const auto number = row.life.account ? org_.find(*row.life.account) : std::nullopt;
    if (number && org_.rows()[*number].state == OrgRow::State::living) {
      text.append(to_string(link_of(row.life))).append(row.life.account->text());
    }
    // A hold is about one account, however often that is told.
    text.append(to_string(row.life.hold));
    if (row.life.hold_account) text.append(row.life.hold_account->text());
    text += std::to_string(row.record.version);
  }
  for (const ContactRow& row : nue_.contacts()) {
    text.append(text_of(std::span{row.record.values})).append(std::to_string(row.record.version));
    if (row.external) text.append(row.external->text());
  }
  for (const OrgRow& record : org_.rows()) text += std::to_string(record.version);
  return text;
}

// Whoever imported a file to its end has all of it, but for rows whose account is another customer's.
void Judge::rest_of_imports() {
  for (const Import& each : imports_) {
    if (!each.customer && !each.refused) run_.fail("L24 a row was neither taken in nor refused");
  }
}

void Judge::rest() {
  rest_of_imports();
  for (CustomerNumber i = 0; i < nue_.rows().size(); ++i) rest_of(i);
  for (ContactNumber i = 0; i < nue_.contacts().size(); ++i) rest_of_contact(i);
  if (!nue_.rows().empty()) rest_of_log();
  at_rest_ = text_of_all();
}

void Judge::rest_again() {
  if (text_of_all() != at_rest_) run_.fail("L11 L12 L24 something changed that was at rest");
  for (CustomerNumber i = 0; i < nue_.rows().size(); ++i) rest_of(i);
  for (ContactNumber i = 0; i < nue_.contacts().size(); ++i) rest_of_contact(i);
}

}  // namespace vestibule::simulation
