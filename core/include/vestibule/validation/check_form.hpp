/// Checking form fields as a browser posts them without JavaScript (application/x-www-form-urlencoded).
/// Depends on: customer/record_view, json/problem, limits, validation/check, validation/result.
#pragma once

#include <optional>
#include <string_view>

#include "vestibule/customer/record_view.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {

/// Fills `record` from a form body. An empty field means the person left it empty: it is not there. A number field takes
/// a number literal, a boolean field "true", "on" or "false"; anything else stays a string and is judged as one.
///
/// Errors  limit.input (over 1 MiB), json.limit (fields, name bytes), form.syntax (a damaged percent escape, or bytes
///         that are not UTF-8), form.duplicate_key
/// Cost    linear
/// Source  https://url.spec.whatwg.org/#urlencoded-parsing, but damaged escapes are refused instead of kept
[[nodiscard]] std::optional<json::Problem> read_form(std::string_view body, customer::RecordView& record,
                                                     const Options& options = {});

[[nodiscard]] CheckResult check_form(std::string_view body, const Options& options);

}  // namespace vestibule::validation
