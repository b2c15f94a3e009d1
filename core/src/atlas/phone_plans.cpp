#include "vestibule/atlas/phone_plans.hpp"

#include <algorithm>

#include "phone_reader.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t offsets_at = 6;

}  // namespace

PhonePlans::PhonePlans(std::string_view section, PhoneReader* reader) : section_{section}, reader_{reader} {
  std::size_t end = section.size();
  if (end < head_size) return;
  for (std::size_t which = part_count; which-- > 0;) {
    const std::size_t begin = read_u32(section, offsets_at + 4 * which);
    if (begin < end) parts_[which] = slice(section, begin, end - begin);
    end = begin;
  }
}

std::optional<PhonePlans::Code> PhonePlans::code_of(std::string_view digits) const {
  const std::string_view list = part(codes);
  const std::size_t all = std::min<std::size_t>(count(0), list.size() / 2);
  if (digits.starts_with('0')) return std::nullopt;  // no calling code begins with 0
  std::uint32_t wanted = 0;
  for (std::size_t size = 1; size <= 3 && size <= digits.size(); ++size) {
    wanted = wanted * 10 + static_cast<std::uint32_t>(digits[size - 1] - '0');
    std::size_t low = 0;
    // They ascend from 1, so none stands behind its own place.
    std::size_t high = std::min<std::size_t>(all, wanted);
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (load<std::uint16_t>(list.data() + 2 * middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
    if (low < all && load<std::uint16_t>(list.data() + 2 * low) == wanted)
      return Code{static_cast<CodeNumber>(low), size};
  }
  return std::nullopt;
}

std::uint32_t PhonePlans::calling_code(CodeNumber code) const { return read_u16(part(codes), 2 * std::size_t{code}); }

RegionNumber PhonePlans::main_region(CodeNumber code) const {
  return static_cast<RegionNumber>(read_u8(part(countries), country_size * code + 8));
}

RegionNumber PhonePlans::region(std::string_view alpha2) const {
  const std::size_t all = count(1);
  const std::string_view list = part(regions);
  if (alpha2.size() != 2) return 0;
  const auto letters_at = [](std::string_view text, std::size_t at) {
    return read_u8(text, at) << 8 | read_u8(text, at + 1);
  };
  const std::uint32_t wanted = letters_at(alpha2, 0);
  std::size_t low = 1;
  std::size_t high = std::max<std::size_t>(all, 1);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (letters_at(list, region_size * middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  const bool found = low < all && letters_at(list, region_size * low) == wanted;
  return static_cast<RegionNumber>(found ? low : 0);
}

std::array<char, 2> PhonePlans::name(RegionNumber region) const {
  return {static_cast<char>(column(letters, region)), static_cast<char>(column(letters + 1, region))};
}

std::uint32_t PhonePlans::column(std::size_t which, RegionNumber region) const {
  return region < count(1) ? read_u8(part(regions), region_size * region + which) : 0;
}

CodeNumber PhonePlans::code_of_region(RegionNumber region) const {
  return static_cast<CodeNumber>(column(code_number, region));
}

DigitTable PhonePlans::table(std::size_t number) const {
  const std::string_view row = slice(part(tables), table_size * number, table_size);
  const std::string_view own = slice(part(parts), DigitTable::part_size * std::size_t{read_u16(row, 2)},
                                     DigitTable::part_size * std::size_t{read_u16(row, 4)});
  return {own, part(nodes), read_u16(row, 0), read_u16(row, 6), read_u32(row, 8)};
}

DigitTable PhonePlans::rule(std::uint32_t number) const { return number == 0 ? DigitTable{} : table(number - 1); }

DigitTable PhonePlans::national_prefixes(RegionNumber region) const {
  need(code_of_region(region));
  return rule(column(national_rule, region));
}

DigitTable PhonePlans::prefixes_abroad(RegionNumber region) const {
  need(code_of_region(region));
  return rule(column(abroad_rule, region));
}

std::string_view PhonePlans::national_prefix(RegionNumber region) const { return string(column(literal, region)); }

std::string_view PhonePlans::string(std::uint32_t number) const {
  std::string_view rest = part(strings);
  for (; number > 0; --number) rest.remove_prefix(std::min(rest.find('\0'), rest.size() - 1) + 1);
  return rest.substr(0, std::min(rest.find('\0'), rest.size()));
}

PhonePlans::Country PhonePlans::country(CodeNumber code) const {
  const std::string_view row = slice(part(countries), country_size * code, country_size);
  Country country;
  country.plan = plan(code);  // first: it has the tables of the code read
  country.formats = slice(part(formats), format_size * read_u16(row, 0), format_size * read_u8(row, 6));
  country.other_regions = slice(part(others), read_u16(row, 2), read_u8(row, 7));
  const std::size_t choice = read_u16(row, 4);
  if (choice != no_table) country.choice = table(choice);
  return country;
}

void PhonePlans::need(CodeNumber code) const {
  if (reader_ != nullptr) reader_->need(code);
}

DigitTable PhonePlans::plan(CodeNumber code) const {
  need(code);
  return table(count(2) + code);
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
