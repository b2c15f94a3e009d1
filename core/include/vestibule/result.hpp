/// One value or one reason why there is none. Failure is data here: no public function throws.
/// Depends on: nothing.
#pragma once

#include <utility>
#include <variant>

namespace vestibule {

template <class T, class E>
class [[nodiscard]] Result {
 public:
  constexpr Result(T value) : state_{std::in_place_index<0>, std::move(value)} {}
  constexpr Result(E error) : state_{std::in_place_index<1>, std::move(error)} {}

  [[nodiscard]] constexpr bool ok() const { return state_.index() == 0; }
  [[nodiscard]] constexpr explicit operator bool() const { return ok(); }

  /// Precondition: ok().
  [[nodiscard]] constexpr const T& value() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] constexpr T& value() { return *std::get_if<0>(&state_); }
  /// Precondition: !ok().
  [[nodiscard]] constexpr const E& error() const { return *std::get_if<1>(&state_); }

  friend constexpr bool operator==(const Result&, const Result&) = default;

 private:
  std::variant<T, E> state_;
};

}  // namespace vestibule
