#include "field_rules.hpp"

#include <algorithm>
#include <string>

#include "vestibule/catalogue/country.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/checks/phone.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"

namespace vestibule::validation {

using catalogue::Field;
using customer::ValueKind;

std::string_view known_country(const customer::RecordView& record, const Options& options) {
  const auto& billing = record[Field::billing_country];
  if (billing.kind == ValueKind::string) {
    const std::string_view country = catalogue::find_country(text::trim(billing.text));
    if (!country.empty()) return country;
  }
  return catalogue::find_country(options.country);
}

void FieldRules::judge(Field field) {
  field_ = field;
  const catalogue::FieldInfo& row = field_info();
  const bool create = options_.operation == Operation::create;
  if (signup() && !(row.signup && (create || row.patch))) return error(Code::field_forbidden);
  if (row.kind == Kind::reserved) return error(Code::field_unknown);
  if (!(create ? row.create : row.patch)) return error(Code::field_read_only);
  if (value().kind == ValueKind::null) return no_value(Code::field_required);
  judge_value();
}

void FieldRules::judge_value() {
  switch (field_info().kind) {
    case Kind::text:
    case Kind::multiline: return judge_text();
    case Kind::email: return judge_email();
    case Kind::phone: return judge_phone();
    case Kind::url: return judge_url();
    case Kind::country: return judge_country();
    case Kind::picklist: return judge_picklist();
    case Kind::picklist_set: return judge_picklist_set();
    case Kind::uuid: return judge_uuid();
    case Kind::integer:
    case Kind::number: return judge_number();
    case Kind::cycle: return judge_cycle();
    case Kind::boolean: return judge_boolean();
    // Only ever answered, never sent: judge() has refused them.
    case Kind::salesforce_account:
    case Kind::date:
    case Kind::datetime:
    case Kind::records:
    case Kind::reserved: return;
  }
}

// null, "" and blanks mean "no value": a patch empties the field with it, a create simply leaves it out.
void FieldRules::no_value(Code when_required) {
  if (field_info().required) return error(when_required);
  if (options_.operation == Operation::create) {
    report_.add_value(field_, ValueKind::absent);
  } else if (value().kind == ValueKind::null) {
    report_.add_value(field_, ValueKind::null);
  } else {
    report_.add_value(field_, ValueKind::null, std::string_view{});
  }
}

void FieldRules::judge_text() {
  const Text text = read_text();
  if (!text.usable || !fits(text.stored)) return;
  if (field_ == Field::name) {
    constexpr std::string_view placeholders[] = {"-", "--", ".", "?", "N/A", "n/a", "N.A."};
    const bool found =
        std::find(std::begin(placeholders), std::end(placeholders), text.shown) != std::end(placeholders);
    if (found) warning(Code::text_placeholder);
  }
  for (std::size_t at = text.shown.find('<'); at != std::string_view::npos; at = text.shown.find('<', at + 1)) {
    const char next = at + 1 < text.shown.size() ? text.shown[at + 1] : ' ';
    if (text::is_alpha(next) || next == '/' || next == '!') {
      warning(Code::text_markup);
      break;
    }
  }
  store(text, text.stored);
}

void FieldRules::judge_email() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto email = checks::parse_email(text.shown);
  if (!email) return refuse_or_warn(email.error(), text);
  if (email.value().international) warning(Code::email_international);
  store_canonical(text, email.value().text);
}

void FieldRules::judge_phone() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto phone = checks::parse_phone(text.shown);
  if (!phone) return refuse_or_warn(phone.error(), text);
  if (!phone.value().international && known_country(record_, options_).empty()) warning(Code::phone_no_country);
  store_canonical(text, phone.value().text);
}

void FieldRules::judge_url() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto website = checks::parse_website(text.shown);
  if (!website) return refuse_or_warn(website.error(), text);
  store_canonical(text, website.value().text);
}

