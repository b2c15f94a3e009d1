/// Customers that come from another system: which rows can be taken in, judged before anything is written.
/// Depends on: ids/*, validation/check_json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/validation/check_json.hpp"

namespace vestibule::migration {

/// UTF-16 units, as those of every other id a customer carries.
inline constexpr std::size_t legacy_id_max_utf16 = 255;

struct Row {
  std::string_view legacy_id;                   ///< the id it had there, exactly as it was
  std::optional<std::string_view> external_id;  ///< of its Salesforce account, 15 or 18 characters
  std::string_view fields;                      ///< a JSON object of a customer's members
};

enum class Fault : std::uint8_t {
  none,
  legacy_id,          ///< empty, too long, or with control characters
  legacy_id_twice,    ///< of an earlier row
  external_id,        ///< no account's id: its form, its suffix or its prefix
  external_id_twice,  ///< one account, two rows
  fields,             ///< the findings say what
};
inline constexpr std::size_t fault_count = 6;

[[nodiscard]] std::string_view to_string(Fault fault);

struct Verdict {
  Fault fault{};
  std::size_t other = 0;  ///< the row it clashes with, from 1; 0: none
  /// An earlier row whose id differs in nothing but case, from 1; 0: none. Ids are case-sensitive, so this is no fault, but
  /// it is what is left where a spreadsheet changed the case of one.
  std::size_t same_but_case = 0;
  std::optional<ids::SalesforceId> account;
  validation::CheckResult check;  ///< of the fields; not made where another fault came first
};

/// Judges row after row of one migration. A refused row does not count against later ones.
///
/// Errors  Verdict::fault, the first in the order of its enumerators
/// Cost    linear in the row; some hundred bytes of memory for each row accepted
/// Source  lifecycle-and-sync 3.5
class Judge {
 public:
  explicit Judge(const validation::Options& options) : options_{options} {}

  [[nodiscard]] Verdict add(const Row& row);

  /// How many were added.
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  using Seen = std::unordered_map<std::string, std::size_t>;

  validation::Options options_;
  std::size_t rows_ = 0;
  Seen legacy_ids_;
  Seen accounts_;
  Seen folded_;  // both kinds without their case, each behind a letter of its own
};

/// The Nue id of a migrated customer: the same for the same legacy id, whenever and however often it is asked for, so that a
/// migration that is run again mints none anew. A UUID of version 8 (RFC 9562 5.8) from its SHA-256.
[[nodiscard]] ids::Uuid customer_id_of(std::string_view legacy_id);

}  // namespace vestibule::migration
