/// Salesforce record ids: 15 case-sensitive characters, or 18 with a suffix that carries the capitals.
/// Depends on: result, code.
///
///   001Ot00000mx5Kz  IAI
///   |  |             `-- three characters A-Z0-5, each the capitals of five places (bit i = place i is A-Z)
///   |  `---------------- organisation and record
///   `------------------- object: 001 account, 003 contact
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::ids {

/// Always the canonical 18 characters, so equal ids compare equal.
class SalesforceId {
 public:
  [[nodiscard]] std::string_view text() const { return {text_.data(), text_.size()}; }
  [[nodiscard]] std::string_view text15() const { return text().substr(0, 15); }
  /// The object's key prefix, "001" for an account.
  [[nodiscard]] std::string_view object() const { return text().substr(0, 3); }

  friend bool operator==(const SalesforceId&, const SalesforceId&) = default;

 private:
  friend struct SalesforceIdParser;
  std::array<char, 18> text_{};
};

struct ParsedSalesforceId {
  SalesforceId id;
  bool case_repaired = false;  ///< the input's capitals were lost and were restored from the suffix

  friend bool operator==(const ParsedSalesforceId&, const ParsedSalesforceId&) = default;
};

inline constexpr std::string_view account_prefix = "001";
inline constexpr std::string_view contact_prefix = "003";

/// Parses 15 or 18 ASCII letters and digits. A suffix is read in any case; where it asks for a capital in a place that
/// holds a digit, or names none of A-Z0-5, the id is damaged; so it is where the fifteen have letters of both cases, but not
/// the suffix's. Letters of one case have lost theirs, and get them back. A lower-cased 15 cannot be told from a real one:
/// never change the case of an id.
///
/// Errors  id.syntax (length or characters), id.checksum (suffix)
/// Cost    constant, no allocation
/// Source  Salesforce record id rules
[[nodiscard]] Result<ParsedSalesforceId, Code> parse_salesforce_id(std::string_view input);

}  // namespace vestibule::ids
