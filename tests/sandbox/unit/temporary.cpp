#include "temporary.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace vestibule::sandbox {
namespace {

// Runs `work` on the writer's thread; its value is what `work` gives, kept when that is no refusal.
template <class Value, class Work>
Value run(Store& store, Work work) {
  std::promise<void> finished;
  Value value;
  store.write({[&](Customers& customers) {
                 value = work(customers);
                 return value.index() == 0;
               },
               [&](bool) { finished.set_value(); }});
  finished.get_future().wait();
  return value;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vestibule-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<Change> customer_named(const std::string& name, std::vector<std::pair<std::string, std::string>> more) {
  std::vector<Change> changes;
  more.emplace_back("name", name);
  more.emplace_back("recordType", "Business");
  for (auto& [field, value] : more) changes.push_back({find_column(field).value(), value});
  return changes;
}

Created create(Store& store, std::vector<std::vector<Change>> rows, Milliseconds time) {
  return run<Created>(store, [&](Customers& customers) { return customers.create(rows, time); });
}

std::variant<Values, Refusal> patch(Store& store, const std::string& id, std::vector<Change> changes,
                                    Milliseconds time) {
  return run<std::variant<Values, Refusal>>(store,
                                            [&](Customers& customers) { return customers.patch(id, changes, time); });
}

std::string member(const Values& values, const std::string& name) {
  return values.at(find_column(name).value()).value_or("null");
}

}  // namespace vestibule::sandbox
