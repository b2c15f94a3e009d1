/// A folder of a test's own, gone with the test; and customers to fill a store with.
#pragma once

#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "store.hpp"

namespace vestibule::sandbox {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// The changes that make a customer of this name, and whatever `more` sets.
[[nodiscard]] Changes customer_named(const std::string& name,
                                     std::vector<std::pair<std::string, std::string>> more = {});

using Created = std::variant<std::vector<Values>, Refusal>;
using Patched = std::variant<Values, Refusal>;

/// Runs `work` on the writer's thread and waits for the commit. Its value is what `work` gives, and what it did is kept
/// when that is the first of the variant's types.
template <class Value, class Work>
[[nodiscard]] Value write_and_wait(Store& store, const Work& work) {
  std::promise<void> finished;
  std::optional<Value> value;
  store.write({[&](Repositories& repositories) {
                 value.emplace(work(repositories));
                 return value->index() == 0;
               },
               [&](bool) { finished.set_value(); }});
  finished.get_future().wait();
  return *std::move(value);
}

/// Creates customers through the writer and waits for the commit.
[[nodiscard]] Created create(Store& store, std::vector<Changes> rows, Milliseconds time = 1'772'615'702'000);
[[nodiscard]] Patched patch(Store& store, const std::string& id, Changes changes, Milliseconds time);

/// A member of a record; "null" when it has no value.
[[nodiscard]] std::string member(const Values& values, const std::string& name);

[[nodiscard]] std::optional<Values> find_customer(Store& store, std::string_view id);
[[nodiscard]] Page select_customers(Store& store, const Selection& selection);

}  // namespace vestibule::sandbox
