#include "customers.hpp"

#include <algorithm>

#include "random_id.hpp"
#include "select.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Field;
using Reason = Refusal::Reason;

std::string insert_sql() {
  std::string marks;
  for (std::size_t i = 0; i < columns().size(); ++i) marks += i == 0 ? "?" : ",?";
  return "INSERT INTO customers (" + select_list() + ") VALUES (" + marks + ")";
}

std::string update_sql(ColumnIndex column) {
  return "UPDATE customers SET \"" + std::string{columns()[column].name} + "\" = ? WHERE \"id\" = ?";
}

std::optional<std::string>& at(Values& values, Field field) { return values[column_of(field)]; }

}  // namespace

Customers::Customers(Database& database)
    : database_{database},
      insert_{database, insert_sql()},
      by_id_{database, "SELECT " + select_list() + " FROM customers WHERE \"id\" = ?"},
      by_external_id_{database, "SELECT \"id\" FROM customers WHERE \"externalId\" = ?"},
      by_account_number_{database, "SELECT \"id\" FROM customers WHERE \"accountNumber\" = ?"},
      parent_of_{database, "SELECT \"parentCustomerId\" FROM customers WHERE \"id\" = ?"},
      next_number_{database,
                   "INSERT INTO account_numbers (year, last) VALUES (?, 1) "
                   "ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last"},
      any_{database, "SELECT 1 FROM customers LIMIT 1"} {}

std::variant<std::vector<Values>, Refusal> Customers::create(const std::vector<std::vector<Change>>& rows,
                                                             Milliseconds time) {
  std::vector<Values> created;
  created.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Values values(columns().size());
    for (const Change& change : rows[row]) values[change.column] = change.value;
    if (const auto reason = add(values, time)) return Refusal{*reason, row};
    created.push_back(std::move(values));
  }
  return created;
}

std::optional<Reason> Customers::add(Values& values, Milliseconds time) {
  auto& id = at(values, Field::id);
  if (!id) id = random_uuid();
  if (has(parent_of_, *id)) return Reason::duplicate_id;
  if (const auto& external = at(values, Field::external_id); external && has(by_external_id_, *external)) {
    return Reason::duplicate_id;
  }
  if (const auto& parent = at(values, Field::parent_customer_id); parent && !has(parent_of_, *parent)) {
    return Reason::unknown_parent;
  }
  if (auto& number = at(values, Field::account_number); !number) {
    number = next_account_number(year_of(time));
  } else if (has(by_account_number_, *number)) {
    return Reason::duplicate_account_number;
  }
  if (auto& type = at(values, Field::type); !type) type = "Prospect";
  at(values, Field::created_date) = to_iso(time);
  at(values, Field::last_modified_date) = to_iso(time);

  const Rows guard{insert_};
  for (std::size_t i = 0; i < values.size(); ++i) insert_.bind(static_cast<int>(i) + 1, values[i]);
  insert_.run();
  return std::nullopt;
}

// ACC-<year>-<number>, stepping over numbers that a client has chosen itself.
std::string Customers::next_account_number(const std::string& year) {
  for (;;) {
    std::int64_t last = 0;
    {
      const Rows guard{next_number_};
      next_number_.bind(1, std::string_view{year});
      while (next_number_.step()) last = next_number_.number(0);
    }
    const std::string digits = std::to_string(last);
    std::string number = "ACC-";
    number.append(year).append("-").append(digits.size() < 3 ? 3 - digits.size() : 0, '0').append(digits);
    if (!has(by_account_number_, number)) return number;
  }
}

std::variant<Values, Refusal> Customers::patch(const std::string& id, const std::vector<Change>& changes,
                                               Milliseconds time) {
  auto values = find(id);
  if (!values) return Refusal{Reason::not_found};
  for (const Change& change : changes) {
    if (!change.value) continue;
    // There are no contacts here, so none can belong to this customer.
    if (change.column == column_of(Field::order_primary_contact_id)) return Refusal{Reason::unknown_contact};
    if (change.column == column_of(Field::parent_customer_id)) {
      if (!has(parent_of_, *change.value)) return Refusal{Reason::unknown_parent};
      if (closes_circle(id, *change.value)) return Refusal{Reason::circular_parent};
    }
  }
  const auto before = from_iso(at(*values, Field::last_modified_date).value_or(""));
  std::vector<Change> all = changes;
  // Two changes within one millisecond, or a clock set back, must still show as a change.
  all.push_back({column_of(Field::last_modified_date), to_iso(std::max(time, before.value_or(0) + 1))});
  for (Change& change : all) {
    Statement& update = updates_.try_emplace(change.column, database_, update_sql(change.column)).first->second;
    const Rows guard{update};
    update.bind(1, change.value);
    update.bind(2, std::string_view{id});
    update.run();
    (*values)[change.column] = std::move(change.value);
  }
  return *std::move(values);
}

bool Customers::closes_circle(const std::string& id, std::string parent) {
  for (;;) {
    if (parent == id) return true;
    const Rows guard{parent_of_};
    parent_of_.bind(1, std::string_view{parent});
    const auto next = parent_of_.step() ? parent_of_.text(0) : std::nullopt;
    if (!next) return false;
    std::string above{*next};
    parent = std::move(above);
  }
}

bool Customers::has(Statement& statement, std::string_view value) {
  const Rows guard{statement};
  statement.bind(1, value);
  return statement.step();
}

std::optional<Values> Customers::find(std::string_view id) {
  const Rows guard{by_id_};
  by_id_.bind(1, id);
  if (!by_id_.step()) return std::nullopt;
  return read_values(by_id_);
}

std::optional<std::string> Customers::find_external(std::string_view external_id) {
  const Rows guard{by_external_id_};
  by_external_id_.bind(1, external_id);
  if (!by_external_id_.step()) return std::nullopt;
  return std::string{by_external_id_.text(0).value_or("")};
}

bool Customers::empty() {
  const Rows guard{any_};
  return !any_.step();
}

}  // namespace vestibule::sandbox
