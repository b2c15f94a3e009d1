#include "tenant.hpp"

#include <utility>

#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Kind;
using customer::ValueKind;

// A number that nobody may send is one of the metrics, and those are money.
ColumnKind column_kind(const catalogue::FieldInfo& info) {
  switch (info.kind) {
    case Kind::picklist_set: return ColumnKind::set;
    case Kind::integer: return ColumnKind::number;
    case Kind::number: return info.create || info.patch ? ColumnKind::number : ColumnKind::money;
    case Kind::boolean: return ColumnKind::boolean;
    case Kind::uuid: return ColumnKind::uuid;
    case Kind::salesforce_account:
    case Kind::salesforce_contact: return ColumnKind::salesforce_id;
    case Kind::date: return ColumnKind::date;
    case Kind::datetime: return ColumnKind::datetime;
    default: return ColumnKind::text;
  }
}

std::vector<Column> catalogue_columns(catalogue::Entity entity) {
  std::vector<Column> result;
  const catalogue::FieldRange fields = catalogue::fields_of(entity);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const catalogue::FieldInfo& info = catalogue::field_table[i];
    // Embedded records live elsewhere and reserved names are no members.
    if (info.kind != Kind::records && info.kind != Kind::reserved) result.push_back({info.name, column_kind(info)});
  }
  return result;
}

// What a sync compares a side by: the record's version, and the one that the sync itself wrote last.
void add_versions(std::vector<Column>& columns) {
  columns.push_back({"version", ColumnKind::number, true});
  columns.push_back({"syncVersion", ColumnKind::number, true});
}

std::vector<Column> customer_columns() {
  auto result = catalogue_columns(catalogue::Entity::customer);
  for (const profile::CustomField& field : tenant().custom_fields()) {
    result.push_back({field.info.name, column_kind(field.info)});
  }
  add_versions(result);
  return result;
}

std::vector<Column> contact_columns() {
  auto result = catalogue_columns(catalogue::Entity::contact);
  result.push_back({"emailKey", ColumnKind::text, true});  // the address without its case
  add_versions(result);
  return result;
}

std::string array_text(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const std::string& item : items) {
    if (text.size() > 1) text += ',';
    json::append_string(text, item);
  }
  return text + "]";
}

std::optional<std::string> value_text(ValueKind kind, const std::string& text, const std::vector<std::string>& items) {
  switch (kind) {
    case ValueKind::string:
    case ValueKind::number: return text;
    case ValueKind::boolean_true: return "true";
    case ValueKind::boolean_false: return "false";
    case ValueKind::array: return array_text(items);
    case ValueKind::absent:
    case ValueKind::null:
    case ValueKind::other: break;
  }
  return std::nullopt;
}

profile::Profile tenant_with(std::string_view more) {
  std::string text = R"({"v":1,"customFields":[{"name":"signupToken","label":"Sign-up token","kind":"text","max":26}])";
  auto parsed = profile::Profile::parse(text.append(more).append("}"));
  return parsed ? std::move(parsed.value()) : profile::Profile{};
}

std::string closed_lists() {
  std::string text = R"(,"picklists":{)";
  for (std::size_t i = 1; i < catalogue::picklist_count; ++i) {
    const auto list = static_cast<catalogue::Picklist>(i);
    const catalogue::ValueList values = catalogue::built_in(list);
    if (!values.open) continue;
    if (text.back() != '{') text += ',';
    json::append_string(text, catalogue::name_of(list));
    text.append(R"(:{"open":false,"values":)");
    text.append(array_text({values.values.begin(), values.values.end()})).append("}");
  }
  return text + "}";
}

}  // namespace

const profile::Profile& tenant() {
  static const profile::Profile made = tenant_with("");
  return made;
}

const profile::Profile& tenant_of_closed_lists() {
  static const profile::Profile made = tenant_with(closed_lists());
  return made;
}

const Table& customers_table() {
  static const Table table{"customers",
                           customer_columns(),
                           {
                               R"(UNIQUE ("externalId") WHERE "externalId" IS NOT NULL)",
                               R"(UNIQUE ("accountNumber"))",
                               R"(("createdDate", "id"))",
                               R"(("signupToken") WHERE "signupToken" IS NOT NULL)",
                           }};
  return table;
}

const Table& contacts_table() {
  static const Table table{"contacts",
                           contact_columns(),
                           {
                               R"(UNIQUE ("externalId") WHERE "externalId" IS NOT NULL)",
                               R"(UNIQUE ("emailKey"))",
                               R"(("customerId", "createdDate", "id"))",
                               R"(("createdDate", "id"))",
                           }};
  return table;
}

Changes changes_of(const Table& table, const customer::Record& record) {
  Changes result;
  for (const customer::FieldValue& value : record.values) {
    result.push_back({table.place(catalogue::info(value.field).name), value_text(value.kind, value.text, value.items)});
  }
  for (const customer::CustomValue& value : record.custom) {
    if (const auto column = table.find(value.name)) {
      result.push_back({*column, value_text(value.kind, value.text, {})});
    }
  }
  return result;
}

}  // namespace vestibule::sandbox
