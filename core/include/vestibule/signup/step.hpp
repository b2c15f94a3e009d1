/// The rules by which pressing a button leads to one customer: step(state, event) is total and pure.
/// Depends on: signup/event.
///
/// What cannot be known is waited for, with the same key and the same answers; a new key is only made after a final answer.
/// A refusal that no gateway worded, such as a proxy's page, is only one of the first post; later it says nothing.
/// The rows stand in core/src/signup/table.cpp and are drawn into core/docs/signup.md.
/// Source: lifecycle-and-sync section 1.2.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vestibule/signup/event.hpp"

namespace vestibule::signup {

/// What the host does, in this order. Each of token, post, ask, wait and forget ends what one of them began before.
enum class Effect : std::uint16_t {
  store = 1 << 0,          ///< keep the attempt durably: insert it, or find another tab's; ends in `stored`
  erase_payload = 1 << 1,  ///< of the stored attempt
  forget = 1 << 2,         ///< the stored attempt
  tell = 1 << 3,           ///< other tabs, which hear `told`
  unlock = 1 << 4,
  lock = 1 << 5,   ///< the attempt's key; ends in `locked`, at once when it is held
  token = 1 << 6,  ///< fetch a form token; ends in `token`, or in `answered` when there is none
  post = 1 << 7,   ///< the answers; ends in `answered`
  ask = 1 << 8,    ///< about the key; ends in `answered`
  wait = 1 << 9,   ///< wait_ms; ends in `waited`
};

class Effects {
 public:
  constexpr Effects() = default;
  constexpr Effects(Effect effect) : bits_{static_cast<std::uint16_t>(effect)} {}

  [[nodiscard]] constexpr bool has(Effect effect) const { return (bits_ & static_cast<std::uint16_t>(effect)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

  friend constexpr Effects operator|(Effects a, Effects b) {
    a.bits_ = static_cast<std::uint16_t>(a.bits_ | b.bits_);
    return a;
  }
  friend constexpr bool operator==(Effects, Effects) = default;

 private:
  std::uint16_t bits_ = 0;
};
[[nodiscard]] constexpr Effects operator|(Effect a, Effect b) { return Effects{a} | Effects{b}; }

struct Step {
  State state;
  Effects effects;
  std::uint64_t wait_ms = 0;  ///< of the effect wait

  friend bool operator==(const Step&, const Step&) = default;
};

/// Cost: a scan of the rows.
[[nodiscard]] Step step(const State& state, const Event& event);

[[nodiscard]] std::string_view to_string(Effect effect);

/// Every effect, in the order they are carried out.
[[nodiscard]] std::span<const Effect> all_effects();

/// Appends the rows as a Markdown table.
void append_table(std::string& out);

}  // namespace vestibule::signup
