/// Running one rule vector through the core, by any of the readers that can express it.
/// Depends on: support/sample, support/vectors, validation/*.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/sample.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::test {

struct Verdict {
  std::string outcome;                ///< accepted, normalised, warned, refused
  std::optional<std::string> output;  ///< as the files write it; absent when refused or without a value
  std::vector<std::string> codes;
  std::vector<std::string> pointers;
  std::optional<std::string> suggestion;  ///< of the first finding that has one

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

[[nodiscard]] Verdict run(const RuleTest& test);

/// The text that check_json (or the batch and form checks) sees for this test; ids stand in a field of their kind.
[[nodiscard]] std::string text_of(const RuleTest& test);

/// The record of a `string` test, and of a `literal` test whose literal is a number, a boolean or null.
[[nodiscard]] std::optional<Members> members_of(const RuleTest& test);

/// "accepted", "normalised", "warned" or "refused".
[[nodiscard]] std::string outcome_of(bool ok, bool changed, const std::vector<Finding>& findings);

/// Fills a record view from the packed layout and checks it, as the bridge does, into an owning result.
[[nodiscard]] validation::CheckResult check_packed(std::string_view bytes, const validation::Options& options);

}  // namespace vestibule::test
