#include "field_rules.hpp"

namespace vestibule::validation {

using catalogue::Field;
using customer::ValueKind;

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
  if (field_info().required) return error(when_required);
  if (options_.operation == Operation::create) {
    report_.add_value(field_, ValueKind::absent);
  } else if (value().kind == ValueKind::null) {
    report_.add_value(field_, ValueKind::null);
  } else {
    report_.add_value(field_, ValueKind::null, std::string_view{});
  }
}

}  // namespace vestibule::validation
