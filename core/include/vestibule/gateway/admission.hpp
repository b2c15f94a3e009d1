/// What a request means for the intent of its key, before anything is stored or sent.
/// Depends on: gateway/intent.
///
/// Source: lifecycle-and-sync 1.3 (last rows), C5, C6; design section 8: an equal raw body or an equal fingerprint is a replay.
#pragma once

#include <cstdint>
#include <string_view>

#include "vestibule/gateway/intent.hpp"

namespace vestibule::gateway {

/// What tells two requests of one key apart.
struct Marks {
  std::string_view fingerprint;  ///< of the accepted value (signup/fingerprint.hpp); "" when the core refused the body
  std::string_view body_hash;    ///< of the bytes as they came
};

enum class Admission : std::uint8_t {
  claim,   ///< the first of its key: insert if absent, durably
  refuse,  ///< the core refused the body and nothing is known of its key: nothing is stored
  reuse,   ///< the key belongs to another sign-up: nothing is sent
  replay,  ///< the stored status and body, byte for byte
  wait,    ///< not settled: start a run, then ask to come back
};

/// `known`: the marks the intent was claimed with and its state; nullptr where the key has no intent.
struct Known {
  Marks marks;
  State state{};
};
[[nodiscard]] Admission admit(const Known* known, const Marks& request);

[[nodiscard]] std::string_view to_string(Admission admission);

}  // namespace vestibule::gateway
