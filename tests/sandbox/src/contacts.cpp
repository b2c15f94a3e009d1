#include "contacts.hpp"

#include "tenant.hpp"
#include "vestibule/text/match_key.hpp"

namespace vestibule::sandbox {
namespace {

// With the key that belongs to a changed address.
Changes with_key(const Table& table, Changes changes) {
  const ColumnIndex email = table.place("email");
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].column != email || !changes[i].value) continue;
    changes.push_back({table.place("emailKey"), email_key(*changes[i].value)});
    break;
  }
  return changes;
}

}  // namespace

std::string email_key(std::string_view email) { return text::fold(email); }

Contacts::Contacts(Database& database) : Records{database, contacts_table()} {}

std::variant<std::vector<Values>, Refusal> Contacts::create(const std::string& customer_id,
                                                            const std::vector<Changes>& rows, Milliseconds time) {
  std::vector<Values> created;
  created.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Values values{table()};
    for (const Change& change : with_key(table(), rows[row])) values[change.column] = change.value;
    if (has("emailKey", values.text("emailKey"))) return Refusal{Refusal::Reason::duplicate_email, row};
    values["customerId"] = customer_id;
    insert(values, time);
    created.push_back(std::move(values));
  }
  return created;
}

std::variant<Values, Refusal> Contacts::patch(const std::string& id, const Changes& changes, Milliseconds time) {
  auto values = find(id);
  if (!values) return Refusal{Refusal::Reason::contact_not_found};
  Changes all = changes;
  if (!add_key(id, all)) return Refusal{Refusal::Reason::duplicate_email};
  update(*values, std::move(all), time);
  return *std::move(values);
}

bool Contacts::add_key(std::string_view id, Changes& changes) {
  const std::size_t given = changes.size();
  changes = with_key(table(), std::move(changes));
  if (changes.size() == given) return true;
  const auto owner = find_by("emailKey", *changes.back().value);
  return !owner || owner->text("id") == id;
}

}  // namespace vestibule::sandbox
