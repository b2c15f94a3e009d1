#include "form_contact.hpp"

#include <algorithm>
#include <string>

#include "vestibule/text/classify.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check.hpp"

namespace vestibule::signup {
namespace {

using catalogue::Field;
using customer::ValueKind;

bool is_space(char32_t code_point) {
  const text::CharacterClass kind = text::classify(code_point);
  return kind == text::CharacterClass::space || kind == text::CharacterClass::line_break;
}

// Letters of those who write the family's name first.
bool is_family_first(char32_t code_point) {
  switch (text::script_of(code_point)) {
    case text::Script::han:
    case text::Script::hangul:
    case text::Script::hiragana:
    case text::Script::katakana: return true;
    default: return false;
  }
}

bool is_family_first(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const auto [code_point, size] = text::decode(name, at);
    if (!is_family_first(code_point) && !is_space(code_point)) return false;
    at += size;
  }
  return true;
}

std::string full_name(std::string_view first, std::string_view last) {
  if (first.empty() || last.empty()) return std::string{first.empty() ? last : first};
  const bool family_first = is_family_first(first) && is_family_first(last);
  std::string name{family_first ? last : first};
  name.push_back(' ');
  return name += family_first ? first : last;
}

bool is_given(const customer::ValueView& value) { return value.kind != ValueKind::absent; }

// Whether as much is said of the customer's e-mail as of its contact's, which is the same one.
bool says_of_email(const validation::CheckResult& customer, Severity severity) {
  return std::any_of(customer.findings.begin(), customer.findings.end(), [&](const Finding& finding) {
    return finding.pointer == "/email" && (finding.severity == Severity::error || severity == Severity::warning);
  });
}

}  // namespace

FormContact::FormContact(const validation::Options& options, std::size_t text_bytes)
    : options_{options}, fields_{record_, {catalogue::Entity::contact, options.profile}} {
  options_.of = catalogue::Entity::contact;
  // What was typed, and the name that is made of some of it.
  record_.start(2 * text_bytes + 1);
}

std::optional<json::Problem> FormContact::add(std::string_view name, std::string_view value) {
  const bool is_answer = !text::trim(value).empty();
  is_answered_ = is_answered_ || is_answer;
  auto problem = fields_.add(name, is_answer ? value : std::string_view{});
  if (problem) problem->pointer.insert(0, "/contact");
  return problem;
}

validation::CheckResult FormContact::judge(const customer::RecordView& customer,
                                           const validation::CheckResult& customer_result) {
  const bool has_name = is_given(record_[Field::contact_name]);
  const bool has_email = is_given(record_[Field::contact_email]);
  const std::string name = full_name(record_[Field::contact_first_name].text, record_[Field::contact_last_name].text);
  if (!has_name && !name.empty()) {
    record_.set(Field::contact_name, {ValueKind::string, record_.keep(name), 0, 0});
  }
  const customer::ValueView& email = customer[Field::email];
  if (!has_email && !text::trim(email.text).empty()) record_.set(Field::contact_email, email);
  // A number of the person's is read as one of the country that the company is in.
  options_.country = customer[Field::billing_country].text;

  validation::Report report;
  validation::check_record(record_, options_, report);
  validation::CheckResult result = validation::make_result(report, record_, "/contact");
  const bool is_told = std::any_of(result.findings.begin(), result.findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::error && finding.pointer != "/contact/name";
  });
  std::erase_if(result.findings, [&](const Finding& finding) {
    if (finding.pointer == "/contact/name") return !has_name && is_told;
    return finding.pointer == "/contact/email" && !has_email && says_of_email(customer_result, finding.severity);
  });
  return result;
}

}  // namespace vestibule::signup
