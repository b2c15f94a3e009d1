#include "vestibule/customer/record.hpp"

#include <algorithm>

#include "vestibule/json/write.hpp"

namespace vestibule::customer {
namespace {

void append_value(std::string& out, ValueKind kind, const std::string& text, const std::vector<std::string>& items) {
  switch (kind) {
    case ValueKind::string: return json::append_string(out, text);
    case ValueKind::number: out += text; return;
    case ValueKind::boolean_true: out += "true"; return;
    case ValueKind::boolean_false: out += "false"; return;
    case ValueKind::array: {
      out.push_back('[');
      bool first = true;
      for (const std::string& item : items) {
        if (!first) out.push_back(',');
        first = false;
        json::append_string(out, item);
      }
      out.push_back(']');
      return;
    }
    case ValueKind::null:
    case ValueKind::absent:
    case ValueKind::other: out += "null"; return;
  }
}

}  // namespace

const FieldValue* Record::find(catalogue::Field field) const {
  const auto found = std::find_if(values.begin(), values.end(), [&](const FieldValue& v) { return v.field == field; });
  return found == values.end() ? nullptr : &*found;
}

void append_json(std::string& out, const Record& record) {
  out.push_back('{');
  bool first = true;
  const auto begin_member = [&](std::string_view name) {
    if (!first) out.push_back(',');
    first = false;
    json::append_string(out, name);
    out.push_back(':');
  };
  for (const FieldValue& value : record.values) {
    begin_member(catalogue::info(value.field).name);
    append_value(out, value.kind, value.text, value.items);
  }
  for (const CustomValue& value : record.custom) {
    begin_member(value.name);
    append_value(out, value.kind, value.text, {});
  }
  out.push_back('}');
}

}  // namespace vestibule::customer
