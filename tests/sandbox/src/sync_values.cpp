#include "sync_values.hpp"

#include <algorithm>

#include "money.hpp"
#include "tenant.hpp"
#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/validation/check_field_json.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Field;
using catalogue::Kind;

bool is_money(Field field) { return catalogue::sync_class(field) == catalogue::SyncClass::metrics; }
bool is_number(Field field) {
  const Kind kind = catalogue::info(field).kind;
  return kind == Kind::integer || kind == Kind::number;
}

std::string json_text(std::string_view text) {
  std::string literal;
  json::append_string(literal, text);
  return literal;
}

// As the API takes it.
std::string literal_of(Field field, const sync::Value& value) {
  if (!value) return "null";
  const Kind kind = catalogue::info(field).kind;
  const bool is_text = !is_number(field) && kind != Kind::boolean && kind != Kind::picklist_set;
  return is_text ? json_text(*value) : *value;
}

// The form a sign-up would give the text; where it is none, the text is its own form.
std::string canonical(Field field, const std::string& text) {
  if (is_number(field)) {
    const auto decimal = checks::parse_decimal(text);
    return decimal.ok() ? decimal.value().text : text;
  }
  const catalogue::FieldInfo& info = catalogue::info(field);
  if (!info.signup || info.kind == Kind::picklist_set) return text;
  validation::Options options;
  options.operation = validation::Operation::patch;
  options.of = info.of;
  const auto result = validation::check_field_json(info.name, json_text(text), options);
  return result.ok && !result.value.values.empty() ? result.value.values.front().text : text;
}

// An empty list is the blank it is in Salesforce.
sync::Value canonical(Field field, const std::optional<std::string>& text) {
  if (!text || (catalogue::info(field).kind == Kind::picklist_set && *text == "[]")) return std::nullopt;
  return canonical(field, *text);
}

// A multi-select picklist: "ACH;Credit Card" there, an array here.
std::string set_text(const std::string& array) {
  std::string text;
  for (const nlohmann::json& item : nlohmann::json::parse(array, nullptr, false)) {
    if (!text.empty()) text += ';';
    text += item.get<std::string>();
  }
  return text;
}

std::string text_of(Field field, const nlohmann::json& member) {
  if (!member.is_string()) return member.dump();
  std::string text = member.get<std::string>();
  if (catalogue::info(field).kind != Kind::picklist_set) return text;
  nlohmann::json items = nlohmann::json::array();
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items.dump();
}

}  // namespace

const sync::Plan& sync_plan(catalogue::Entity entity) {
  static const sync::Plan customer = sync::plan_of(catalogue::Entity::customer, &tenant());
  static const sync::Plan contact = sync::plan_of(catalogue::Entity::contact, &tenant());
  return entity == catalogue::Entity::customer ? customer : contact;
}

sync::Snapshot snapshot_of(const sync::Plan& plan, const Values& record) {
  sync::Snapshot snapshot;
  for (const Field field : plan.fields) {
    const std::string_view name = catalogue::info(field).name;
    if (is_money(field)) {
      snapshot.emplace_back(canonical(field, money_text(record.number(name))));
    } else {
      snapshot.push_back(canonical(field, record[name]));
    }
  }
  return snapshot;
}

sync::Snapshot snapshot_of(const sync::Plan& plan, const nlohmann::json& record) {
  sync::Snapshot snapshot;
  for (const Field field : plan.fields) {
    const auto found = record.find(org_name(field));
    if (found == record.end() || found->is_null()) {
      // A metric that was never written is the 0 it is in Nue.
      snapshot.push_back(is_money(field) ? sync::Value{"0"} : std::nullopt);
    } else {
      snapshot.push_back(canonical(field, std::optional{text_of(field, *found)}));
    }
  }
  return snapshot;
}

std::optional<std::string> column_value(Field field, const sync::Value& value) {
  if (!value || !is_money(field)) return value;
  return std::to_string(read_money(*value).value_or(0));
}

nlohmann::json org_value(Field field, const sync::Value& value) {
  if (!value) return nullptr;
  const Kind kind = catalogue::info(field).kind;
  if (is_number(field) || kind == Kind::boolean) return nlohmann::json::parse(*value, nullptr, false);
  if (kind == Kind::picklist_set) return set_text(*value);
  return *value;
}

bool may_hold(Field field, const sync::Value& value) {
  const catalogue::FieldInfo& info = catalogue::info(field);
  if (!info.patch) return true;
  const auto options = check_options(validation::Operation::patch, info.of);
  return validation::check_field_json(info.name, literal_of(field, value), options).ok;
}

std::string_view org_name(Field field) {
  const std::string_view name = catalogue::presentation(field).salesforce;
  return name == "RecordType.Name" ? "RecordType" : name;
}

}  // namespace vestibule::sandbox
