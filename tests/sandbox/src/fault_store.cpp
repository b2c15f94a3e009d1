#include "fault_store.hpp"

#include <algorithm>

#include "body.hpp"

namespace vestibule::sandbox {
namespace {

Fault stored_fault(std::string_view text) {
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) throw StoreError{"a stored fault cannot be read"};
  ObjectReader reader{*json, "", problems};
  Fault fault = read_fault(reader);
  if (!problems.empty()) throw StoreError{"a stored fault cannot be read"};
  return fault;
}

bool concerns_name(const Fault& fault, std::string_view name, bool sync) {
  return of_sync(fault.kind) == sync && is_about(fault, name);
}

}  // namespace

void prepare_fault_store(Database& database) {
  database.execute(
      "CREATE TABLE IF NOT EXISTS faults (place INTEGER PRIMARY KEY, fault TEXT NOT NULL, passed INTEGER NOT NULL, "
      "met INTEGER NOT NULL)");
}

FaultStore::FaultStore(Database& database)
    : all_{database, "SELECT place, fault, passed, met FROM faults ORDER BY place"},
      clear_{database, "DELETE FROM faults"},
      add_{database, "INSERT INTO faults (fault, passed, met) VALUES (?, 0, 0)"},
      count_{database, "UPDATE faults SET passed = ?, met = ? WHERE place = ?"} {}

std::vector<FaultStore::Counted> FaultStore::all() {
  std::vector<Counted> result;
  const Rows guard{all_};
  while (all_.step()) {
    result.push_back({all_.number(0), stored_fault(all_.text(1).value_or("")), all_.number(2), all_.number(3)});
  }
  return result;
}

void FaultStore::replace(const std::vector<Fault>& faults) {
  clear_.run();
  for (const Fault& fault : faults) {
    std::string text = "{";
    append_members(text, fault);
    text += '}';
    const Rows guard{add_};
    add_.bind(1, std::string_view{text});
    add_.run();
  }
}

bool FaultStore::concerns(std::string_view name, bool sync) {
  return std::ranges::any_of(all(), [&](const Counted& counted) { return concerns_name(counted.fault, name, sync); });
}

std::optional<Fault> FaultStore::meet(std::string_view name, bool sync) {
  for (Counted& counted : all()) {
    const Fault& fault = counted.fault;
    if (!concerns_name(fault, name, sync) || (fault.times && counted.met >= *fault.times)) continue;
    const bool its_turn = counted.passed >= fault.after;
    ++(its_turn ? counted.met : counted.passed);
    count(counted);
    if (its_turn) return fault;
  }
  return std::nullopt;
}

void FaultStore::count(const Counted& counted) {
  const Rows guard{count_};
  count_.bind(1, counted.passed);
  count_.bind(2, counted.met);
  count_.bind(3, counted.place);
  count_.run();
}

std::string FaultStore::list() {
  std::string text = "[";
  for (const Counted& counted : all()) {
    text += text.size() > 1 ? ",{" : "{";
    append_members(text, counted.fault);
    text += ",\"passed\":" + std::to_string(counted.passed) + ",\"met\":" + std::to_string(counted.met) + '}';
  }
  return text + ']';
}

}  // namespace vestibule::sandbox
