#include "vestibule/validation/check_json.hpp"

#include "batch_duplicates.hpp"
#include "record_sink.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::validation {
namespace {

CheckResult refused(const json::Problem& problem) {
  CheckResult result;
  result.findings.push_back(make_finding(problem));
  return result;
}

BatchResult refused_batch(const json::Problem& problem) {
  BatchResult result;
  result.findings.push_back(make_finding(problem));
  return result;
}

// Moves one row into the batch, within the batch's own bound of findings.
void add_row(BatchResult& batch, CheckResult row) {
  batch.ok = batch.ok && row.ok;
  batch.truncated = batch.truncated || row.truncated;
  for (Finding& finding : row.findings) {
    if (batch.findings.size() == limits::findings_max_batch) {
      batch.truncated = true;
      break;
    }
    batch.findings.push_back(std::move(finding));
  }
  batch.changed.insert(batch.changed.end(), row.changed.begin(), row.changed.end());
  batch.unchecked.insert(batch.unchecked.end(), row.unchecked.begin(), row.unchecked.end());
  batch.rows.push_back(row.ok ? std::optional{std::move(row.value)} : std::nullopt);
}

}  // namespace

CheckResult check_json(std::string_view text, const Options& options) {
  customer::RecordView record;
  Report report;
  CheckResult result;
  if (text.size() > limits::record_max_bytes) {
    return refused({Code::limit_input, "", {std::to_string(limits::record_max_bytes)}});
  }
  RecordSink sink{Shape::record, options, record, text.size(), [&](std::size_t) {
                    check_record(record, options, report);
                    result = make_result(report, record);
                  }};
  if (const auto problem = json::read(text, limits::record_max_bytes, sink)) return refused(*problem);
  if (sink.shape_problem()) return refused(*sink.shape_problem());
  return result;
}

BatchResult check_batch_json(std::string_view text, const Options& options) {
  customer::RecordView record;
  Report report;
  BatchResult batch;
  BatchDuplicates duplicates;
  batch.ok = true;
  if (text.size() > limits::batch_max_bytes) {
    return refused_batch({Code::limit_input, "", {std::to_string(limits::batch_max_bytes)}});
  }
  RecordSink sink{Shape::batch, options, record, text.size(), [&](std::size_t row) {
                    if (row >= limits::batch_max_rows) return;
                    check_record(record, options, report);
                    const std::string pointer = "/" + std::to_string(row);
                    CheckResult result = make_result(report, record, pointer);
                    // Changes name no record here, so two alike may be meant for two.
                    if (options.operation == Operation::create) duplicates.judge(row, pointer, result);
                    add_row(batch, std::move(result));
                  }};
  if (const auto problem = json::read(text, limits::batch_max_bytes, sink)) return refused_batch(*problem);
  if (sink.shape_problem()) return refused_batch(*sink.shape_problem());
  if (sink.rows() == 0) return refused_batch({Code::batch_empty, "", {}});
  if (sink.rows() > limits::batch_max_rows) {
    return refused_batch({Code::batch_too_many, "", {std::to_string(limits::batch_max_rows)}});
  }
  return batch;
}

}  // namespace vestibule::validation
