/// What travels between the host of the sync and the org, as HTTP would carry it.
/// Depends on: world/values, sync/pass of the core, frame/scheduler.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "frame/scheduler.hpp"
#include "vestibule/sync/pass.hpp"
#include "world/values.hpp"

namespace vestibule::simulation {

/// Which of Nue's customers, and which of its contacts.
using CustomerNumber = std::uint32_t;
using ContactNumber = std::uint32_t;

struct Request {
  enum class Kind : std::uint8_t { create, read, change };

  Kind kind{};
  Key key{};                                  ///< of create
  ids::SalesforceId record{};                 ///< of read and change: an account or a contact
  std::optional<ids::SalesforceId> parent{};  ///< of create: the account of a contact
  sync::Snapshot values{};                    ///< of create
  sync::SideWrite write{};                    ///< of change
};

/// A record as an answer shows it.
struct OrgRecord {
  ids::SalesforceId id;
  std::optional<Key> key;
  sync::Snapshot values;
  std::uint64_t version = 0;
  std::uint64_t ours = 0;
  bool deleted = false;
  std::optional<ids::SalesforceId> master;  ///< what it was merged into
};

struct Answer {
  int status = 200;
  std::vector<OrgRecord> records{};
  bool error = false;  ///< the body says that nothing was done
  bool cut = false;    ///< the body is not whole
  Time retry_after = 0;
};

enum class OrgChange : std::uint8_t { update, remove, undelete };

/// Sent to whoever listens, signed; of its values nothing may be taken.
struct OrgEvent {
  OrgChange change{};
  ids::SalesforceId record;  ///< an account or a contact
  sync::Reading reading;     ///< the record after the change
  std::string signature;
};

/// Signs as the org does.
void sign(OrgEvent& event);
[[nodiscard]] bool is_signed(const OrgEvent& event);

}  // namespace vestibule::simulation
