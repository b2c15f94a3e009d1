#include "vestibule/validation/result.hpp"

#include <utility>

#include "vestibule/json/write.hpp"

namespace vestibule::validation {
namespace {

using customer::ValueKind;

std::string_view name_of(Member member, const Report& report, const customer::RecordView& record) {
  if (member >= unknown_member) return record.unknown()[member - unknown_member];
  if (member >= custom_member) return report.profile()->custom_fields()[member - custom_member].info.name;
  return catalogue::field_table[member].name;
}

customer::FieldValue resolve(const ReportValue& value, const Report& report, const customer::RecordView& record) {
  customer::FieldValue resolved;
  resolved.field = static_cast<catalogue::Field>(value.member);
  resolved.kind = value.kind;
  const customer::ValueView& view = record.value(value.member);
  if (value.kind == ValueKind::string || value.kind == ValueKind::number) {
    resolved.text = value.changed ? report.text(value.text) : view.text;
  }
  if (value.kind == ValueKind::array) {
    const auto begin = record.items().begin() + static_cast<std::ptrdiff_t>(view.first_item);
    resolved.items.assign(begin, begin + static_cast<std::ptrdiff_t>(view.item_count));
  }
  return resolved;
}

// `each(item)` writes one element.
template <class Items, class Each>
void append_list(std::string& out, const Items& items, const Each& each) {
  out.push_back('[');
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(',');
    first = false;
    each(item);
  }
  out.push_back(']');
}

template <class AnyResult>
void append_tail(std::string& out, const AnyResult& result) {
  out += ",\"changed\":";
  append_list(out, result.changed, [&](const std::string& pointer) { json::append_string(out, pointer); });
  out += ",\"findings\":";
  append_list(out, result.findings, [&](const Finding& finding) { append_json(out, finding); });
  if (result.truncated) out += ",\"truncated\":true";
  if (!result.unchecked.empty()) {
    out += ",\"unchecked\":";
    append_list(out, result.unchecked, [&](const std::string& pointer) { json::append_string(out, pointer); });
  }
  out.push_back('}');
}

}  // namespace

CheckResult make_result(const Report& report, const customer::RecordView& record, std::string_view prefix) {
  CheckResult result;
  result.ok = report.ok();
  result.truncated = report.truncated();
  const auto pointer_to = [&](Member member) {
    std::string pointer{prefix};
    json::append_pointer_token(pointer, name_of(member, report, record));
    return pointer;
  };
  for (const ReportFinding& found : report.findings()) {
    result.findings.push_back(make_finding(report, found, pointer_to(found.member)));
  }
  for (const Member member : report.unchecked()) result.unchecked.push_back(pointer_to(member));
  if (!result.ok) return result;
  for (const ReportValue& value : report.values()) {
    const bool left_out = value.kind == ValueKind::absent;
    if (value.changed || left_out) result.changed.push_back(pointer_to(value.member));
    if (left_out) continue;
    customer::FieldValue resolved = resolve(value, report, record);
    if (value.member < custom_member) {
      result.value.values.push_back(std::move(resolved));
    } else {
      const std::string_view name = name_of(value.member, report, record);
      result.value.custom.push_back({std::string{name}, resolved.kind, std::move(resolved.text)});
    }
  }
  return result;
}

Finding make_finding(const Report& report, const ReportFinding& found, std::string pointer) {
  Finding finding;
  finding.code = found.code;
  finding.severity = found.severity;
  finding.pointer = std::move(pointer);
  for (std::size_t i = 0; i < found.param_count; ++i) finding.params.emplace_back(report.text(found.params[i]));
  if (found.has_suggestion) finding.suggestion = report.text(found.suggestion);
  return finding;
}

Finding make_finding(const json::Problem& problem) {
  return {problem.code, Severity::error, problem.pointer, problem.params, std::nullopt};
}

void append_json(std::string& out, const Finding& finding) {
  out += "{\"code\":";
  json::append_string(out, to_string(finding.code));
  out += ",\"severity\":";
  out += finding.severity == Severity::error ? "\"error\"" : "\"warning\"";
  out += ",\"pointer\":";
  json::append_string(out, finding.pointer);
  out += ",\"params\":{";
  const CodeInfo names = info(finding.code);
  for (std::size_t i = 0; i < finding.params.size() && i < names.params.size(); ++i) {
    if (i > 0) out.push_back(',');
    json::append_string(out, names.params[i]);
    out.push_back(':');
    json::append_string(out, finding.params[i]);
  }
  out.push_back('}');
  if (finding.suggestion) {
    out += ",\"suggestion\":";
    json::append_string(out, *finding.suggestion);
  }
  out.push_back('}');
}

void append_json(std::string& out, const CheckResult& result) {
  out += result.ok ? "{\"ok\":true,\"value\":" : "{\"ok\":false,\"value\":null";
  if (result.ok) customer::append_json(out, result.value);
  append_tail(out, result);
}

void append_json(std::string& out, const BatchResult& result) {
  out += result.ok ? "{\"ok\":true,\"value\":" : "{\"ok\":false,\"value\":";
  if (result.rows.empty()) {
    out += "null";
  } else {
    append_list(out, result.rows, [&](const std::optional<customer::Record>& row) {
      if (row) {
        customer::append_json(out, *row);
      } else {
        out += "null";
      }
    });
  }
  append_tail(out, result);
}

}  // namespace vestibule::validation
