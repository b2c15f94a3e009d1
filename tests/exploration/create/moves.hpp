/// What can happen next around one sign-up, for the search.
/// Depends on: world.
#pragma once

#include <string>
#include <string_view>

#include "world.hpp"

namespace vestibule::exploration::create {

/// Where the search begins: nothing was asked for yet.
[[nodiscard]] World first_world(const Rules& rules);

/// Each answers false, with the world unchanged, where it cannot happen.
bool request(World& world, const Rules& rules, std::size_t worker);
bool alarm(World& world, const Rules& rules, std::size_t worker);
bool save(World& world, const Rules& rules, std::size_t worker);
bool wire(World& world, const Rules& rules, std::size_t worker);
enum class Reply : std::uint8_t { accepted, lost, refused, put_off, failed, foreign };
bool reply(World& world, const Rules& rules, std::size_t worker, Reply kind);
bool search(World& world, const Rules& rules, std::size_t worker, Found found);
bool tell(World& world, const Rules& rules, std::size_t worker);
bool crash(World& world, const Rules& rules, std::size_t worker);
bool execute(World& world, const Rules& rules, std::size_t create);
bool show(World& world, const Rules& rules, std::size_t create);
bool die(World& world, const Rules& rules, std::size_t create);
bool advance(World& world, const Rules& rules);

/// Nobody asks, nothing fails: the alarm alone goes on to the end, all sweeps included.
void calm_down(World& world, const Rules& rules);

/// Why the world breaks a rule; "" where it does not.
[[nodiscard]] std::string broken(const World& world);
/// Why it breaks one once it has calmed down.
[[nodiscard]] std::string broken_in_the_end(const World& world, const Rules& rules);

}  // namespace vestibule::exploration::create
