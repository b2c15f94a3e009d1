#include "vestibule/signup/request.hpp"

#include <optional>
#include <span>

#include "form_contact.hpp"
#include "request_sink.hpp"
#include "validation/form_pairs.hpp"
#include "validation/form_record.hpp"
#include "validation/record_sink.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/signup/fingerprint.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::signup {
namespace {

Request refused(const json::Problem& problem, Form form = {}) {
  Request request;
  request.form = std::move(form);
  request.findings.push_back(validation::make_finding(problem));
  return request;
}

void add_findings(Request& request, validation::CheckResult& result) {
  request.truncated = request.truncated || result.truncated;
  for (Finding& finding : result.findings) request.findings.push_back(std::move(finding));
}

// Joins what the envelope and the records gave. A single error anywhere leaves no record.
void complete(Request& request, validation::CheckResult customer, std::optional<validation::CheckResult> contact) {
  add_findings(request, customer);
  if (contact) add_findings(request, *contact);
  bool envelope_ok = true;
  for (const Finding& finding : request.findings) envelope_ok = envelope_ok && finding.severity != Severity::error;
  request.ok = envelope_ok && customer.ok && (!contact || contact->ok);
  if (!request.ok) return;
  request.customer = std::move(customer.value);
  if (contact) request.contact = std::move(contact->value);
  request.fingerprint = digest::to_hex(fingerprint(request.customer, request.contact ? &*request.contact : nullptr));
}

validation::Options contact_options(validation::Options options) {
  options.of = catalogue::Entity::contact;
  return options;
}

// A record of a request, judged once it is read.
class JudgedRecord {
 public:
  JudgedRecord(std::string_view name, const validation::Options& options, std::size_t text_bytes)
      : options_{options},
        pointer_{"/" + std::string{name}},
        sink_{validation::Shape::record, options, record_, text_bytes, [this](std::size_t) {
                validation::check_record(record_, options_, report_);
                result_ = validation::make_result(report_, record_, pointer_);
              }} {}
  JudgedRecord(const JudgedRecord&) = delete;
  JudgedRecord& operator=(const JudgedRecord&) = delete;

  [[nodiscard]] validation::RecordSink& sink() { return sink_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] validation::CheckResult& result() { return result_; }

 private:
  validation::Options options_;
  std::string pointer_;
  customer::RecordView record_;
  validation::Report report_;
  validation::CheckResult result_;
  validation::RecordSink sink_;
};

}  // namespace

Request read_request_json(std::string_view text, const validation::Options& options) {
  Request request;
  if (text.size() > request_max_bytes) {
    return refused({Code::limit_input, "", {std::to_string(request_max_bytes)}});
  }
  JudgedRecord customer{"customer", options, text.size()};
  JudgedRecord contact{"contact", contact_options(options), text.size()};
  Section sections[] = {{"customer", &customer.sink()}, {"contact", &contact.sink()}};
  // A change is one of the customer alone.
  const bool takes_contact = options.operation == validation::Operation::create;
  RequestSink sink{request, std::span{sections}.first(takes_contact ? 2 : 1)};
  if (const auto problem = json::read(text, request_max_bytes, sink)) return refused(*problem);
  if (sink.shape_problem()) return refused(*sink.shape_problem());
  if (!sink.has_version()) return refused({Code::request_version, "/v", {}}, request.form);
  if (!sections[0].is_there) request.findings.push_back(error(Code::field_required, "/customer"));
  for (JudgedRecord* record : {&customer, &contact}) {
    if (record->sink().shape_problem()) {
      request.findings.push_back(error(Code::field_type, record->pointer(), {"object"}));
    }
  }
  std::optional<validation::CheckResult> contact_result;
  if (sections[1].is_there) contact_result = std::move(contact.result());
  complete(request, std::move(customer.result()), std::move(contact_result));
  return request;
}

Request read_request_form(std::string_view body, const validation::Options& options) {
  constexpr std::string_view prefix = "form.";
  Request request;
  customer::RecordView record;
  validation::Report report;
  if (body.size() > request_max_bytes) {
    return refused({Code::limit_input, "", {std::to_string(request_max_bytes)}});
  }
  record.start(body.size());
  validation::FormRecord fields{record, {options.of, options.profile}};
  FormContact contact{options, body.size()};
  bool has_version = false;
  const auto problem = validation::for_each_pair(
      body, [&](std::string_view name, std::string_view value) -> std::optional<json::Problem> {
        if (name.starts_with(FormContact::prefix)) return contact.add(name.substr(FormContact::prefix.size()), value);
        if (!name.starts_with(prefix)) return fields.add(name, value);
        const std::string_view member = name.substr(prefix.size());
        if (member == "v") {
          has_version = value == "1";
        } else if (auto finding = set_form_value(request.form, member, value)) {
          request.findings.push_back(std::move(*finding));
        }
        return std::nullopt;
      });
  if (problem) return refused(*problem, request.form);
  if (!has_version) return refused({Code::request_version, "/form.v", {}}, request.form);
  validation::check_record(record, options, report);
  validation::CheckResult customer = validation::make_result(report, record);
  std::optional<validation::CheckResult> contact_result;
  if (contact.is_there()) contact_result = contact.judge(record, customer);
  complete(request, std::move(customer), std::move(contact_result));
  return request;
}

void append_json(std::string& out, const Request& request) {
  out += request.ok ? "{\"ok\":true,\"value\":" : "{\"ok\":false,\"value\":null";
  if (request.ok) customer::append_json(out, request.customer);
  if (request.contact) {
    out += ",\"contact\":";
    customer::append_json(out, *request.contact);
  }
  out += ",\"fingerprint\":";
  if (request.ok) {
    json::append_string(out, request.fingerprint);
  } else {
    out += "null";
  }
  out += ",\"form\":{";
  bool first = true;
  for (const FormMember& member : form_members) {
    if (!first) out.push_back(',');
    first = false;
    json::append_string(out, member.name);
    out.push_back(':');
    json::append_string(out, request.form.*(member.place));
  }
  out += "},\"findings\":[";
  for (std::size_t i = 0; i < request.findings.size(); ++i) {
    if (i > 0) out.push_back(',');
    validation::append_json(out, request.findings[i]);
  }
  out += "]";
  if (request.truncated) out += ",\"truncated\":true";
  out.push_back('}');
}

}  // namespace vestibule::signup
