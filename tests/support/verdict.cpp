#include "tests/support/verdict.hpp"

#include <algorithm>

#include "tests/support/exact_block.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace vestibule::test {
namespace {

using customer::ValueKind;

Verdict judge(bool ok, bool changed, const std::vector<Finding>& findings) {
  Verdict verdict;
  verdict.outcome = outcome_of(ok, changed, findings);
  for (const Finding& finding : findings) {
    verdict.codes.emplace_back(to_string(finding.code));
    verdict.pointers.push_back(finding.pointer);
    if (!verdict.suggestion) verdict.suggestion = finding.suggestion;
  }
  return verdict;
}

std::string object_text(const RuleTest& test) {
  std::string text = "{";
  if (!test.has_flag("patch")) {
    for (const Member& member : minimal_record(test.options().of)) {
      if (member.name == test.field) continue;
      json::append_string(text, member.name);
      text.push_back(':');
      json::append_string(text, member.text);
      text.push_back(',');
    }
  }
  json::append_string(text, test.field);
  text.push_back(':');
  if (test.subject == Subject::literal) {
    text += test.input;
  } else {
    json::append_string(text, test.input);
  }
  return text + "}";
}

// The value of `field` in an accepted record, as the files write it.
std::optional<std::string> value_of(const customer::Record& record, const RuleTest& test) {
  const auto known = catalogue::find_field(test.field, test.options().of);
  const customer::FieldValue* value = known ? record.find(*known) : nullptr;
  if (value == nullptr || value->kind == ValueKind::null) return std::nullopt;
  if (test.subject == Subject::string) return value->text;
  customer::Record alone;
  alone.values.push_back(*value);
  std::string text;
  customer::append_json(text, alone);
  const std::size_t prefix = test.field.size() + 4;  // {"field":
  return text.substr(prefix, text.size() - prefix - 1);
}

Verdict run_record(const RuleTest& test, const validation::CheckResult& result) {
  Verdict verdict = judge(result.ok, !result.changed.empty(), result.findings);
  if (!result.ok) return verdict;
  if (test.subject == Subject::string || test.subject == Subject::literal) {
    verdict.output = value_of(result.value, test);
  } else {
    customer::append_json(verdict.output.emplace(), result.value);
  }
  return verdict;
}

Verdict run_batch(const validation::BatchResult& result) {
  Verdict verdict = judge(result.ok, !result.changed.empty(), result.findings);
  if (!result.ok) return verdict;
  std::string rows = "[";
  for (const auto& row : result.rows) {
    if (rows.size() > 1) rows.push_back(',');
    if (row) customer::append_json(rows, *row);
  }
  verdict.output = rows + "]";
  return verdict;
}

Verdict run_id(const validation::IdResult& result, std::string_view input) {
  Verdict verdict = judge(result.ok, result.value != input, result.findings);
  if (result.ok) verdict.output = result.value;
  return verdict;
}

}  // namespace

std::string outcome_of(bool ok, bool changed, const std::vector<Finding>& findings) {
  if (!ok) return "refused";
  if (!findings.empty()) return "warned";
  return changed ? "normalised" : "accepted";
}

Verdict run(const RuleTest& test) {
  const validation::Options options = test.options();
  const ExactBlock input{test.input};
  if (test.subject == Subject::uuid) return run_id(validation::check_uuid(input.view()), input.view());
  if (test.subject == Subject::tax_id) {
    const auto scheme = checks::find_tax_scheme(test.scheme);
    return run_id(validation::check_tax_id(scheme.value(), input.view(), test.country), input.view());
  }
  if (test.subject == Subject::salesforce_id) {
    return run_id(validation::check_salesforce_id(input.view(), test.has_flag("any-object") ? "" : "001"),
                  input.view());
  }
  const ExactBlock text{text_of(test)};
  if (test.subject == Subject::batch) return run_batch(validation::check_batch_json(text.view(), options));
  if (test.subject == Subject::form) return run_record(test, validation::check_form(text.view(), options));
  return run_record(test, validation::check_json(text.view(), options));
}

std::string text_of(const RuleTest& test) {
  switch (test.subject) {
    case Subject::record:
    case Subject::batch:
    case Subject::form: return test.input;
    case Subject::string:
    case Subject::literal: return object_text(test);
    case Subject::uuid: return to_json(minimal_record_with(string_member("parentCustomerId", test.input)));
    case Subject::tax_id: return {};  // no field holds one
    case Subject::salesforce_id: return to_json(minimal_record_with(string_member("externalId", test.input)));
  }
  return {};
}

std::optional<Members> members_of(const RuleTest& test) {
  Member member{test.field, ValueKind::string, test.input, {}};
  if (test.subject == Subject::literal) {
    member.text.clear();
    const std::string& input = test.input;
    if (input == "null") {
      member.kind = ValueKind::null;
    } else if (input == "true" || input == "false") {
      member.kind = input == "true" ? ValueKind::boolean_true : ValueKind::boolean_false;
    } else if (!input.empty() && input.find_first_not_of("+-.0123456789eE") == std::string::npos) {
      member.kind = ValueKind::number;
      member.text = input;
    } else {
      return std::nullopt;
    }
  } else if (test.subject != Subject::string) {
    return std::nullopt;
  }
  if (test.has_flag("patch")) return Members{member};
  return minimal_record_with(member, test.options().of);
}

validation::CheckResult check_packed(std::string_view bytes, const validation::Options& options) {
  customer::RecordView record;
  validation::Report report;
  if (const auto problem = validation::read_packed(bytes, record, options)) {
    validation::CheckResult refused;
    Finding& finding = refused.findings.emplace_back();
    finding.code = problem->code;
    if (!problem->what.empty()) finding.params.emplace_back(problem->what);
    if (problem->max != 0) finding.params.push_back(std::to_string(problem->max));
    return refused;
  }
  validation::check_record(record, options, report);
  return validation::make_result(report, record);
}

}  // namespace vestibule::test
