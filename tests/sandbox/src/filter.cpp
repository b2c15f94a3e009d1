#include "filter.hpp"

#include <optional>

#include "http_limits.hpp"
#include "money.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/scan.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t day_size = 10;  // "2026-03-04"

using Value = std::optional<std::string>;  // nothing when the column could never hold it

Value read_text(const std::string& value) { return value.empty() ? std::nullopt : Value{value}; }

Value read_number(const std::string& value) { return json::is_number(value) ? Value{value} : std::nullopt; }

Value read_cents(const std::string& value) {
  const auto cents = read_money(value);
  return cents ? Value{std::to_string(*cents)} : std::nullopt;
}

Value read_boolean(const std::string& value) {
  return value == "true" || value == "false" ? Value{value} : std::nullopt;
}

Value read_uuid(const std::string& value) {
  const auto uuid = ids::parse_uuid(value);
  return uuid.ok() ? Value{ids::to_string(uuid.value())} : std::nullopt;
}

Value read_salesforce_id(const std::string& value) {
  const auto id = ids::parse_salesforce_id(value);
  return id.ok() ? Value{std::string{id.value().id.text()}} : std::nullopt;
}

// A moment as it is stored: to the millisecond, in UTC. A finer one could not stand in any column.
Value read_moment(const std::string& value) {
  auto moment = checks::parse_date_time(value);
  if (!moment.ok() || moment.value().fraction.size() > 3) return std::nullopt;
  checks::DateTime time = moment.value();
  std::string fraction = time.fraction;
  fraction.resize(3, '0');
  time.fraction.clear();
  std::string text = checks::to_string(time);
  text.insert(text.size() - 1, '.' + fraction);
  return text;
}

Value read_moment_or_day(const std::string& value) {
  return value.size() == day_size && checks::parse_date(value).ok() ? Value{value} : read_moment(value);
}

// Where the column holds days, of a moment only its day counts.
Value read_day(const std::string& value) {
  const Value read = read_moment_or_day(value);
  return read ? Value{read->substr(0, day_size)} : std::nullopt;
}

struct KindRow {
  Value (*read)(const std::string&);
  bool ordered;
};

// In the order of ColumnKind.
constexpr KindRow kinds[] = {
    {read_text, true},           {read_text, false},    {read_number, true},
    {read_cents, true},          {read_boolean, false}, {read_uuid, false},
    {read_salesforce_id, false}, {read_day, true},      {read_moment_or_day, true},
};

}  // namespace

std::variant<Condition, std::string> read_filter(const Table& table, const Parameter& parameter) {
  const auto column = table.find(parameter.name);
  if (!column || table.columns()[*column].hidden) return "unknown field in a filter";
  const ColumnKind kind = table.columns()[*column].kind;
  const KindRow& row = kinds[static_cast<std::size_t>(kind)];
  const std::string& name = parameter.name;
  if (!row.ordered && parameter.op != Operator::equal && parameter.op != Operator::not_equal) {
    return name + ": only = and != make sense here";
  }
  if (parameter.value.size() > limits::filter_value_max_bytes) return name + ": a filter value has at most 255 bytes";
  Value value = row.read(parameter.value);
  if (!value) return name + ": this value cannot stand in the field";
  const bool by_day = kind == ColumnKind::datetime && value->size() == day_size;
  return Condition{*column, parameter.op, *std::move(value), by_day};
}

}  // namespace vestibule::sandbox
