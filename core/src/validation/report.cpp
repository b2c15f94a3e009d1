#include "vestibule/validation/report.hpp"

#include <algorithm>

#include "vestibule/limits.hpp"

namespace vestibule::validation {

void Report::start(const profile::Profile* profile) {
  profile_ = profile;
  findings_.clear();
  values_.clear();
  unchecked_.clear();
  text_.clear();
  errors_ = 0;
  truncated_ = false;
}

std::string_view Report::text(TextRange range) const { return std::string_view{text_}.substr(range.begin, range.size); }

TextRange Report::keep(std::string_view text) {
  const std::size_t begin = text_.size();
  text_ += text;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
}

void Report::add_value(Member member, customer::ValueKind kind, std::optional<std::string_view> text) {
  ReportValue value;
  value.member = member;
  value.kind = kind;
  value.changed = text.has_value();
  if (text) value.text = keep(*text);
  values_.push_back(value);
}

void Report::add_unchecked(Member member) {
  if (std::find(unchecked_.begin(), unchecked_.end(), member) == unchecked_.end()) unchecked_.push_back(member);
}

void Report::add(Code code, Severity severity, Member member, std::string_view param1, std::string_view param2,
                 std::optional<std::string_view> suggestion) {
  if (severity == Severity::error) ++errors_;
  if (findings_.size() == limits::findings_max_row) {
    truncated_ = true;
    return;
  }
  ReportFinding finding;
  finding.code = code;
  finding.severity = severity;
  finding.member = member;
  finding.param_count = static_cast<std::uint8_t>(param_count(code));
  if (finding.param_count > 0) finding.params[0] = keep(param1);
  if (finding.param_count > 1) finding.params[1] = keep(param2);
  if (suggestion) {
    finding.has_suggestion = true;
    finding.suggestion = keep(*suggestion);
  }
  findings_.push_back(finding);
}

}  // namespace vestibule::validation
