#include "world/values.hpp"

#include <algorithm>
#include <array>

namespace vestibule::simulation {
namespace {

using catalogue::SyncClass;

constexpr std::array<std::string_view, 9> first_of_customers{
    "name", "phone", "website", "billingStreet", "type", "description", "paymentTerm", "customerSince", "todayARR"};
constexpr std::array<std::string_view, 5> first_of_contacts{"lastName", "title", "email", "phone", "billingStreet"};

sync::Plan smaller(const sync::Plan& whole, std::span<const std::string_view> first_fields) {
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

const sync::Plan& plan(Entity entity) {
  static const sync::Plan customer = smaller(sync::plan_of(Entity::customer), first_of_customers);
  static const sync::Plan contact = smaller(sync::plan_of(Entity::contact), first_of_contacts);
  return entity == Entity::customer ? customer : contact;
}

std::size_t unit_of(std::string_view field) {
  std::size_t unit = 0;
  while (name_of(plan(), plan().units[unit].first) != field) ++unit;
  return unit;
}

std::string_view name_of(const sync::Plan& of, std::size_t place) { return catalogue::info(of.fields[place]).name; }

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

std::string text_of(const sync::Plan& of, const sync::Snapshot& values, std::size_t unit) {
  return text_of(part(values, of.units[unit]));
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

std::string org_id_text(Entity entity, std::uint32_t number) {
  std::string digits = std::to_string(number / 2);
  digits.insert(0, 7 - std::min<std::size_t>(digits.size(), 7), '0');
  return (entity == Entity::customer ? "0015f00" : "0035f00") + digits + (number % 2 == 0 ? "c" : "C");
}

}  // namespace vestibule::simulation
