// JSON bytes: one byte of options, then the text, read as a record and as a batch.
#include "oracle.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;

bool is_about_text(const Finding& finding) {
  const std::string_view code = to_string(finding.code);
  return code.starts_with("json.") || code.starts_with("batch.") || finding.code == Code::limit_input;
}

void check_batch(std::string_view text, const validation::Options& options) {
  const validation::BatchResult batch = validation::check_batch_json(text, options);
  fuzz::require(batch.findings.size() <= limits::findings_max_batch, "a batch has 2,000 findings at most");
  fuzz::require(batch.rows.size() <= limits::batch_max_rows, "a batch has 200 rows at most");
  fuzz::require(!batch.ok || !batch.rows.empty(), "an accepted batch has rows");
  if (!batch.ok) return;
  std::string written = "[";
  for (const auto& row : batch.rows) {
    fuzz::require(row.has_value(), "an accepted batch has every row");
    if (written.size() > 1) written.push_back(',');
    customer::append_json(written, *row);
  }
  const validation::BatchResult again = validation::check_batch_json(written + "]", options);
  fuzz::require(again.ok && again.rows == batch.rows && again.changed.empty(), "an accepted batch is stable");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::view_of(data, size);
  const validation::Options options = fuzz::options_from(fuzz::take_byte(input));
  const validation::CheckResult result = validation::check_json(input, options);
  fuzz::require_consistent(result);
  fuzz::require_stable(result, options);
  if (!result.findings.empty() && is_about_text(result.findings.front())) {
    fuzz::require(result.findings.size() == 1, "a problem of the text is the only finding");
  }
  check_batch(input, options);
  return 0;
}
