#include "vestibule/validation/check_id.hpp"

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {
namespace {

// Made in its place: a list in braces is copied, and the code that copies a finding is all but small.
Finding& add_finding(IdResult& result, Code code, Severity severity) {
  Finding& finding = result.findings.emplace_back();
  finding.code = code;
  finding.severity = severity;
  return finding;
}

IdResult refused(Code code) {
  IdResult result;
  add_finding(result, code, Severity::error);
  return result;
}

// Ids are ASCII, so anything that is not UTF-8 cannot be one.
std::string_view trimmed(std::string_view text) {
  return text::first_invalid_utf8(text) == text.size() ? text::trim(text) : std::string_view{};
}

}  // namespace

IdResult check_uuid(std::string_view text) {
  const auto uuid = ids::parse_uuid(trimmed(text));
  if (!uuid || uuid.value().is_nil()) return refused(Code::id_syntax);
  return {true, ids::to_string(uuid.value()), {}};
}

IdResult check_salesforce_id(std::string_view text, std::string_view object) {
  const auto parsed = ids::parse_salesforce_id(trimmed(text));
  if (!parsed) return refused(parsed.error());
  const ids::SalesforceId& id = parsed.value().id;
  IdResult result;
  if (!object.empty() && id.object() != object) {
    add_finding(result, Code::id_object, Severity::error).params.emplace_back(object);
    return result;
  }
  result.ok = true;
  result.value = id.text();
  if (parsed.value().case_repaired) add_finding(result, Code::id_case_repaired, Severity::warning);
  return result;
}

IdResult check_tax_id(checks::TaxScheme scheme, std::string_view text, std::string_view country) {
  const auto id = checks::parse_tax_id(scheme, trimmed(text), country);
  if (!id) return refused(id.error());
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
