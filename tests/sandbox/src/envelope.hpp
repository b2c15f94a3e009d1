/// What the API answers: a status and Nue's envelopes around the data.
/// Depends on: refusal, table, words.
///
///   { "status": "SUCCESS", "data": ..., "warnings": [ { "code", "message" } ] }  and "pagination" of lists
///   { "status": "FAILED", "errorType", "errorCode", "message" }                    and "errorId" of a 500
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "refusal.hpp"
#include "table.hpp"
#include "vestibule/finding.hpp"

namespace vestibule::sandbox {

struct Response {
  unsigned status = 200;
  std::string body;
  std::string allow;        ///< the Allow header of a 405
  std::string retry_after;  ///< the header's text; "" = no such header
  bool close = false;       ///< the connection cannot be used any more
  std::string_view media_type = "application/json; charset=utf-8";
};

struct Warning {
  std::string code;
  std::string message;
};

struct Pagination {
  std::int64_t page = 1;
  std::int64_t limit = 100;
  std::int64_t total = 0;
};

/// `data` is JSON text.
[[nodiscard]] Response success(unsigned status, std::string_view data, std::span<const Warning> warnings = {},
                               const std::optional<Pagination>& pagination = {});

/// Records as a JSON array, each with the members that `more` gives for it.
using Members = std::function<std::string(const Values&)>;
[[nodiscard]] std::string array_of(std::span<const Values> records, const Members& more = {});
[[nodiscard]] std::string array_of(const Values& record, const Members& more = {});

/// `error` is the errorCode; the errorType follows from the status.
[[nodiscard]] Response failure(unsigned status, std::string_view error, std::string_view message);
[[nodiscard]] Response failure(const Problem& problem);

/// A refused body: 400 with the first 20 problems, or 413.
[[nodiscard]] Response refused(std::span<const Finding> findings);

/// The warnings of an accepted body.
[[nodiscard]] std::vector<Warning> warnings_of(std::span<const Finding> findings);

/// The errors of a body, as the warnings of an answer that took the rest of it; `code` is an errorCode.
[[nodiscard]] std::vector<Warning> refusals_of(std::span<const Finding> findings);

}  // namespace vestibule::sandbox
