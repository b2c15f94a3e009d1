#include "vestibule/signup/request.hpp"

#include <optional>

#include "validation/form_pairs.hpp"
#include "validation/form_record.hpp"
#include "validation/record_sink.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/signup/fingerprint.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::signup {
namespace {

struct FormMember {
  std::string_view name;
  std::string Form::*place;
};

constexpr FormMember form_members[] = {
    {"token", &Form::token},   {"secret", &Form::secret}, {"trap", &Form::trap},
    {"locale", &Form::locale}, {"rules", &Form::rules},   {"key", &Form::key},
};

std::string Form::*find_form_member(std::string_view name) {
  for (const FormMember& member : form_members) {
    if (member.name == name) return member.place;
  }
  return nullptr;
}

Finding error(Code code, std::string pointer, std::vector<std::string> params = {}) {
  return {code, Severity::error, std::move(pointer), std::move(params), std::nullopt};
}

// Stores one accompanying value, or says why not.
std::optional<Finding> set_form_value(Form& form, std::string_view name, std::string_view value) {
  std::string pointer = "/form";
  json::append_pointer_token(pointer, name);
  const auto place = find_form_member(name);
  if (place == nullptr) return error(Code::field_unknown, std::move(pointer));
  if (value.size() > form_value_max_bytes) {
    return error(Code::text_too_long, std::move(pointer), {std::to_string(form_value_max_bytes), "characters"});
  }
  form.*place = value;
  return std::nullopt;
}

// Reads the envelope and hands what stands under "customer" to a RecordSink of its own.
class RequestSink final : public json::Sink {
 public:
  RequestSink(Request& request, validation::RecordSink& customer) : request_{request}, customer_{customer} {}

  void scalar(json::Scalar kind, std::string_view text) override {
    if (in_customer_) return customer_.scalar(kind, text);
    if (depth_ == 0) {
      shape_problem_ = json::Problem{Code::json_shape, "", {"object"}};
    } else if (depth_ == 1) {
      top_level_scalar(kind, text);
    } else if (depth_ == 2 && in_form_) {
      if (kind != json::Scalar::string) {
        add(error(Code::field_type, pointer(), {"string"}));
      } else if (auto finding = set_form_value(request_.form, name_, text)) {
        add(std::move(*finding));
      }
    }
  }

  void key(std::string_view name) override {
    if (in_customer_) return customer_.key(name);
    (depth_ == 1 ? section_ : name_) = name;
    if (depth_ == 1) name_.clear();
  }

  void begin(bool object) override {
    ++depth_;
    if (in_customer_) return customer_.begin(object);
    if (depth_ == 1) {
      if (!object) shape_problem_ = json::Problem{Code::json_shape, "", {"object"}};
    } else if (depth_ == 2) {
      begin_section(object);
    } else if (depth_ == 3 && in_form_) {
      add(error(Code::field_type, pointer(), {"string"}));
    }
  }

  void end() override {
    if (in_customer_) customer_.end();
    if (depth_ == 2) in_customer_ = in_form_ = false;
    --depth_;
  }

  [[nodiscard]] std::string pointer() const override {
    std::string pointer = row_pointer();
    if (in_customer_) return pointer + customer_.pointer();
    if (depth_ >= 1 && pointer.empty()) json::append_pointer_token(pointer, section_);
    if (depth_ >= 2 && in_form_) json::append_pointer_token(pointer, name_);
    return pointer;
  }
  [[nodiscard]] std::string row_pointer() const override {
    return in_customer_ ? "/customer" : in_form_ ? "/form" : "";
  }

  [[nodiscard]] const std::optional<json::Problem>& shape_problem() const { return shape_problem_; }
  [[nodiscard]] bool has_version() const { return has_version_; }
  [[nodiscard]] bool has_customer() const { return has_customer_; }

 private:
  void top_level_scalar(json::Scalar kind, std::string_view text) {
    if (section_ == "v") {
      has_version_ = kind == json::Scalar::number && text == "1";
    } else if (section_ == "customer" || section_ == "form") {
      has_customer_ = has_customer_ || section_ == "customer";
      add(error(Code::field_type, "/" + section_, {"object"}));
    } else {
      add_unknown();
    }
  }

  void begin_section(bool object) {
    if (section_ == "customer") {
      has_customer_ = in_customer_ = true;
      customer_.begin(object);
    } else if (section_ == "form") {
      in_form_ = object;
      if (!object) add(error(Code::field_type, "/form", {"object"}));
    } else if (section_ != "v") {
      add_unknown();
    }
  }

  void add_unknown() {
    std::string pointer;
    json::append_pointer_token(pointer, section_);
    add(error(Code::field_unknown, std::move(pointer)));
  }

  void add(Finding finding) {
    if (request_.findings.size() < limits::findings_max_row) {
      request_.findings.push_back(std::move(finding));
    } else {
      request_.truncated = true;
    }
  }

  Request& request_;
  validation::RecordSink& customer_;
  std::size_t depth_ = 0;
  std::string section_;  // the member of the envelope the reader is in
  std::string name_;     // the member of "form"
  bool in_customer_ = false;
  bool in_form_ = false;
  bool has_version_ = false;
  bool has_customer_ = false;
  std::optional<json::Problem> shape_problem_;
};

Request refused(const json::Problem& problem, Form form = {}) {
  Request request;
  request.form = std::move(form);
  request.findings.push_back(validation::make_finding(problem));
  return request;
}

// Joins what the envelope and the customer gave. A single error anywhere leaves no customer.
void complete(Request& request, validation::CheckResult customer) {
  request.truncated = request.truncated || customer.truncated;
  for (Finding& finding : customer.findings) request.findings.push_back(std::move(finding));
  bool envelope_ok = true;
  for (const Finding& finding : request.findings) envelope_ok = envelope_ok && finding.severity != Severity::error;
  request.ok = envelope_ok && customer.ok;
  if (!request.ok) return;
  request.customer = std::move(customer.value);
  request.fingerprint = digest::to_hex(fingerprint(request.customer));
}

}  // namespace

Request read_request_json(std::string_view text, const validation::Options& options) {
  Request request;
  customer::RecordView record;
  validation::Report report;
  validation::CheckResult customer;
  if (text.size() > request_max_bytes) {
    return refused({Code::limit_input, "", {std::to_string(request_max_bytes)}});
  }
  validation::RecordSink record_sink{validation::Shape::record, options, record, text.size(), [&](std::size_t) {
                                       validation::check_record(record, options, report);
                                       customer = validation::make_result(report, record, "/customer");
                                     }};
  RequestSink sink{request, record_sink};
  if (const auto problem = json::read(text, request_max_bytes, sink)) return refused(*problem);
  if (sink.shape_problem()) return refused(*sink.shape_problem());
  if (!sink.has_version()) return refused({Code::request_version, "/v", {}}, request.form);
  if (!sink.has_customer()) request.findings.push_back(error(Code::field_required, "/customer"));
  if (record_sink.shape_problem()) request.findings.push_back(error(Code::field_type, "/customer", {"object"}));
  complete(request, std::move(customer));
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
  bool has_version = false;
  const auto problem = validation::for_each_pair(
      body, [&](std::string_view name, std::string_view value) -> std::optional<json::Problem> {
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
  complete(request, validation::make_result(report, record));
  return request;
}

void append_json(std::string& out, const Request& request) {
  out += request.ok ? "{\"ok\":true,\"value\":" : "{\"ok\":false,\"value\":null";
  if (request.ok) customer::append_json(out, request.customer);
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
