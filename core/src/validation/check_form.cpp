#include "vestibule/validation/check_form.hpp"

#include <string>

#include "form_pairs.hpp"
#include "form_record.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::validation {

std::optional<json::Problem> read_form(std::string_view body, customer::RecordView& record, const Options& options) {
  if (body.size() > limits::record_max_bytes) {
    return json::Problem{Code::limit_input, "", {std::to_string(limits::record_max_bytes)}};
  }
  record.start(body.size());
  FormRecord form{record, {options.of, options.profile}};
  return for_each_pair(body, [&](std::string_view name, std::string_view value) { return form.add(name, value); });
}

CheckResult check_form(std::string_view body, const Options& options) {
  customer::RecordView record;
  Report report;
  if (const auto problem = read_form(body, record, options)) {
    CheckResult refused;
    refused.findings.push_back(make_finding(*problem));
    return refused;
  }
  check_record(record, options, report);
  return make_result(report, record);
}

}  // namespace vestibule::validation
