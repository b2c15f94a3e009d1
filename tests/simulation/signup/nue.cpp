#include "signup/nue.hpp"

#include <algorithm>
#include <utility>

namespace vestibule::simulation::creation {
namespace {

constexpr std::uint32_t usual_lag = 20'000;  // until a search finds what was made

constexpr const char* known_email = "known";  // of a contact that no sign-up made

std::string padded(Time number) {
  std::string text = std::to_string(number);
  return std::string(12 - text.size(), '0') + text;
}

nue::Row row_of(std::size_t number, Time now, std::string mark) {
  return {.id = "customer-" + std::to_string(number),
          .account_number = "A-" + std::to_string(number),
          .external_id = {},
          .created_date = padded(now / second),
          .mark = std::move(mark)};
}

nue::Row contact_row(std::size_t number, Time now, std::string owner) {
  nue::Row row;
  row.id = "contact-" + std::to_string(number);
  row.created_date = padded(now / second);
  row.mark = std::move(owner);
  return row;
}

}  // namespace

std::string contact_in(Answers answers) {
  if (answers % 3 == 0) return {};
  if (answers % 13 == 0) return known_email;
  return answers % 4 == 0 ? "shared" : "own " + std::to_string(answers);
}

Nue::Nue(Run& run, Judge& judge) : run_{run}, judge_{judge}, unique_at_once_{run.more.chance(500)} {
  for (std::size_t i = 0; i < 2; ++i) records_.push_back({row_of(i, 0, i == 0 ? "" : "typed by a person"), 0});
  contacts_.push_back({contact_row(0, 0, records_.front().row.id), 0, known_email});
}

Time Nue::visible_from_now() {
  const std::optional<Fault> fault = run_.faults.at(Site::order);
  const Time visible = run_.now() + run_.chance.below(usual_lag);
  if (fault) run_.log.add(run_.now(), "fault", "index", to_string(*fault));
  return fault && fault->kind == FaultKind::delay ? visible + fault->amount : visible;
}

Answer Nue::create(const Create& create) {
  if (is_refused(create.answers)) return {.status = 422, .whole = true};
  const Time visible = visible_from_now();
  records_.push_back({row_of(records_.size(), run_.now(), create.token), visible});
  const nue::Row& row = records_.back().row;
  run_.log.add(run_.now(), "nue creates", row.id, create.token);
  judge_.executed(create.token, create.answers, row, {create.recorded, visible});
  return {.status = 201, .whole = true, .success = true, .rows = {row}};
}

Answer Nue::search(const std::string& token) {
  Answer answer{.status = 200, .whole = true, .success = true};
  for (const Record& record : records_) {
    if (record.row.mark == token && record.visible <= run_.now()) answer.rows.push_back(record.row);
  }
  return answer;
}

bool Nue::has_contact(const std::string& email) const {
  return std::any_of(contacts_.begin(), contacts_.end(), [&](const Record& contact) {
    return contact.email == email && (unique_at_once_ || contact.visible <= run_.now());
  });
}

Answer Nue::create_contact(const ContactCreate& create) {
  const bool is_known = std::any_of(records_.begin(), records_.end(),
                                    [&](const Record& customer) { return customer.row.id == create.owner; });
  if (!is_known) return {.status = 404, .whole = true};
  if (is_contact_refused(create.answers)) return {.status = 422, .whole = true};
  const std::string email = contact_in(create.answers);
  if (has_contact(email)) return {.status = 409, .whole = true};
  const Time visible = visible_from_now();
  contacts_.push_back({contact_row(contacts_.size(), run_.now(), create.owner), visible, email});
  const nue::Row& row = contacts_.back().row;
  run_.log.add(run_.now(), "nue creates", row.id, create.owner, email);
  judge_.executed_contact(create.key, create.answers, row, {create.recorded, visible});
  return {.status = 201, .whole = true, .success = true, .rows = {row}};
}

Answer Nue::search_contacts(const std::string& email) {
  Answer answer{.status = 200, .whole = true, .success = true};
  for (const Record& contact : contacts_) {
    if (contact.email == email && contact.visible <= run_.now()) answer.rows.push_back(contact.row);
  }
  return answer;
}

std::string Nue::email_of(const std::string& id) const {
  const auto found =
      std::find_if(contacts_.begin(), contacts_.end(), [&](const Record& contact) { return contact.row.id == id; });
  return found == contacts_.end() ? std::string{} : found->email;
}

std::vector<nue::Row> Nue::contacts() const {
  std::vector<nue::Row> rows;
  for (const Record& contact : contacts_) rows.push_back(contact.row);
  return rows;
}

std::vector<nue::Row> Nue::foreign() const { return {records_[0].row, records_[1].row}; }

std::vector<nue::Row> Nue::rows() const {
  std::vector<nue::Row> rows;
  for (const Record& record : records_) rows.push_back(record.row);
  return rows;
}

}  // namespace vestibule::simulation::creation
