// Numbers, the texts of bill cycles that hold one, and booleans.
#include <algorithm>
#include <string>

#include "field_rules.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::validation {

using customer::ValueKind;

void FieldRules::judge_number() {
  if (value().kind != ValueKind::number) {
    return error(Code::field_type, field_info().kind == Kind::integer ? "integer" : "number");
  }
  const auto number = checks::parse_decimal(value().text);
  const auto out_of_range = [&] {
    error(Code::number_range, text::signed_decimal(field_info().min), text::signed_decimal(field_info().max));
  };
  if (!number) {
    if (number.error() == Code::number_range) return out_of_range();
    if (number.error() == Code::number_too_long) {
      return error(Code::number_too_long, text::decimal(limits::json_max_number_chars));
    }
    return error(number.error());
  }
  if (field_info().kind == Kind::integer && !number.value().integer) return error(Code::number_integer);
  if (!checks::within(number.value(), field_info().min, field_info().max)) return out_of_range();
  if (number.value().text == value().text) {
    add_value(ValueKind::number);
  } else {
    add_value(ValueKind::number, number.value().text);
  }
}

// Nue answers these as text and takes an integer too. As text it is digits: nobody writes the tenth day as "1e1".
void FieldRules::judge_cycle() {
  const bool number = value().kind == ValueKind::number;
  const Text text = number ? Text{value().text, value().text, value().text, true} : read_text();
  if (!text.usable) return;
  const auto parsed = checks::parse_decimal(text.stored);
  const bool whole = number ? !parsed || parsed.value().integer
                            : parsed && std::all_of(text.stored.begin(), text.stored.end(), text::is_digit);
  if (!whole) return error(Code::number_integer);
  if (!parsed || !checks::within(parsed.value(), field_info().min, field_info().max)) {
    return error(Code::number_range, text::signed_decimal(field_info().min), text::signed_decimal(field_info().max));
  }
  if (number || parsed.value().text != text.raw) {
    add_value(ValueKind::string, parsed.value().text);
  } else {
    add_value(ValueKind::string);
  }
}

void FieldRules::judge_boolean() {
  if (value().kind != ValueKind::boolean_true && value().kind != ValueKind::boolean_false) {
    return error(Code::field_type, "boolean");
  }
  add_value(value().kind);
}

}  // namespace vestibule::validation
