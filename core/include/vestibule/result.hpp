/// One value or one reason why there is none. Failure is data here: no public function throws.
/// Depends on: nothing.
#pragma once

#include <optional>
#include <utility>

namespace vestibule {

template <class T, class E>
class [[nodiscard]] Result {
 public:
  constexpr Result(T value) : value_{std::move(value)} {}
  constexpr Result(E error) : error_{std::move(error)} {}

  [[nodiscard]] constexpr bool ok() const { return value_.has_value(); }
  [[nodiscard]] constexpr explicit operator bool() const { return ok(); }

  /// Precondition: ok().
  [[nodiscard]] constexpr const T& value() const { return *value_; }
  [[nodiscard]] constexpr T& value() { return *value_; }
  /// Precondition: !ok().
  [[nodiscard]] constexpr const E& error() const { return error_; }

  friend bool operator==(const Result&, const Result&) = default;  // constexpr where that of T and E is

 private:
  // Not a variant, which takes several times the code.
  std::optional<T> value_;
  E error_{};
};

}  // namespace vestibule
