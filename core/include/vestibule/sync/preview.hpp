/// What Salesforce would hold of a record, field by field, before anything is sent.
/// Depends on: sync/plan, validation/options, json/problem, result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/code.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/result.hpp"
#include "vestibule/sync/plan.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::sync {

enum class PreviewState : std::uint8_t {
  kept,     ///< as it is
  changed,  ///< in its canonical form
  cut,      ///< too long: what is left where the org truncates; others refuse it
  refused,  ///< the account could not be made with this value
  missing,  ///< required, and not there
};

struct PreviewRow {
  catalogue::Field field{};
  PreviewState state{};
  std::string value{};         ///< JSON, as the account would hold it; "" where nothing is
  std::optional<Code> code{};  ///< why it is cut, refused or missing
  Side master{};               ///< whose value holds once both sides have changed it

  friend bool operator==(const PreviewRow&, const PreviewRow&) = default;
};

[[nodiscard]] std::string_view to_string(PreviewState state);

/// A row for each field that travels by the profile and has a value, and for each required one that has none, in the order of the
/// catalogue. Of the options, `of`, `country`, `atlas` and `profile` count; every value is judged with the strictness of
/// the API.
///
/// Input   one JSON object
/// Limits  1 MiB; the json_* limits of limits.hpp
/// Errors  json.*, limit.input; json.shape where it is no object
/// Source  lifecycle-and-sync 3.2, R28
[[nodiscard]] Result<std::vector<PreviewRow>, json::Problem> preview(std::string_view text,
                                                                     const validation::Options& options);

}  // namespace vestibule::sync
