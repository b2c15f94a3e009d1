#include "field_rows.hpp"

#include <algorithm>

#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::cli {
namespace {

using catalogue::Entity;
using catalogue::FieldInfo;
using catalogue::Kind;

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::text: return "text";
    case Kind::multiline: return "multiline";
    case Kind::street: return "street";
    case Kind::state: return "state";
    case Kind::postal: return "postal";
    case Kind::email: return "email";
    case Kind::phone: return "phone";
    case Kind::url: return "url";
    case Kind::country: return "country";
    case Kind::picklist: return "picklist";
    case Kind::picklist_set: return "picklist_set";
    case Kind::uuid: return "uuid";
    case Kind::salesforce_account: return "salesforce_account";
    case Kind::salesforce_contact: return "salesforce_contact";
    case Kind::date: return "date";
    case Kind::datetime: return "datetime";
    case Kind::integer: return "integer";
    case Kind::number: return "number";
    case Kind::boolean: return "boolean";
    case Kind::tax_id: return "tax_id";
    case Kind::cycle: return "cycle";
    case Kind::records: return "records";
    case Kind::reserved: return "reserved";
  }
  return "";
}

bool bounded(const FieldInfo& field) { return field.min != 0 || field.max != 0; }

std::string limits_of(const FieldInfo& field) {
  std::string limits;
  const auto add = [&](const std::string& text) {
    if (!limits.empty()) limits += ", ";
    limits += text;
  };
  if (field.max_utf16 != 0) add("at most " + std::to_string(field.max_utf16));
  if (field.signup_max_utf16 != field.max_utf16) add(std::to_string(field.signup_max_utf16) + " at sign-up");
  if (bounded(field)) add(std::to_string(field.min) + " to " + std::to_string(field.max));
  if (field.picklist != catalogue::Picklist::none) add(catalogue::built_in(field.picklist).open ? "open list" : "list");
  return limits;
}

// "Business, Consumer" as a JSON array.
std::string list_of(std::string_view joined) {
  constexpr std::string_view separator = ", ";
  std::string list;
  while (!joined.empty()) {
    list += list.empty() ? "[" : ",";
    const std::size_t end = std::min(joined.find(separator), joined.size());
    json::append_string(list, joined.substr(0, end));
    joined.remove_prefix(std::min(end + separator.size(), joined.size()));
  }
  return list + "]";
}

}  // namespace

std::string_view entity_name(Entity of) { return of == Entity::customer ? "customer" : "contact"; }

std::array<std::string, table_header.size()> table_row(catalogue::Field field) {
  const FieldInfo& info = catalogue::info(field);
  const std::string must = info.required ? "required" : "yes";
  return {std::string{entity_name(info.of)}, std::string{info.name},
          std::string{kind_name(info.kind)}, limits_of(info),
          info.signup ? must : "",           info.create ? must : "",
          info.patch ? "yes" : "",           std::string{catalogue::presentation(field).salesforce}};
}

void append_field(std::string& out, catalogue::Field field) {
  const FieldInfo& info = catalogue::info(field);
  const catalogue::Presentation& shown = catalogue::presentation(field);
  bool first = true;
  const auto key = [&](std::string_view name) {
    out += first ? "{" : ",";
    first = false;
    json::append_string(out, name);
    out.push_back(':');
  };
  const auto text = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    json::append_string(out, value);
  };
  const auto literal = [&](std::string_view name, const std::string& value) {
    key(name);
    out += value;
  };
  const auto flag = [&](std::string_view name, bool value) { literal(name, value ? "true" : "false"); };
  text("of", entity_name(info.of));
  text("name", info.name);
  text("kind", kind_name(info.kind));
  flag("required", info.required);
  flag("signup", info.signup);
  flag("create", info.create);
  flag("patch", info.patch);
  if (info.max_utf16 != 0) literal("maxUtf16", std::to_string(info.max_utf16));
  if (info.signup_max_utf16 != info.max_utf16) literal("signupMaxUtf16", std::to_string(info.signup_max_utf16));
  if (bounded(info)) {
    literal("min", std::to_string(info.min));
    literal("max", std::to_string(info.max));
  }
  if (info.picklist != catalogue::Picklist::none) {
    flag("open", catalogue::built_in(info.picklist).open);
    literal("values", list_of(catalogue::joined_values(catalogue::built_in(info.picklist))));
  }
  text("salesforce", shown.salesforce);
  text("autocomplete", shown.autocomplete);
  text("inputMode", shown.inputmode);
  text("group", shown.group);
  text("label", shown.label);
  text("doc", shown.doc);
  out.push_back('}');
}

}  // namespace vestibule::cli
