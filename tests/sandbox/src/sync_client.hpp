/// The org as the sync calls it: requests and what their answers mean.
/// Depends on: org/org, sync_troubles; nlohmann/json.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "org/org.hpp"
#include "sync_troubles.hpp"

namespace vestibule::sandbox {

struct SyncAnswer {
  enum class Kind {
    done,
    changed,      ///< it is at another version
    gone,         ///< there is no such record, or it is in the bin
    refused,      ///< it will never take this
    unreachable,  ///< nobody knows
  };
  Kind kind{};
  std::string error{};    ///< errorCode of a refusal
  nlohmann::json body{};  ///< null where there is none
  std::uint64_t version = 0;
};

class SyncClient {
 public:
  SyncClient(Org& org, SyncTroubles& troubles) : org_{org}, troubles_{troubles} {}

  /// Before a step that asks nothing of the org. Throws SyncCut where the sync is to end there, as every request may.
  void reach(std::string_view step, std::string_view object) { static_cast<void>(troubles_.before(step, object)); }

  [[nodiscard]] SyncAnswer read(std::string_view object, std::string_view id);
  /// One page of a list; `query` as the org documents it.
  [[nodiscard]] SyncAnswer list(std::string_view object, std::string_view query);
  [[nodiscard]] SyncAnswer read_by_key(std::string_view object, std::string_view key);
  [[nodiscard]] SyncAnswer create(std::string_view object, const nlohmann::json& record);
  [[nodiscard]] SyncAnswer change(std::string_view object, std::string_view id, const nlohmann::json& changes,
                                  std::uint64_t version);

 private:
  [[nodiscard]] SyncAnswer ask(std::string_view step, std::string_view object, OrgRequest request);

  Org& org_;
  SyncTroubles& troubles_;
};

}  // namespace vestibule::sandbox
