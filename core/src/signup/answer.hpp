// What an answer of the gateway means for the sign-up: by its status first, then by its code, never by its words. Internal.
#pragma once

#include <cstdint>

#include "vestibule/signup/event.hpp"

namespace vestibule::signup {

// Bits, so that a row can name several.
enum class Answer : std::uint8_t {
  created = 1 << 0,
  refused = 1 << 1,
  stale = 1 << 2,        // the form token is too old; the key is good
  in_progress = 1 << 3,  // the gateway has it and has not finished
  reused = 1 << 4,       // the key stands for other answers
  unknown = 1 << 5,      // asked about a key the gateway does not know
  none = 1 << 6,         // nothing is known: no answer, an unreadable one, or one that asks for patience
};

// Of an `answered` event. In `sending` it answers a form token's request or a post; in any other state a question.
[[nodiscard]] Answer classify(const State& state, const Event& event);

}  // namespace vestibule::signup
