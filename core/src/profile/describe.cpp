#include "vestibule/profile/describe.hpp"

#include <string_view>

#include "vestibule/json/write.hpp"

namespace vestibule::profile {
namespace {

using catalogue::Field;
using catalogue::FieldInfo;
using catalogue::Kind;

// In the order of catalogue::Kind.
constexpr std::string_view kind_names[] = {"text",
                                           "multiline",
                                           "street",
                                           "state",
                                           "postal",
                                           "email",
                                           "phone",
                                           "url",
                                           "country",
                                           "picklist",
                                           "picklist_set",
                                           "uuid",
                                           "salesforce_account",
                                           "salesforce_contact",
                                           "date",
                                           "datetime",
                                           "integer",
                                           "number",
                                           "boolean",
                                           "tax_id",
                                           "cycle",
                                           "records",
                                           "reserved"};
static_assert(std::size(kind_names) == static_cast<std::size_t>(Kind::reserved) + 1, "a name for every kind");

void append_member(std::string& out, std::string_view name, std::string_view value) {
  json::append_string(out, name);
  out.push_back(':');
  json::append_string(out, value);
}

// ,"name":"value" unless there is none.
void append_optional(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.push_back(',');
  append_member(out, name, value);
}

void append_flag(std::string& out, std::string_view name, bool value) {
  out.push_back(',');
  json::append_string(out, name);
  out += value ? ":true" : ":false";
}

// The record types of a set, or true where it holds every record, or false.
void append_types(std::string& out, const Profile& profile, RecordTypes types) {
  if (types == 0) {
    out += "false";
  } else if ((types & every_record) != 0) {
    out += "true";
  } else {
    char separator = '[';
    for (std::size_t i = 0; i < profile.record_types().size(); ++i) {
      if ((types >> i & 1U) == 0) continue;
      out.push_back(separator);
      separator = ',';
      json::append_string(out, profile.record_types()[i].value);
    }
    out.push_back(']');
  }
}

void append_values(std::string& out, const catalogue::ValueList& list) {
  out += ",\"values\":";
  char separator = '[';
  for (const std::string_view value : list.values) {
    out.push_back(separator);
    separator = ',';
    json::append_string(out, value);
  }
  out.push_back(']');
  append_flag(out, "open", list.open);
}

struct Described {
  const FieldInfo& info;
  bool signup;
  RecordTypes required_for;
  const catalogue::ValueList& values;
  const CustomField* custom;
};

void append_field(std::string& out, const Profile& profile, const Described& field) {
  const FieldInfo& info = field.info;
  out.push_back('{');
  append_member(out, "name", info.name);
  append_optional(out, "kind", kind_names[static_cast<std::size_t>(info.kind)]);
  append_flag(out, "custom", field.custom != nullptr);
  out += ",\"required\":";
  append_types(out, profile, field.required_for);
  append_flag(out, "signup", field.signup);
  if (info.min != info.max) {
    out += ",\"min\":" + std::to_string(info.min) + ",\"max\":" + std::to_string(info.max);
  } else if (info.max_utf16 != 0) {
    out += ",\"max\":" + std::to_string(info.max_utf16);
  }
  if (!field.values.values.empty()) append_values(out, field.values);
  if (field.custom != nullptr) {
    append_optional(out, "label", field.custom->label);
    if (field.custom->belongs_to != every_record) {
      out += ",\"recordTypes\":";
      append_types(out, profile, field.custom->belongs_to);
    }
    append_optional(out, "pattern", field.custom->pattern_text);
    if (info.kind == Kind::tax_id) append_optional(out, "scheme", checks::name_of(field.custom->scheme));
    append_optional(out, "autocomplete", field.custom->autocomplete);
  }
  out.push_back('}');
}

void append_fields(std::string& out, const Profile& profile, catalogue::Entity of) {
  char separator = '[';
  const auto append = [&](const Described& field) {
    out.push_back(separator);
    separator = ',';
    append_field(out, profile, field);
  };
  const catalogue::FieldRange fields = catalogue::fields_of(of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const auto field = static_cast<Field>(i);
    const FieldInfo& info = catalogue::info(field);
    if (!info.create && !info.patch) continue;
    const RecordTypes required = info.required ? every_record : profile.required_for(field);
    append({info, info.signup && !profile.hidden(field), required, profile.list(info.picklist), nullptr});
  }
  for (const CustomField& field : profile.custom_fields()) {
    if (field.info.of == of) append({field.info, field.info.signup, field.required_for, field.values, &field});
  }
  out.push_back(']');
}

}  // namespace

void append_json(std::string& out, const Profile& profile) {
  out += "{\"recordTypes\":";
  char separator = '[';
  for (const RecordType& type : profile.record_types()) {
    out.push_back(separator);
    separator = ',';
    out.push_back('{');
    append_member(out, "value", type.value);
    append_optional(out, "label", type.label);
    append_optional(out, "extends", type.base);
    out.push_back('}');
  }
  out += "],\"fields\":{\"customer\":";
  append_fields(out, profile, catalogue::Entity::customer);
  out += ",\"contact\":";
  append_fields(out, profile, catalogue::Entity::contact);
  out += "},";
  append_member(out, "defaultType", profile.default_type());
  append_optional(out, "countryOnWire", profile.country_on_wire() == CountryOnWire::code ? "code" : "name");
  out.push_back('}');
}

}  // namespace vestibule::profile
