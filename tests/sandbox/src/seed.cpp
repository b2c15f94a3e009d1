#include "seed.hpp"

#include <fstream>
#include <future>
#include <iterator>
#include <nlohmann/json.hpp>

#include "customer_life.hpp"
#include "tenant.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

// Takes a member out of `row` that no client could send. False when it is there and is no text.
bool take(nlohmann::json& row, std::string_view name, std::optional<std::string>& value) {
  const auto found = row.find(name);
  if (found == row.end()) return true;
  if (!found->is_string()) return false;
  value = found->get<std::string>();
  row.erase(found);
  return true;
}

bool add_system_members(nlohmann::json& row, Changes& changes) {
  std::optional<std::string> id;
  std::optional<std::string> external;
  std::optional<std::string> since;
  if (!take(row, "id", id) || !take(row, "externalId", external) || !take(row, "customerSince", since)) return false;
  if (id) {
    const auto checked = validation::check_uuid(*id);
    if (!checked.ok) return false;
    changes.push_back({customers_table().place("id"), checked.value});
  }
  if (external) {
    const auto checked = validation::check_salesforce_id(*external, "001");
    if (!checked.ok) return false;
    changes.push_back({customers_table().place("externalId"), checked.value});
  }
  if (since) changes.push_back({customers_table().place("customerSince"), since});
  return true;
}

// A seed's external id is an import's: the account was there before.
void tell_seeded(Repositories& repositories, const Values& customer) {
  const Occasion occasion{"seed", now()};
  tell_created(repositories, customer, occasion);
  const auto account = ids::parse_salesforce_id(customer.text("externalId"));
  if (!account.ok()) return;
  tell(repositories, customer.text("id"),
       {.kind = lifecycle::EventKind::link_set, .account = account.value().id, .source = lifecycle::Source::import},
       occasion);
}

std::string write_rows(Store& store, std::vector<Changes> rows) {
  std::promise<std::string> answer;
  auto future = answer.get_future();
  auto problem = std::make_shared<std::string>();
  store.write({[rows = std::move(rows), problem](Repositories& repositories) {
                 const auto result = repositories.customers.create(rows, now());
                 if (const auto* refusal = std::get_if<Refusal>(&result)) {
                   *problem = "--seed: [" + std::to_string(refusal->row) + "]: an id, an account number or a parent " +
                              "does not fit the customers before it";
                 }
                 if (const auto* created = std::get_if<std::vector<Values>>(&result)) {
                   for (const Values& customer : *created) tell_seeded(repositories, customer);
                 }
                 return problem->empty();
               },
               [&answer, problem](bool done) { answer.set_value(done ? *problem : "--seed: could not be stored"); }});
  return future.get();
}

}  // namespace

std::string load_seed(const std::string& path, Store& store) {
  if (!store.read([](Repositories& reading) { return reading.customers.empty(); })) return {};
  std::ifstream file{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file.good() && !file.eof()) return "--seed: cannot read the file";
  nlohmann::json rows = nlohmann::json::parse(text, nullptr, false);
  if (!rows.is_array()) return "--seed: the file is not a JSON array";

  std::vector<Changes> changes;
  for (nlohmann::json& row : rows) {
    const std::string place = "--seed: [" + std::to_string(changes.size()) + "]: ";
    Changes all;
    if (!row.is_object()) return place + "not an object";
    if (!add_system_members(row, all)) return place + "id, externalId or customerSince is damaged";
    const auto checked = validation::check_json(row.dump(), check_options(validation::Operation::create));
    if (!checked.ok) return place + problem_text(checked.findings, "customer");
    for (Change& change : changes_of(customers_table(), checked.value)) all.push_back(std::move(change));
    changes.push_back(std::move(all));
  }
  return write_rows(store, std::move(changes));
}

}  // namespace vestibule::sandbox
