/// A ledger as JSON text, which is how a host stores it.
/// Depends on: sync/ledger, json/problem, result.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/json/problem.hpp"
#include "vestibule/result.hpp"
#include "vestibule/sync/ledger.hpp"

namespace vestibule::sync {

/// {"base":[text or null],"log":[{"lost":[...],"side","unit","values":[...],"version"}],"versions":[nue, salesforce]}
void append_json(std::string& out, const Ledger& ledger);

/// Reads back what append_json wrote. Whether it fits a plan is the caller's to know: a ledger is read by whoever wrote it.
///
/// Limits  limits::ledger_max_bytes
/// Errors  json.*; field.unknown, field.required, field.type; enum.unknown; number.range
[[nodiscard]] Result<Ledger, json::Problem> read_ledger(std::string_view text);

}  // namespace vestibule::sync
