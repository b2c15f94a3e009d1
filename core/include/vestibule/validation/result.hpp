/// The outcome of a check as values that own everything, and as JSON text.
/// Depends on: finding, customer/record, json/problem, validation/report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vestibule/customer/record.hpp"
#include "vestibule/finding.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

/// Either ok with a value, or not ok without one: there is never a partial value.
struct CheckResult {
  bool ok = false;
  customer::Record value;            ///< empty unless ok
  std::vector<std::string> changed;  ///< pointers of members whose value was normalised or left out; empty unless ok
  std::vector<Finding> findings;
  bool truncated = false;              ///< there were more findings than are listed
  std::vector<std::string> unchecked;  ///< pointers of members judged by structure alone: the atlas was not there

  friend bool operator==(const CheckResult&, const CheckResult&) = default;
};

struct BatchResult {
  bool ok = false;                                    ///< every row is
  std::vector<std::optional<customer::Record>> rows;  ///< one entry a row, empty where it was refused
  std::vector<std::string> changed;                   ///< of the accepted rows
  std::vector<Finding> findings;
  bool truncated = false;
  std::vector<std::string> unchecked;

  friend bool operator==(const BatchResult&, const BatchResult&) = default;
};

/// The result of a report over `record`, with views resolved. `prefix` is the pointer of the record, "" or "/3".
[[nodiscard]] CheckResult make_result(const Report& report, const customer::RecordView& record,
                                      std::string_view prefix = {});

/// A finding of a report, with views resolved; `pointer` says what it is of.
[[nodiscard]] Finding make_finding(const Report& report, const ReportFinding& found, std::string pointer);

/// The result of a text that could not be read at all: one error.
[[nodiscard]] Finding make_finding(const json::Problem& problem);

/// {"ok":...,"value":...,"changed":[...],"findings":[...]} and "truncated":true, "unchecked":[...] where they are; value is null unless ok.
void append_json(std::string& out, const CheckResult& result);
/// The same with an array of rows as the value, null for a refused one; null as a whole when the text could not be read.
void append_json(std::string& out, const BatchResult& result);
void append_json(std::string& out, const Finding& finding);

}  // namespace vestibule::validation
