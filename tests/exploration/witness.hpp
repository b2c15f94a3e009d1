/// What the checks keep in mind about a step, and the rules that a step by itself can break.
/// Depends on: world.
#pragma once

#include "world.hpp"

namespace vestibule::exploration {

[[nodiscard]] constexpr std::size_t at(sync::Side side) { return static_cast<std::size_t>(side); }
[[nodiscard]] constexpr std::uint16_t bit(char token) { return static_cast<std::uint16_t>(1U << (token - '0')); }
[[nodiscard]] inline char token_of(const sync::Value& value) { return value ? value->front() : '0'; }

/// The first rule that is broken stays.
void note_break(Witness& witness, const char* rule);

/// A token that stands on both sides has arrived.
void note_arrival(Witness& witness, sync::Side side, std::size_t field, char token);

/// A value may only be given up for one that somebody typed on the other side, and is kept in the log once.
void note_conflict(Customer& customer, const sync::Conflict& conflict);

/// Before the customer gets the life of this step.
void note_life(Customer& customer, const lifecycle::Event& event, const lifecycle::Step& step);

/// The customer is tied to this account from now on. What was typed into the one that is gone went with it, and what had
/// arrived there has still to arrive. What this one has instead of what was agreed on counts as typed, and so does a write
/// that never came to be.
void note_move(Customer& customer, const Account& account);

}  // namespace vestibule::exploration
