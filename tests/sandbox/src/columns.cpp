#include "columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Field;
using catalogue::Kind;
using customer::ValueKind;

// Embedded records live elsewhere and reserved names are no members.
bool has_column(Kind kind) { return kind != Kind::records && kind != Kind::reserved; }

std::vector<Column> make_columns() {
  std::vector<Column> result;
  const catalogue::FieldRange fields = catalogue::fields_of(catalogue::Entity::customer);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const catalogue::FieldInfo& info = catalogue::field_table[i];
    if (!has_column(info.kind)) continue;
    result.push_back({info.name, info.kind, info.kind == Kind::number && !info.create && !info.patch});
  }
  for (const profile::CustomField& field : tenant().custom_fields()) {
    result.push_back({field.info.name, field.info.kind});
  }
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

void append_value(std::string& out, const Column& column, const std::optional<std::string>& value) {
  if (!value) {
    out += column.computed ? "0" : "null";
    return;
  }
  switch (column.kind) {
    case Kind::integer:
    case Kind::number:
    case Kind::boolean:
    case Kind::picklist_set: out += *value; break;
    default: json::append_string(out, *value);
  }
}

}  // namespace

const profile::Profile& tenant() {
  static const profile::Profile made = [] {
    auto parsed = profile::Profile::parse(
        R"({"v":1,"customFields":[{"name":"signupToken","label":"Sign-up token","kind":"text","max":26}]})");
    return parsed ? std::move(parsed.value()) : profile::Profile{};
  }();
  return made;
}

std::span<const Column> columns() {
  static const std::vector<Column> all = make_columns();
  return all;
}

ColumnIndex column_of(Field field) {
  static const std::array<ColumnIndex, catalogue::field_count> places = [] {
    std::array<ColumnIndex, catalogue::field_count> result{};
    ColumnIndex next = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = next;
      if (has_column(catalogue::field_table[i].kind)) ++next;
    }
    return result;
  }();
  return places[catalogue::index(field)];
}

std::optional<ColumnIndex> find_column(std::string_view name) {
  const auto all = columns();
  const auto found = std::ranges::find(all, name, &Column::name);
  if (found == all.end()) return std::nullopt;
  return static_cast<ColumnIndex>(found - all.begin());
}

std::vector<Change> changes_of(const customer::Record& record) {
  std::vector<Change> result;
  for (const customer::FieldValue& value : record.values) {
    result.push_back({column_of(value.field), value_text(value.kind, value.text, value.items)});
  }
  for (const customer::CustomValue& value : record.custom) {
    if (const auto column = find_column(value.name)) {
      result.push_back({*column, value_text(value.kind, value.text, {})});
    }
  }
  return result;
}

void append_customer(std::string& out, const Values& values, bool contacts) {
  char separator = '{';
  const auto all = columns();
  for (ColumnIndex i = 0; i < all.size(); ++i) {
    out += separator;
    separator = ',';
    json::append_string(out, all[i].name);
    out += ':';
    append_value(out, all[i], values[i]);
  }
  // One source shows it on customers, none lets a client write it, so it is no field of the catalogue.
  out += ",\"billingTiming\":null";
  if (contacts) out += ",\"contacts\":[]";
  out += '}';
}

}  // namespace vestibule::sandbox
