#include "phone_reader.hpp"

#include <array>
#include <cstddef>

#include "record_writer.hpp"
#include "table_reader.hpp"
#include "vestibule/atlas/bytes.hpp"
#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t head_size = 8;

// Cuts columns off; what is missing reads as zeros.
struct Columns {
  std::string_view rest;

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest.substr(0, size);
    rest.remove_prefix(taken.size());
    return taken;
  }
};

bool read_tables(TableReader&& reader, std::size_t count) {
  for (; count > 0; --count) {
    if (!reader.read()) return false;
  }
  return true;
}

}  // namespace

std::string read_phone_section(std::string_view packed) {
  const std::size_t codes = read_u16(packed, 0);
  const std::size_t regions = read_u16(packed, 2);
  const std::size_t rules = read_u16(packed, 4);
  if (codes > 255 || regions > 255 || rules > 255) return {};
  Columns columns{slice(packed, head_size, packed.size())};
  const std::string_view strings = columns.take(read_u16(packed, 6));
  const std::string_view steps = columns.take(codes);
  const std::string_view main_regions = columns.take(codes);
  const std::string_view format_counts = columns.take(codes);
  const std::string_view other_counts = columns.take(codes);
  const std::string_view first_letters = columns.take(regions);
  const std::string_view second_letters = columns.take(regions);
  const std::string_view national_rules = columns.take(regions);
  const std::string_view abroad_rules = columns.take(regions);
  const std::string_view literals = columns.take(regions);

  std::string code_list;
  std::string countries;
  std::size_t code = 0;
  std::size_t formats = 0;
  std::size_t others = 0;
  std::size_t choices = 0;
  for (std::size_t i = 0; i < codes; ++i) {
    code += read_u8(steps, i);
    append_u16(code_list, code);
    const std::size_t own_formats = read_u8(format_counts, i);
    const std::size_t own_others = read_u8(other_counts, i);
    append_u16(countries, formats);
    append_u16(countries, others);
    append_u16(countries, own_formats == 0 ? PhonePlans::no_table : rules + choices++);
    append_u8(countries, own_formats);
    append_u8(countries, own_others);
    append_u8(countries, read_u8(main_regions, i));
    formats += own_formats;
    others += own_others;
  }
  const std::string_view format_rows = columns.take(PhonePlans::format_size * formats);
  const std::string_view other_regions = columns.take(others);

  // From the lists of the codes; number 0 is no region.
  std::string code_of_region(regions, '\0');
  for (std::size_t i = 0, other = 0; i < codes; ++i) {
    const auto belongs = [&](std::size_t region) {
      if (region != 0 && region < regions) code_of_region[region] = static_cast<char>(i);
    };
    belongs(read_u8(main_regions, i));
    for (std::size_t left = read_u8(other_counts, i); left > 0; --left) belongs(read_u8(other_regions, other++));
  }
  std::string region_rows;
  for (std::size_t i = 0; i < regions; ++i) {
    for (const std::string_view column :
         {first_letters, second_letters, std::string_view{code_of_region}, national_rules, abroad_rules, literals}) {
      append_u8(region_rows, read_u8(column, i));
    }
  }

  BitReader bits{columns.rest};
  TableStore store;
  const bool whole = read_tables({bits, store, true}, rules) && read_tables({bits, store, false}, choices) &&
                     read_tables({bits, store, true}, codes);
  if (!whole) return {};

  const std::array<std::string_view, PhonePlans::part_count> parts{
      strings, code_list, countries, region_rows, format_rows, other_regions, store.tables, store.parts, store.nodes};
  std::string section;
  append_u16(section, codes);
  append_u16(section, regions);
  append_u16(section, rules + choices);
  std::size_t offset = PhonePlans::head_size;
  for (const std::string_view part : parts) {
    append_u32(section, offset);
    offset += part.size();
  }
  for (const std::string_view part : parts) section += part;
  return section;
}

}  // namespace vestibule::atlas
