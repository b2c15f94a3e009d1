#include "envelope.hpp"

#include <algorithm>

#include "random_id.hpp"
#include "vestibule/json/write.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

std::string_view error_type(unsigned status) {
  switch (status) {
    case 401: return "AUTHENTICATION_ERROR";
    case 403: return "PERMISSION_ERROR";
    case 404:
    case 410: return "NOT_FOUND";
    case 409: return "CONFLICT";
    case 429: return "RATE_LIMIT";
    default: return status >= 500 ? "SERVER_ERROR" : "VALIDATION_ERROR";
  }
}

std::string_view error_code(Code code) {
  const std::string_view name = to_string(code);
  if (name.starts_with("json.")) return "INVALID_JSON";
  if (name.starts_with("batch.")) return "INVALID_BATCH_SIZE";
  switch (code) {
    case Code::field_required: return "REQUIRED_FIELD_MISSING";
    case Code::field_unknown: return "UNKNOWN_FIELD";
    case Code::field_read_only: return "READ_ONLY_FIELD";
    default: return "INVALID_FIELD_VALUE";
  }
}

Warning told(std::string_view code, const Finding& finding) {
  return {std::string{code}, member_path(finding.pointer, "body") + ": " + words_of(finding)};
}

void append_warnings(std::string& out, std::span<const Warning> warnings) {
  out += ",\"warnings\":[";
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    out += i == 0 ? "{\"code\":" : ",{\"code\":";
    json::append_string(out, warnings[i].code);
    out += ",\"message\":";
    json::append_string(out, warnings[i].message);
    out += '}';
  }
  out += ']';
}

}  // namespace

Response success(unsigned status, std::string_view data, std::span<const Warning> warnings,
                 const std::optional<Pagination>& pagination) {
  Response response;
  response.status = status;
  response.body = "{\"status\":\"SUCCESS\",\"data\":";
  response.body += data;
  append_warnings(response.body, warnings);
  if (pagination) {
    response.body += ",\"pagination\":{\"page\":" + std::to_string(pagination->page) +
                     ",\"limit\":" + std::to_string(pagination->limit) +
                     ",\"total\":" + std::to_string(pagination->total) + '}';
  }
  response.body += '}';
  return response;
}

std::string array_of(std::span<const Values> records, const Members& more) {
  std::string text = "[";
  for (const Values& record : records) {
    if (text.size() > 1) text += ',';
    append_object(text, record, more ? more(record) : std::string{});
  }
  return text + ']';
}

std::string array_of(const Values& record, const Members& more) { return array_of({&record, 1}, more); }

Response failure(unsigned status, std::string_view error, std::string_view message) {
  Response response;
  response.status = status;
  response.body = "{\"status\":\"FAILED\",\"errorType\":";
  json::append_string(response.body, error_type(status));
  response.body += ",\"errorCode\":";
  json::append_string(response.body, error);
  response.body += ",\"message\":";
  json::append_string(response.body, message);
  if (status == 500) response.body += ",\"errorId\":\"" + random_uuid() + '"';
  response.body += '}';
  return response;
}

Response failure(const Problem& problem) { return failure(problem.status, problem.code, problem.message); }

Response refused(std::span<const Finding> findings) {
  const auto first = std::ranges::find(findings, Severity::error, &Finding::severity);
  if (first == findings.end()) return failure(400, "INVALID_FIELD_VALUE", "refused");
  const unsigned status = first->code == Code::limit_input ? 413 : 400;
  return failure(status, status == 413 ? "BODY_TOO_LARGE" : error_code(first->code), problem_text(findings, "body"));
}

std::vector<Warning> warnings_of(std::span<const Finding> findings) {
  std::vector<Warning> warnings;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::warning) warnings.push_back(told(to_string(finding.code), finding));
  }
  return warnings;
}

std::vector<Warning> refusals_of(std::span<const Finding> findings) {
  std::vector<Warning> warnings;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::error) warnings.push_back(told(error_code(finding.code), finding));
  }
  return warnings;
}

}  // namespace vestibule::sandbox
