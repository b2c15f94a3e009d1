/// Why a write was refused although every value was fine by itself.
/// Depends on: nothing.
#pragma once

#include <string>
#include <string_view>

namespace vestibule::sandbox {

struct Refusal {
  enum class Reason {
    customer_not_found,
    contact_not_found,
    duplicate_account_number,
    duplicate_id,  ///< of a seed
    duplicate_email,
    unknown_parent,
    circular_parent,
    unknown_contact,
  };
  Reason reason{};
  std::size_t row = 0;
};

/// A refusal as it is answered.
struct Problem {
  unsigned status = 400;
  std::string_view code;
  std::string message;
};

/// `place` stands before the member: "[1]." in a batch, "" where there is one record.
[[nodiscard]] Problem problem_of(Refusal::Reason reason, const std::string& place);

}  // namespace vestibule::sandbox
