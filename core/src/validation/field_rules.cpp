#include "field_rules.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "vestibule/text/clean.hpp"

namespace vestibule::validation {

using catalogue::Field;
using customer::ValueKind;

FieldRules::FieldRules(const customer::RecordView& record, const Options& options, Places& places, Report& report)
    : record_{record}, options_{options}, places_{places}, report_{report} {
  if (options.tenant() == nullptr || options.of != catalogue::Entity::customer) return;
  const customer::ValueView& type = record[Field::record_type];
  if (type.kind == ValueKind::string) types_ = options.tenant()->types_of(text::trim(type.text));
}

void FieldRules::choose(Field field) {
  field_ = field;
  member_ = member_of(field);
  info_ = &catalogue::info(field);
  value_ = &record_[field];
  custom_ = nullptr;
}

void FieldRules::choose_custom(std::size_t place) {
  custom_ = &options_.tenant()->custom_fields()[place];
  field_ = custom_->info.of == catalogue::Entity::customer ? Field::phone : Field::contact_phone;
  member_ = static_cast<Member>(custom_member + place);
  info_ = &custom_->info;
  value_ = &record_.custom(place);
}

void FieldRules::judge(Field field) {
  choose(field);
  judge_chosen();
}

void FieldRules::judge_custom(std::size_t place) {
  choose_custom(place);
  judge_chosen();
}

void FieldRules::judge_or_miss(Field field) {
  choose(field);
  judge_or_miss_chosen();
}

void FieldRules::judge_or_miss_custom(std::size_t place) {
  choose_custom(place);
  judge_or_miss_chosen();
}

void FieldRules::judge_or_miss_chosen() {
  if (value().kind != ValueKind::absent) {
    judge_chosen();
  } else if (options_.operation == Operation::create && required()) {
    error(Code::field_required);
  }
}

bool FieldRules::allowed_at_signup() const {
  const bool hidden =
      custom() == nullptr && options_.tenant() != nullptr && options_.tenant()->hidden(static_cast<Field>(member_));
  return field_info().signup && !hidden && (options_.operation == Operation::create || field_info().patch);
}

// What sign-up does not take it cannot ask for: somebody else fills it in.
bool FieldRules::required() const {
  if (field_info().required) return true;
  if (options_.tenant() == nullptr || (signup() && !field_info().signup)) return false;
  const profile::RecordTypes types =
      custom() != nullptr ? custom()->required_for : options_.tenant()->required_for(static_cast<Field>(member_));
  return (types & types_) != 0;
}

void FieldRules::judge_chosen() {
  const catalogue::FieldInfo& row = field_info();
  const bool create = options_.operation == Operation::create;
  if (signup() && !allowed_at_signup()) return error(Code::field_forbidden);
  if (row.kind == Kind::reserved) return error(Code::field_unknown);
  if (!(create ? row.create : row.patch)) return error(Code::field_read_only);
  if (value().kind == ValueKind::null) return no_value(Code::field_required);
  if (custom() != nullptr && !judge_record_type()) return;
  judge_value();
}

// Salesforce itself takes a field with every record type, so through the API this is only advice.
bool FieldRules::judge_record_type() {
  if (types_ == profile::every_record || (custom()->belongs_to & types_) != 0) return true;
  std::string types;
  const auto& all = options_.tenant()->record_types();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if ((custom()->belongs_to >> i & 1U) == 0) continue;
    if (!types.empty()) types += ", ";
    types += all[i].value;
  }
  report_.add(Code::field_record_type, signup() ? Severity::error : Severity::warning, member(), types);
  return !signup();
}

namespace {

// Kinds that no field of the catalogue has which may be sent at sign-up.
constexpr bool never_at_signup(catalogue::Kind kind) {
  using enum catalogue::Kind;
  return kind == picklist_set || kind == uuid || kind == cycle || kind == boolean || kind == date || kind == tax_id;
}
static_assert(std::none_of(std::begin(catalogue::field_table), std::end(catalogue::field_table),
                           [](const catalogue::FieldInfo& row) { return row.signup && never_at_signup(row.kind); }));

}  // namespace

void FieldRules::judge_value() {
  // Their rules are left out with this; a field of such a kind has been refused above.
  if (signup_only() && never_at_signup(field_info().kind)) return;
  switch (field_info().kind) {
    case Kind::text:
    case Kind::multiline:
    case Kind::street: return judge_text();
    case Kind::state: return judge_state();
    case Kind::postal: return judge_postal();
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
    case Kind::date: return judge_date();
    case Kind::tax_id: return judge_tax_id();
    // Only ever answered, never sent: judge() has refused them.
    case Kind::salesforce_account:
    case Kind::salesforce_contact:
    case Kind::datetime:
    case Kind::records:
    case Kind::reserved: return;
  }
}

// null, "" and blanks mean "no value": a patch empties the field with it, a create simply leaves it out.
void FieldRules::no_value(Code when_required) {
  if (required()) return error(when_required);
  if (options_.operation == Operation::create) {
    add_value(ValueKind::absent);
  } else if (value().kind == ValueKind::null) {
    add_value(ValueKind::null);
  } else {
    add_value(ValueKind::null, std::string_view{});
  }
}

}  // namespace vestibule::validation
