/// What the gateway keeps of each sign-up: one store, however many workers. A transaction happens at one moment and is on the
/// disk then; a worker that dies before it has changed nothing.
/// Depends on: signup/messages, gateway/admission, gateway/intent of the core.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "signup/messages.hpp"
#include "vestibule/gateway/admission.hpp"
#include "vestibule/gateway/intent.hpp"

namespace vestibule::simulation::creation {

/// A contact is an intent of its own beside that of its sign-up.
[[nodiscard]] inline std::string contact_key(const std::string& key) { return key + "/contact"; }

struct Kept {
  gateway::Intent machine{};
  std::string fingerprint{};
  std::string body_hash{};
  std::string secret{};
  Answers answers = 0;
  bool has_payload = true;
  bool has_contact = false;   ///< a contact waits for its customer to be settled
  std::uint64_t written = 0;  ///< by the gateway's clock
  Time recorded = 0;          ///< when `sent` was stored last, by the true clock
  Answer response{};          ///< with a status: the final one
  std::uint64_t ring = 0;     ///< the newest alarm set for it

  [[nodiscard]] gateway::Known known() const { return {{fingerprint, body_hash}, machine.state}; }
};

/// By key.
using Store = std::map<std::string, Kept>;

}  // namespace vestibule::simulation::creation
