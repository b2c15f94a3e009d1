#include "lenient_check.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "drop_members.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

bool is_about_a_member_not_taken(const Finding& finding) {
  return finding.severity == Severity::error &&
         (finding.code == Code::field_unknown || finding.code == Code::field_read_only ||
          finding.code == Code::field_forbidden);
}

// Judges the body, and once more without the members that were not taken.
template <class Check>
auto judge(std::string_view body, const validation::Options& options, bool lenient, Check check) {
  Judged<decltype(check(body, options))> judged{check(body, options), {}};
  std::set<std::string> dropped;
  if (lenient && !judged.result.ok) {
    for (const Finding& finding : judged.result.findings) {
      if (!is_about_a_member_not_taken(finding)) continue;
      dropped.insert(finding.pointer);
      judged.warnings.push_back(
          {std::string{to_string(finding.code)}, member_path(finding.pointer, "body") + ": was ignored"});
    }
  }
  if (!dropped.empty()) judged.result = check(drop_members(body, dropped), options);
  std::ranges::move(warnings_of(judged.result.findings), std::back_inserter(judged.warnings));
  return judged;
}

}  // namespace

Judged<validation::BatchResult> judge_batch(std::string_view body, const validation::Options& options, bool lenient) {
  return judge(body, options, lenient, validation::check_batch_json);
}

Judged<validation::CheckResult> judge_record(std::string_view body, const validation::Options& options, bool lenient) {
  return judge(body, options, lenient, validation::check_json);
}

}  // namespace vestibule::sandbox
