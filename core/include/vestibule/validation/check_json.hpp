/// Checking JSON text: one record, or a batch of them.
/// Depends on: json/*, validation/check, validation/result.
#pragma once

#include <string_view>

#include "vestibule/validation/options.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {

/// Reads one JSON object and judges it. The text is judged first: one problem of the text is then the only finding.
///
/// Limits  1 MiB; the json_* limits of limits.hpp, each while the text is read
/// Errors  json.*, limit.input; then whatever check_record finds
/// Cost    linear; memory within 8 times the text
/// Source  RFC 8259, RFC 7493; deviations from JSONTestSuite are listed with the tests
[[nodiscard]] CheckResult check_json(std::string_view text, const Options& options);

/// Reads a JSON array of 1 to 200 objects. Pointers begin with the row: "/3/email". A new row that repeats an earlier one, or
/// its e-mail address whatever the case, is accepted with the warning batch.duplicate.
///
/// Limits  5 MiB, 200 rows, 2,000 findings in all
/// Errors  as check_json, and batch.empty, batch.too_many; with these two no row is judged
[[nodiscard]] BatchResult check_batch_json(std::string_view text, const Options& options);

}  // namespace vestibule::validation
