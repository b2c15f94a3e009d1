#include "vestibule/atlas/phone_plans.hpp"

#include <algorithm>

namespace vestibule::atlas {
namespace {

constexpr std::size_t count_of_counts = 3;

// Of a list whose size was looked at before.
std::uint32_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

// Number `i` of a list of u16 whose low bytes stand before its high ones.
std::uint32_t split_u16(std::string_view bytes, std::size_t count, std::size_t i) {
  return i < count ? read_u8(bytes, i) | read_u8(bytes, count + i) << 8 : 0;
}

}  // namespace

std::string_view PhonePlans::part(Part which) const {
  return slice(section_, read_u16(section_, 2 * (count_of_counts + which)), section_.size());
}

std::optional<PhonePlans::Code> PhonePlans::code_of(std::string_view digits) const {
  const std::size_t all = count(0);
  const std::string_view list = part(codes);
  if (digits.starts_with('0') || list.size() < 2 * all) return std::nullopt;  // no calling code begins with 0
  const auto code_at = [&](std::size_t i) { return byte_at(list, i) | byte_at(list, all + i) << 8; };
  std::uint32_t wanted = 0;
  for (std::size_t size = 1; size <= 3 && size <= digits.size(); ++size) {
    wanted = wanted * 10 + static_cast<std::uint32_t>(digits[size - 1] - '0');
    std::size_t low = 0;
    std::size_t high = all;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (code_at(middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
    if (low < all && code_at(low) == wanted) return Code{static_cast<CodeNumber>(low), size};
  }
  return std::nullopt;
}

std::uint32_t PhonePlans::calling_code(CodeNumber code) const { return split_u16(part(codes), count(0), code); }

RegionNumber PhonePlans::main_region(CodeNumber code) const {
  return static_cast<RegionNumber>(read_u8(part(codes), 2 * count(0) + code));
}

RegionNumber PhonePlans::region(std::string_view alpha2) const {
  const std::size_t all = count(1);
  const std::string_view list = part(names);
  if (alpha2.size() != 2 || list.size() < 2 * all) return 0;
  const std::uint32_t wanted = byte_at(alpha2, 0) << 8 | byte_at(alpha2, 1);
  const auto name_at = [&](std::size_t i) { return byte_at(list, i) << 8 | byte_at(list, all + i); };
  std::size_t low = 1;
  std::size_t high = std::max<std::size_t>(all, 1);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (name_at(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  const bool found = low < all && name_at(low) == wanted;
  return static_cast<RegionNumber>(found ? low : 0);
}

std::array<char, 2> PhonePlans::name(RegionNumber region) const {
  const std::size_t all = count(1);
  return {static_cast<char>(read_u8(part(names), region)), static_cast<char>(read_u8(part(names), all + region))};
}

std::uint32_t PhonePlans::column(std::size_t which, RegionNumber region) const {
  return region < count(1) ? read_u8(part(columns), which * count(1) + region) : 0;
}

CodeNumber PhonePlans::code_of_region(RegionNumber region) const { return static_cast<CodeNumber>(column(0, region)); }

DigitTable PhonePlans::rule(std::uint32_t number) const {
  if (number == 0) return {};
  const std::size_t offset = split_u16(part(rule_offsets), count(2), number - 1);
  return {part(masks), slice(part(rules), offset, section_.size())};
}

DigitTable PhonePlans::national_prefixes(RegionNumber region) const { return rule(column(1, region)); }
DigitTable PhonePlans::prefixes_abroad(RegionNumber region) const { return rule(column(2, region)); }
std::string_view PhonePlans::national_prefix(RegionNumber region) const { return string(column(3, region)); }

std::string_view PhonePlans::string(std::uint32_t number) const {
  std::string_view rest = part(strings);
  for (; number > 0; --number) rest.remove_prefix(std::min(rest.find('\0'), rest.size() - 1) + 1);
  return rest.substr(0, std::min(rest.find('\0'), rest.size()));
}

PhonePlans::Country PhonePlans::country(CodeNumber code) const {
  Country country;
  const std::size_t offset = split_u16(part(country_offsets), count(0), code);
  std::string_view bytes = slice(part(countries), offset, section_.size());
  const auto take = [&](std::size_t size) {
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(taken.size());
    return taken;
  };
  country.formats = take(format_size * read_u8(take(1), 0));
  country.other_regions = take(read_u8(take(1), 0));
  if (!country.formats.empty()) {
    const std::size_t size = read_u16(take(2), 0);
    country.choice = {part(masks), take(size)};
  }
  country.plan = {part(masks), bytes};
  return country;
}

PhoneFormat PhonePlans::format(const Country& country, std::size_t number) const {
  const std::string_view row = slice(country.formats, format_size * number, format_size);
  PhoneFormat format;
  if (row.empty()) return format;
  const std::size_t strings_at = format.groups.size();
  for (std::size_t i = 0; i < strings_at; ++i) {
    const std::uint32_t group = read_u8(row, i);
    format.groups[i] = {group >> 4, group & 15};
  }
  const std::uint32_t rule = read_u8(row, strings_at + 2);
  format.national = string(read_u8(row, strings_at));
  format.international = string(read_u8(row, strings_at + 1));
  format.prefix_rule = string(rule & 0x7F);
  format.prefix_optional = (rule & 0x80) != 0;
  return format;
}

}  // namespace vestibule::atlas
