#include "seed.hpp"

#include <fstream>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>

#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Field;

// Takes a member out of `row` that no client could send. False when it is there and is no text.
bool take(nlohmann::json& row, std::string_view name, std::optional<std::string>& value) {
  const auto found = row.find(name);
  if (found == row.end()) return true;
  if (!found->is_string()) return false;
  value = found->get<std::string>();
  row.erase(found);
  return true;
}

bool add_system_members(nlohmann::json& row, std::vector<Change>& changes) {
  std::optional<std::string> id;
  std::optional<std::string> external;
  std::optional<std::string> since;
  if (!take(row, "id", id) || !take(row, "externalId", external) || !take(row, "customerSince", since)) return false;
  if (id) {
    const auto checked = validation::check_uuid(*id);
    if (!checked.ok) return false;
    changes.push_back({column_of(Field::id), checked.value});
  }
  if (external) {
    const auto checked = validation::check_salesforce_id(*external, "001");
    if (!checked.ok) return false;
    changes.push_back({column_of(Field::external_id), checked.value});
  }
  if (since) changes.push_back({column_of(Field::customer_since), since});
  return true;
}

std::string write_rows(Store& store, std::vector<std::vector<Change>> rows) {
  std::promise<std::string> answer;
  auto future = answer.get_future();
  auto problem = std::make_shared<std::string>();
  store.write({[rows = std::move(rows), problem](Customers& customers) {
                 const auto result = customers.create(rows, now());
                 if (const auto* refusal = std::get_if<Refusal>(&result)) {
                   *problem = "--seed: [" + std::to_string(refusal->row) + "]: an id, an account number or a parent " +
                              "does not fit the customers before it";
                 }
                 return problem->empty();
               },
               [&answer, problem](bool done) { answer.set_value(done ? *problem : "--seed: could not be stored"); }});
  return future.get();
}

}  // namespace

std::string load_seed(const std::string& path, Store& store) {
  if (!store.empty()) return {};
  std::ifstream file{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file.good() && !file.eof()) return "--seed: cannot read the file";
  nlohmann::json rows = nlohmann::json::parse(text, nullptr, false);
  if (!rows.is_array()) return "--seed: the file is not a JSON array";

  std::vector<std::vector<Change>> changes;
  for (nlohmann::json& row : rows) {
    const std::string place = "--seed: [" + std::to_string(changes.size()) + "]: ";
    std::vector<Change> all;
    if (!row.is_object()) return place + "not an object";
    if (!add_system_members(row, all)) return place + "id, externalId or customerSince is damaged";
    const auto checked = validation::check_json(row.dump(), check_options(validation::Operation::create));
    if (!checked.ok) return place + problem_text(checked.findings, "customer");
    for (Change& change : changes_of(checked.value)) all.push_back(std::move(change));
    changes.push_back(std::move(all));
  }
  return write_rows(store, std::move(changes));
}

}  // namespace vestibule::sandbox