void FieldRules::judge_country() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view code = catalogue::find_country(text.shown);
  if (!code.empty()) return store_canonical(text, code);
  // A flag is two regional indicators, F0 9F 87 A6 to F0 9F 87 BF each: a picture, not a name.
  if (text.shown.find("\xF0\x9F\x87") != std::string_view::npos) return refuse_or_warn(Code::country_unknown, text);
  warning(Code::country_unknown);
  store_canonical(text, text.shown);
}

void FieldRules::judge_picklist() {
  const Text text = read_text();
  if (!text.usable) return;
  const catalogue::Picklist list = field_info().picklist;
  const std::string_view listed = catalogue::find_value(list, text.shown);
  if (catalogue::is_open(list)) {
    if (listed.empty()) warning(Code::enum_unlisted);
    return store_canonical(text, listed.empty() ? text.shown : listed);
  }
  if (listed.empty()) return error(Code::enum_unknown, catalogue::joined_values(list));
  if (!signup() && listed != text.stored) {
    return error(Code::enum_unknown, catalogue::joined_values(list), {}, listed);
  }
  store(text, listed);
}

void FieldRules::judge_picklist_set() {
  if (value().kind != ValueKind::array) return error(Code::field_type, "array of string");
  const auto& items = record_.items();
  const auto begin = items.begin() + static_cast<std::ptrdiff_t>(value().first_item);
  const auto end = begin + static_cast<std::ptrdiff_t>(value().item_count);
  const catalogue::Picklist list = field_info().picklist;
  for (auto item = begin; item != end; ++item) {
    if (catalogue::find_value(list, *item) != *item) return error(Code::enum_unknown, catalogue::joined_values(list));
    if (std::find(begin, item, *item) != item) return error(Code::enum_duplicate);
  }
  report_.add_value(field_, ValueKind::array);
}

void FieldRules::judge_uuid() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto uuid = ids::parse_uuid(text.shown);
  // The nil UUID is well formed and names nothing (RFC 9562 section 5.9).
  if (!uuid || uuid.value().is_nil()) return error(Code::id_syntax);
  store(text, ids::to_string(uuid.value()));
}

void FieldRules::judge_number() {
  if (value().kind != ValueKind::number) {
    return error(Code::field_type, field_info().kind == Kind::integer ? "integer" : "number");
  }
  const auto number = checks::parse_decimal(value().text);
  const auto out_of_range = [&] {
    error(Code::number_range, std::to_string(field_info().min), std::to_string(field_info().max));
  };
  if (!number) {
    if (number.error() == Code::number_range) return out_of_range();
    if (number.error() == Code::number_too_long) {
      return error(Code::number_too_long, std::to_string(limits::json_max_number_chars));
    }
    return error(number.error());
  }
  if (field_info().kind == Kind::integer && !number.value().integer) return error(Code::number_integer);
  if (!checks::within(number.value(), field_info().min, field_info().max)) return out_of_range();
  if (number.value().text == value().text) {
    report_.add_value(field_, ValueKind::number);
  } else {
    report_.add_value(field_, ValueKind::number, number.value().text);
  }
}

// Nue answers these as text and takes an integer too.
void FieldRules::judge_cycle() {
  const bool number = value().kind == ValueKind::number;
  const Text text = number ? Text{value().text, value().text, value().text, true} : read_text();
  if (!text.usable) return;
  const auto parsed = checks::parse_decimal(text.stored);
  if (!parsed || !parsed.value().integer || !checks::within(parsed.value(), field_info().min, field_info().max)) {
    return error(Code::number_range, std::to_string(field_info().min), std::to_string(field_info().max));
  }
  if (number || parsed.value().text != text.raw) {
    report_.add_value(field_, ValueKind::string, parsed.value().text);
  } else {
    report_.add_value(field_, ValueKind::string);
  }
}

void FieldRules::judge_boolean() {
  if (value().kind != ValueKind::boolean_true && value().kind != ValueKind::boolean_false) {
    return error(Code::field_type, "boolean");
  }
  report_.add_value(field_, value().kind);
}

}  // namespace vestibule::validation
