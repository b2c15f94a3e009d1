#include "custom_rules.hpp"

#include <string>

#include "vestibule/limits.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::validation {

using customer::ValueKind;

void judge_custom_value(const customer::ValueView& value, const CustomField& field, Member member,
                        const Options& options, Report& report) {
  const auto refuse = [&](Code code, std::string_view param1 = {}, std::string_view param2 = {}) {
    report.add(code, Severity::error, member, param1, param2);
  };
  const bool null = value.kind == ValueKind::null;
  if (!null && value.kind != ValueKind::string) return refuse(Code::field_type, "string");
  if (value.text.size() > limits::text_max_bytes) {
    return refuse(Code::text_too_long, std::to_string(field.max_utf16), "characters");
  }
  const std::string_view trimmed = text::trim(value.text);
  if (trimmed.empty()) {
    const bool create = options.operation == Operation::create;
    return report.add_custom_value(member, create ? ValueKind::absent : ValueKind::null, {}, !null);
  }
  std::string& cleaned = report.scratch();
  cleaned.clear();
  const text::Cleaned met = text::clean(trimmed, text::Lines::one, cleaned);
  if (met.control != text::no_character) refuse(Code::text_control, text::code_point_name(met.control));
  if (met.bidi_control != text::no_character) refuse(Code::text_bidi_control, text::code_point_name(met.bidi_control));
  if (met.hidden != text::no_character) refuse(Code::text_hidden, text::code_point_name(met.hidden));
  if (met.noncharacter != text::no_character) {
    refuse(Code::text_noncharacter, text::code_point_name(met.noncharacter));
  }
  if (field.max_utf16 != 0 && text::utf16_length(trimmed) > field.max_utf16) {
    refuse(Code::text_too_long, std::to_string(field.max_utf16), "characters");
  }
  report.add_custom_value(member, ValueKind::string, trimmed, trimmed.size() != value.text.size());
}

}  // namespace vestibule::validation
