/// Bodies of customers and contacts as the settings have them judged: unknown and read-only members may be dropped with a
/// warning (nue-api 10.17).
/// Depends on: drop_members, envelope, words; validation/check_json of the core.
#pragma once

#include <string_view>
#include <vector>

#include "envelope.hpp"
#include "vestibule/validation/check_json.hpp"

namespace vestibule::sandbox {

template <class Result>
struct Judged {
  Result result;
  std::vector<Warning> warnings;  ///< of the core, and one for each member that was dropped
};

/// An array of records. `lenient` drops members, otherwise they are errors.
[[nodiscard]] Judged<validation::BatchResult> judge_batch(std::string_view body, const validation::Options& options,
                                                          bool lenient);
/// One record.
[[nodiscard]] Judged<validation::CheckResult> judge_record(std::string_view body, const validation::Options& options,
                                                           bool lenient);

}  // namespace vestibule::sandbox
