#include "oracle.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "vestibule/atlas/builtin.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_json.hpp"

namespace vestibule::fuzz {

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

validation::Options options_from(std::uint8_t byte) {
  constexpr std::array<std::string_view, 4> countries{"", "US", "de", "ZZ"};
  validation::Options options;
  if ((byte & 1U) != 0) options.operation = validation::Operation::patch;
  if ((byte & 2U) != 0) options.strictness = validation::Strictness::api;
  options.country = countries[(byte >> 2) & 3U];
  if ((byte & 16U) != 0) options.of = catalogue::Entity::contact;
  if ((byte & 32U) != 0) options.atlas = &atlas::builtin();
  return options;
}

void require_consistent(const validation::CheckResult& result) {
  const bool has_error = std::any_of(result.findings.begin(), result.findings.end(),
                                     [](const Finding& finding) { return finding.severity == Severity::error; });
  require(!result.ok || !has_error, "an accepted record has no error");
  require(result.ok || has_error || result.truncated, "a refused record has one");
  require(result.ok || (result.value.values.empty() && result.changed.empty()), "a refused record has no value");
  require(result.findings.size() <= limits::findings_max_row, "a record has 64 findings at most");
  std::string text;
  validation::append_json(text, result);
  require(text::first_invalid_utf8(text) == text.size(), "what is written is UTF-8");
}

void require_stable(const validation::CheckResult& result, const validation::Options& options) {
  if (!result.ok) return;
  std::string text;
  customer::append_json(text, result.value);
  const validation::CheckResult again = validation::check_json(text, options);
  require(again.ok, "accepted output is accepted again");
  require(again.value == result.value, "accepted output is equal when checked again");
  require(again.changed.empty(), "accepted output is unchanged when checked again");
}

}  // namespace vestibule::fuzz
