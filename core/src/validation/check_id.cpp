#include "vestibule/validation/check_id.hpp"

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {
namespace {

// Ids are ASCII, so anything that is not UTF-8 cannot be one.
std::string_view trimmed(std::string_view text) {
  return text::first_invalid_utf8(text) == text.size() ? text::trim(text) : std::string_view{};
}

IdResult result_of(const Report& report) {
  IdResult result;
  result.ok = report.ok();
  if (result.ok) result.value = report.text(report.values().front().text);
  for (const ReportFinding& found : report.findings()) result.findings.push_back(make_finding(report, found, ""));
  return result;
}

}  // namespace

void check_uuid(std::string_view text, Report& report) {
  report.start();
  const auto uuid = ids::parse_uuid(trimmed(text));
  if (!uuid || uuid.value().is_nil()) return report.add(Code::id_syntax, Severity::error, whole_record);
  report.add_value(whole_record, customer::ValueKind::string, ids::to_string(uuid.value()));
}

void check_salesforce_id(std::string_view text, std::string_view object, Report& report) {
  report.start();
  const auto parsed = ids::parse_salesforce_id(trimmed(text));
  if (!parsed) return report.add(parsed.error(), Severity::error, whole_record);
  const ids::SalesforceId& id = parsed.value().id;
  if (!object.empty() && id.object() != object) {
    return report.add(Code::id_object, Severity::error, whole_record, object);
  }
  if (parsed.value().case_repaired) report.add(Code::id_case_repaired, Severity::warning, whole_record);
  report.add_value(whole_record, customer::ValueKind::string, id.text());
}

IdResult check_uuid(std::string_view text) {
  Report report;
  check_uuid(text, report);
  return result_of(report);
}

IdResult check_salesforce_id(std::string_view text, std::string_view object) {
  Report report;
  check_salesforce_id(text, object, report);
  return result_of(report);
}

IdResult check_tax_id(checks::TaxScheme scheme, std::string_view text, std::string_view country) {
  const auto id = checks::parse_tax_id(scheme, trimmed(text), country);
  if (!id) return {false, "", {{id.error(), Severity::error, "", {}, std::nullopt}}};
  return {true, id.value().text, {}};
}

void append_json(std::string& out, const IdResult& result) {
  out += result.ok ? "{\"ok\":true,\"value\":" : "{\"ok\":false,\"value\":null";
  if (result.ok) json::append_string(out, result.value);
  out += ",\"findings\":[";
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_json(out, result.findings[i]);
  }
  out += "]}";
}

}  // namespace vestibule::validation
