#include "temporary.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "tenant.hpp"

namespace vestibule::sandbox {
TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vestibule-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Changes customer_named(const std::string& name, std::vector<std::pair<std::string, std::string>> more) {
  Changes changes;
  more.emplace_back("name", name);
  more.emplace_back("recordType", "Business");
  for (auto& [field, value] : more) changes.push_back({customers_table().place(field), value});
  return changes;
}

Created create(Store& store, std::vector<Changes> rows, Milliseconds time) {
  return write_and_wait<Created>(store, [&](Repositories& all) { return all.customers.create(rows, time); });
}

Patched patch(Store& store, const std::string& id, Changes changes, Milliseconds time) {
  return write_and_wait<Patched>(store, [&](Repositories& all) { return all.customers.patch(id, changes, time); });
}

std::string member(const Values& values, const std::string& name) { return values[name].value_or("null"); }

std::optional<Values> find_customer(Store& store, std::string_view id) {
  return store.read([&](Repositories& reading) { return find_named(reading.customers, id); });
}

Page select_customers(Store& store, const Selection& selection) {
  return store.read([&](Repositories& reading) { return reading.select(customers_table(), selection); });
}

}  // namespace vestibule::sandbox
