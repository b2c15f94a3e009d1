/// An org of a test's own, and requests to it in few words.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "org/org.hpp"
#include "tests/sandbox/unit/temporary.hpp"

namespace vestibule::sandbox {

inline constexpr const char* key_a = "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60";
inline constexpr const char* key_b = "1b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f61";

struct OrgAnswer {
  int status = 0;
  std::string etag;
  nlohmann::json body;

  /// The code of the first error; "" for none.
  [[nodiscard]] std::string error() const;
  /// Of the record that was made or found.
  [[nodiscard]] std::string id() const;
};

class OrgClient {
 public:
  explicit OrgClient(OrgOptions options = {});

  OrgAnswer call(const std::string& method, const std::string& target, const nlohmann::json& body = nullptr,
                 const std::string& actor = "ada", std::optional<std::string> if_match = std::nullopt);
  OrgAnswer get(const std::string& target) { return call("GET", target); }

  /// The ids of what these make.
  std::string account(nlohmann::json members = nlohmann::json::object());
  std::string contact(const std::string& account_id, nlohmann::json members = nlohmann::json::object());

  /// The living record.
  nlohmann::json record(const std::string& id);
  /// The record, in the bin too; null when it is nowhere.
  nlohmann::json any(const std::string& id);
  /// "UPDATE Account 001... [Phone]" for each event after a sequence.
  std::vector<std::string> events(std::int64_t after = 0);

  /// Opens the file again, as after the process was killed.
  void reopen();

  TemporaryFolder folder;
  std::optional<Org> org;
};

/// "/sobjects/Account/001...", with what follows.
[[nodiscard]] std::string path_of(const std::string& id, const std::string& more = {});

}  // namespace vestibule::sandbox
