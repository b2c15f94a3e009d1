#include "customers.hpp"

#include "tenant.hpp"

namespace vestibule::sandbox {

using Reason = Refusal::Reason;

Customers::Customers(Database& database, Sequences& sequences, Records& contacts)
    : Records{database, customers_table()}, sequences_{sequences}, contacts_{contacts} {}

std::variant<std::vector<Values>, Refusal> Customers::create(const std::vector<Changes>& rows, Milliseconds time) {
  std::vector<Values> created;
  created.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Values values{table()};
    for (const Change& change : rows[row]) values[change.column] = change.value;
    if (const auto reason = add(values, time)) return Refusal{*reason, row};
    created.push_back(std::move(values));
  }
  return created;
}

std::optional<Reason> Customers::add(Values& values, Milliseconds time) {
  for (const std::string_view key : {"id", "externalId"}) {
    if (values[key] && has(key, *values[key])) return Reason::duplicate_id;
  }
  if (const auto& parent = values["parentCustomerId"]; parent && !has("id", *parent)) return Reason::unknown_parent;
  if (auto& number = values["accountNumber"]; !number) {
    number = next_account_number(time);
  } else if (has("accountNumber", *number)) {
    return Reason::duplicate_account_number;
  }
  if (auto& type = values["type"]; !type) type = "Prospect";
  insert(values, time);
  return std::nullopt;
}

// Steps over numbers that a client has chosen itself.
std::string Customers::next_account_number(Milliseconds time) {
  for (;;) {
    std::string number = sequences_.next("ACC-" + year_of(time) + '-', 3);
    if (!has("accountNumber", number)) return number;
  }
}

std::variant<Values, Refusal> Customers::patch(const std::string& id, const Changes& changes, Milliseconds time) {
  auto values = find(id);
  if (!values) return Refusal{Reason::customer_not_found};
  if (const auto reason = judge(id, changes)) return Refusal{*reason};
  update(*values, changes, time);
  return *std::move(values);
}

std::optional<Reason> Customers::judge(const std::string& id, const Changes& changes) {
  for (const Change& change : changes) {
    if (!change.value) continue;
    const std::string_view name = table().columns()[change.column].name;
    if (name == "orderPrimaryContactId") {
      const auto contact = contacts_.find(*change.value);
      if (!contact || contact->text("customerId") != id) return Reason::unknown_contact;
    }
    if (name == "parentCustomerId") {
      if (!has("id", *change.value)) return Reason::unknown_parent;
      if (closes_circle(id, *change.value)) return Reason::circular_parent;
    }
  }
  return std::nullopt;
}

bool Customers::closes_circle(const std::string& id, std::string parent) {
  for (;;) {
    if (parent == id) return true;
    const auto above = find(parent);
    if (!above || !(*above)["parentCustomerId"]) return false;
    parent = above->text("parentCustomerId");
  }
}

}  // namespace vestibule::sandbox
