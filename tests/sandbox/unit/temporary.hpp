/// A folder of a test's own, gone with the test; and customers to fill a store with.
#pragma once

#include <filesystem>
#include <future>
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
[[nodiscard]] std::vector<Change> customer_named(const std::string& name,
                                                 std::vector<std::pair<std::string, std::string>> more = {});

using Created = std::variant<std::vector<Values>, Refusal>;

/// Creates customers through the writer and waits for the commit.
[[nodiscard]] Created create(Store& store, std::vector<std::vector<Change>> rows,
                             Milliseconds time = 1'772'615'702'000);
[[nodiscard]] std::variant<Values, Refusal> patch(Store& store, const std::string& id, std::vector<Change> changes,
                                                  Milliseconds time);

/// A member of a customer; "null" when it has no value.
[[nodiscard]] std::string member(const Values& values, const std::string& name);

}  // namespace vestibule::sandbox
