/// Checking one id on its own, with findings like those of a record.
/// Depends on: checks/tax_id, finding, ids/*, validation/report, validation/result.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vestibule/checks/tax_id.hpp"
#include "vestibule/finding.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

struct IdResult {
  bool ok = false;
  std::string value;  ///< the canonical text; empty unless ok
  std::vector<Finding> findings;

  friend bool operator==(const IdResult&, const IdResult&) = default;
};

/// A UUID that names something: any case, lower-cased; white space at the ends is trimmed.
/// Errors  id.syntax, for the nil UUID too (RFC 9562 section 5.9: it stands for "none")
[[nodiscard]] IdResult check_uuid(std::string_view text);

/// A Salesforce id of 15 or 18 characters, answered in its canonical 18. `object` restricts it to one key prefix
/// ("001"); "" takes any. White space at the ends is trimmed.
/// Errors  id.syntax, id.checksum, id.object;  warning id.case_repaired
[[nodiscard]] IdResult check_salesforce_id(std::string_view text, std::string_view object);

/// The same two, into a report that is emptied first: the id is its only value, its findings are of whole_record.
void check_uuid(std::string_view text, Report& report);
void check_salesforce_id(std::string_view text, std::string_view object, Report& report);

/// A tax number of a scheme (checks/tax_id.hpp), answered in its canonical text.
/// Errors  tax.country, tax.syntax, tax.checksum
[[nodiscard]] IdResult check_tax_id(checks::TaxScheme scheme, std::string_view text, std::string_view country = {});

/// {"ok":...,"value":"..." or null,"findings":[...]}
void append_json(std::string& out, const IdResult& result);

}  // namespace vestibule::validation
