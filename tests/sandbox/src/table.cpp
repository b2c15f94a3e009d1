#include "table.hpp"

#include <algorithm>
#include <charconv>

#include "money.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

void append_value(std::string& out, ColumnKind kind, const std::optional<std::string>& value) {
  if (kind == ColumnKind::money) {
    out += money_text(value ? std::stoll(*value) : 0);
    return;
  }
  if (!value) {
    out += "null";
    return;
  }
  switch (kind) {
    case ColumnKind::number:
    case ColumnKind::boolean:
    case ColumnKind::set: out += *value; break;
    default: json::append_string(out, *value);
  }
}

}  // namespace

Table::Table(std::string_view name, std::vector<Column> columns, std::vector<std::string_view> indexes,
             std::string_view order)
    : name_{name}, columns_{std::move(columns)}, indexes_{std::move(indexes)}, order_{order} {}

std::optional<ColumnIndex> Table::find(std::string_view name) const {
  const auto found = std::ranges::find(columns_, name, &Column::name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<ColumnIndex>(found - columns_.begin());
}

std::string Table::column_list() const {
  std::string list;
  for (const Column& column : columns_) list += (list.empty() ? "" : ",") + quoted(column.name);
  return list;
}

std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

std::int64_t Values::number(std::string_view name) const {
  const auto& text = (*this)[name];
  std::int64_t value = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

void append_object(std::string& out, const Values& values, std::string_view more) {
  char separator = '{';
  const auto columns = values.table().columns();
  for (ColumnIndex i = 0; i < columns.size(); ++i) {
    if (columns[i].hidden) continue;
    out += separator;
    separator = ',';
    json::append_string(out, columns[i].name);
    out += ':';
    append_value(out, columns[i].kind, values[i]);
  }
  out += more;
  out += '}';
}

}  // namespace vestibule::sandbox
