#include "world/values.hpp"

#include <algorithm>
#include <array>

namespace vestibule::simulation {
namespace {

using catalogue::SyncClass;

constexpr std::array<std::string_view, 9> first_fields{
    "name", "phone", "website", "billingStreet", "type", "description", "paymentTerm", "customerSince", "todayARR"};

sync::Plan smaller(const sync::Plan& whole) {
  sync::Plan small;
  for (sync::Unit unit : whole.units) {
    const auto first = whole.fields.begin() + unit.first;
    const std::string_view name = catalogue::info(*first).name;
    if (std::find(first_fields.begin(), first_fields.end(), name) == first_fields.end()) continue;
    unit.first = static_cast<std::uint16_t>(small.fields.size());
    small.fields.insert(small.fields.end(), first, first + unit.count);
    small.units.push_back(unit);
  }
  return small;
}

}  // namespace

const sync::Plan& plan() {
  static const sync::Plan small = smaller(sync::plan_of(catalogue::Entity::customer));
  return small;
}

std::size_t unit_of(std::string_view field) {
  std::size_t unit = 0;
  while (name_of(plan().units[unit].first) != field) ++unit;
  return unit;
}

std::string_view name_of(std::size_t place) { return catalogue::info(plan().fields[place]).name; }

std::span<const sync::Value> part(const sync::Snapshot& values, const sync::Unit& unit) {
  return std::span{values}.subspan(unit.first, unit.count);
}

bool is_blank(std::span<const sync::Value> values) {
  return std::none_of(values.begin(), values.end(), [](const sync::Value& value) { return value.has_value(); });
}

std::string text_of(std::span<const sync::Value> values) {
  std::string text;
  for (const sync::Value& value : values) {
    text += value ? *value : "-";
    text.push_back(',');
  }
  return text;
}

std::string text_of(const sync::Snapshot& values, std::size_t unit) {
  return text_of(part(values, plan().units[unit]));
}

bool travels_in(const sync::Unit& unit) {
  return unit.sync_class == SyncClass::profile || unit.sync_class == SyncClass::address;
}

ids::Uuid uuid_of(std::uint32_t space, std::uint32_t number) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[i] = static_cast<std::uint8_t>(space >> (8 * i));
    bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return ids::make_uuid_v4(bytes);
}

std::string account_text(std::uint32_t number) {
  std::string digits = std::to_string(number / 2);
  digits.insert(0, 7 - std::min<std::size_t>(digits.size(), 7), '0');
  return "0015f00" + digits + (number % 2 == 0 ? "c" : "C");
}

}  // namespace vestibule::simulation
