#include "vestibule/validation/check_form.hpp"

#include <algorithm>

#include "form_pairs.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Kind;
using customer::ValueKind;
using customer::ValueView;

// What a control of this kind of field means by its text.
ValueView read_value(Kind kind, std::string_view text) {
  if (kind == Kind::integer || kind == Kind::number) {
    return {checks::parse_decimal(text).ok() ? ValueKind::number : ValueKind::string, text, 0, 0};
  }
  if (kind == Kind::boolean && (text == "true" || text == "on")) return {ValueKind::boolean_true, {}, 0, 0};
  if (kind == Kind::boolean && text == "false") return {ValueKind::boolean_false, {}, 0, 0};
  return {ValueKind::string, text, 0, 0};
}

}  // namespace

std::optional<json::Problem> add_form_field(customer::RecordView& record, std::string_view name,
                                            std::string_view value) {
  const auto field = catalogue::find_field(name);
  const auto& unknown = record.unknown();
  const bool seen = field ? record[*field].kind != ValueKind::absent
                          : std::find(unknown.begin(), unknown.end(), name) != unknown.end();
  if (seen) {
    std::string pointer;
    json::append_pointer_token(pointer, name);
    return json::Problem{Code::form_duplicate_key, pointer, {}};
  }
  if (!field) {
    record.add_unknown(record.keep(name), {ValueKind::string, record.keep(value), 0, 0});
  } else if (!value.empty()) {
    record.set(*field, read_value(catalogue::info(*field).kind, record.keep(value)));
  }
  return std::nullopt;
}

std::optional<json::Problem> read_form(std::string_view body, customer::RecordView& record) {
  if (body.size() > limits::record_max_bytes) {
    return json::Problem{Code::limit_input, "", {std::to_string(limits::record_max_bytes)}};
  }
  record.start(body.size());
  return for_each_pair(
      body, [&](std::string_view name, std::string_view value) { return add_form_field(record, name, value); });
}

CheckResult check_form(std::string_view body, const Options& options) {
  customer::RecordView record;
  Report report;
  if (const auto problem = read_form(body, record)) {
    CheckResult refused;
    refused.findings.push_back(make_finding(*problem));
    return refused;
  }
  check_record(record, options, report);
  return make_result(report, record);
}

}  // namespace vestibule::validation
