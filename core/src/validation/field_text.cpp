// How a text becomes a value: cleaned, bounded and stored, whatever its kind of field asks of it afterwards.
#include <algorithm>
#include <string>

#include "field_rules.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/decimal.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/plain.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::validation {

using customer::ValueKind;

FieldRules::Text FieldRules::read_text() {
  Text result;
  if (value().kind != ValueKind::string) {
    error(Code::field_type, "string");
    return result;
  }
  result.raw = value().text;
  if (result.raw.size() > limits::text_max_bytes) {
    error(Code::text_too_long, text::decimal(max_utf16()), "characters");
    return result;
  }
  if (text::is_plain(result.raw)) {
    result.stored = result.shown = result.raw;
    result.usable = result.ascii = true;
    return result;
  }
  const std::string_view trimmed = text::trim(result.raw);
  if (trimmed.empty()) {
    no_value(Code::text_blank);
    return result;
  }
  result.stored = trimmed;
  if (!signup()) {
    composed_.clear();
    if (trimmed.size() <= bytes_worth_composing() && text::to_nfc(trimmed, composed_)) result.stored = composed_;
  }
  add_character_findings(result);
  return result;
}

// Cleans into the report's scratch text and says what was met.
void FieldRules::add_character_findings(Text& text) {
  std::string& cleaned = report_.scratch();
  cleaned.clear();
  const bool street = field_info().kind == Kind::street;
  const bool many = street || field_info().kind == Kind::multiline;
  text::WorthComposing most;
  if (signup()) most.marks = limits::marks_max;
  most.bytes = bytes_worth_composing();
  const text::Cleaned met = text::clean(text.raw, many ? text::Lines::many : text::Lines::one, cleaned, most);
  const auto refuse = [&](Code code, char32_t character) {
    if (character != text::no_character) error(code, text::code_point_name(character));
  };
  refuse(Code::text_control, met.control);
  refuse(Code::text_bidi_control, met.bidi_control);
  refuse(Code::text_hidden, met.hidden);
  refuse(Code::text_noncharacter, met.noncharacter);
  if (met.refused()) return;
  // What follows Nue would take: sign-up refuses the first of it, the API mentions it all.
  text.usable = true;
  const auto refuse_at_signup = [&](Code code, std::string_view param1 = {}, std::string_view param2 = {}) {
    report_.add(code, signup() ? Severity::error : Severity::warning, member(), param1, param2);
    text.usable = !signup();
    return signup();
  };
  if (met.stray_selector != text::no_character &&
      refuse_at_signup(Code::text_hidden, text::code_point_name(met.stray_selector))) {
    return;
  }
  if (!met.visible && refuse_at_signup(Code::text_blank)) return;
  if (met.most_marks > limits::marks_max) {
    if (refuse_at_signup(Code::text_marks, text::decimal(limits::marks_max))) return;
  } else if (met.most_marks >= limits::marks_warned) {
    warning(Code::text_marks, text::decimal(limits::marks_max));
  }
  const std::size_t lines_max = limits::street_max_lines;
  if (street && met.lines > lines_max && refuse_at_signup(Code::text_too_long, text::decimal(lines_max), "lines")) {
    return;
  }
  if (met.doubtful != text::no_character) warning(Code::text_noncharacter, text::code_point_name(met.doubtful));
  text.ascii = met.plain_ascii;
  text.shown = met.changed ? std::string_view{cleaned} : text.raw;
  if (signup()) {
    if (met.removed != text::no_character) warning(Code::text_invisible, text::code_point_name(met.removed));
    text.stored = text.shown;
  } else if (text.shown != text.stored) {
    warning(Code::field_not_canonical, {}, text.shown);
  }
}

// A text of more bytes is refused whatever its NFC is, and by the same code. Other kinds than plain text have bounds of
// their own, none above match_text_max_bytes; a web address alone may be far shorter when it is read than as it is typed.
std::size_t FieldRules::bytes_worth_composing() const {
  const Kind kind = field_info().kind;
  if (kind == Kind::url) return limits::text_max_bytes;
  const std::size_t max = max_utf16();
  const bool plain = max != 0 && (kind == Kind::text || kind == Kind::street || kind == Kind::multiline);
  return text::nfc_bytes_per_utf16 * (plain ? max : std::max(max, limits::match_text_max_bytes));
}

std::uint32_t FieldRules::max_utf16() const {
  return signup() ? field_info().signup_max_utf16 : field_info().max_utf16;
}

bool FieldRules::fits(std::string_view text) {
  const std::uint32_t max = max_utf16();
  // No text has more units than bytes.
  if (max == 0 || text.size() <= max || text::utf16_length(text) <= max) return true;
  error(Code::text_too_long, text::decimal(max), "characters");
  return false;
}

void FieldRules::store(const Text& text, std::string_view value) {
  if (value == text.raw) {
    add_value(ValueKind::string);
  } else {
    add_value(ValueKind::string, value);
  }
}

void FieldRules::store_canonical(const Text& text, std::string_view canonical) {
  if (!fits(signup() ? canonical : text.stored)) return;
  if (signup() || canonical == text.stored) return store(text, canonical);
  if (text.shown == text.stored) warning(Code::field_not_canonical, {}, canonical);
  store(text, text.stored);
}

// A value the form would refuse. Nue takes any printable text there, so through the API it is only advice; but of what is
// no e-mail address Salesforce would make no account (nue-api R28).
void FieldRules::refuse_or_warn(Code code, const Text& text, std::optional<std::string_view> suggestion) {
  const bool refused = signup() || is(catalogue::Field::email) || is(catalogue::Field::contact_email);
  const std::string max = code == Code::email_too_long ? text::decimal(limits::email_max_octets) : std::string{};
  report_.add(code, refused ? Severity::error : Severity::warning, member(), max, {}, suggestion);
  if (!refused && fits(text.stored)) store(text, text.stored);
}

}  // namespace vestibule::validation
