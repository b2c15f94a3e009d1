#include "signup/nue.hpp"

#include <utility>

namespace vestibule::simulation::creation {
namespace {

constexpr std::uint32_t usual_lag = 20'000;  // until a search finds what was made

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

}  // namespace

Nue::Nue(Run& run, Judge& judge) : run_{run}, judge_{judge} {
  for (std::size_t i = 0; i < 2; ++i) records_.push_back({row_of(i, 0, i == 0 ? "" : "typed by a person"), 0});
}

Answer Nue::create(const Create& create) {
  if (is_refused(create.answers)) return {.status = 422, .whole = true};
  const std::optional<Fault> fault = run_.faults.at(Site::order);
  Time visible = run_.now() + run_.chance.below(usual_lag);
  if (fault) run_.log.add(run_.now(), "fault", "index", to_string(*fault));
  if (fault && fault->kind == FaultKind::delay) visible += fault->amount;
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

std::vector<nue::Row> Nue::foreign() const { return {records_[0].row, records_[1].row}; }

std::vector<nue::Row> Nue::rows() const {
  std::vector<nue::Row> rows;
  for (const Record& record : records_) rows.push_back(record.row);
  return rows;
}

}  // namespace vestibule::simulation::creation
