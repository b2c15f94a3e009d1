#include "vestibule/atlas/address_formats.hpp"

#include <bit>

#include "vestibule/atlas/bytes.hpp"
#include "vestibule/atlas/texts.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t table_count = 7;
constexpr std::size_t tables_offset = 2;
constexpr std::size_t bitmap_offset = tables_offset + 2 * table_count;
constexpr std::size_t bitmap_size = 85;
constexpr std::size_t columns_offset = bitmap_offset + bitmap_size;
constexpr std::size_t letters = 26;

enum Column : std::uint8_t { layout, latin_layout, required, upper, first_labels, second_labels, pattern, prefix };

// A byte 14 or 15 stands for how most labels begin.
constexpr std::string_view name_first = "\1\n\2\n\3\n";
constexpr std::string_view organization_first = "\2\n\1\n\3\n";

constexpr PartSet parts_in(std::string_view compact_layout) {
  PartSet set = 0;
  for (const char c : compact_layout) {
    if (c == '\x0E' || c == '\x0F') set |= 7;  // name, organisation and street
    if (c >= 1 && c <= static_cast<char>(part_count)) set |= static_cast<PartSet>(1U << (c - 1));
  }
  return set;
}

}  // namespace

std::string AddressFormat::layout(bool latin) const {
  const std::string_view compact = latin && !compact_latin_layout.empty() ? compact_latin_layout : compact_layout;
  std::string whole;
  for (const char c : compact) {
    if (c == '\x0E') {
      whole.append(name_first);
    } else if (c == '\x0F') {
      whole.append(organization_first);
    } else {
      whole.push_back(c);
    }
  }
  return whole;
}

std::string_view AddressFormat::name() const { return if_utf8(text_at(names, row)); }

AddressFormats::AddressFormats(std::string_view section) {
  if (read_u8(section, 0) != version || section.size() < columns_offset) return;
  section_ = section;
  count_ = read_u8(section, 1);
}

std::string_view AddressFormats::table(Table which) const {
  const auto index = static_cast<std::size_t>(which);
  const std::size_t begin = read_u16(section_, tables_offset + 2 * index);
  const std::size_t end = index + 1 < table_count ? read_u16(section_, tables_offset + 2 * index + 2) : section_.size();
  return begin < end ? slice(section_, begin, end - begin) : std::string_view{};
}

std::uint8_t AddressFormats::cell(std::size_t column, std::size_t row) const {
  return static_cast<std::uint8_t>(read_u8(section_, columns_offset + column * count_ + row));
}

std::optional<std::size_t> AddressFormats::row_of(std::string_view code) const {
  if (empty() || code.size() != 2 || !text::is_upper(code[0]) || !text::is_upper(code[1])) return std::nullopt;
  const std::size_t bit = static_cast<std::size_t>(code[0] - 'A') * letters + static_cast<std::size_t>(code[1] - 'A');
  const auto bits = [&](std::size_t at) -> unsigned { return read_u8(section_, bitmap_offset + at); };
  if ((bits(bit / 8) >> (bit % 8) & 1) == 0) return std::nullopt;
  std::size_t row = 0;
  for (std::size_t at = 0; at <= bit / 8; ++at) {
    unsigned set = bits(at);
    if (at == bit / 8) set &= (1U << (bit % 8)) - 1;
    row += static_cast<std::size_t>(std::popcount(set));
  }
  return row < count_ ? std::optional{row} : std::nullopt;
}

std::string AddressFormats::code_at(std::size_t row) const {
  for (std::size_t bit = 0; !empty() && bit < letters * letters; ++bit) {
    if ((read_u8(section_, bitmap_offset + bit / 8) >> (bit % 8) & 1) == 0) continue;
    if (row-- == 0) return {static_cast<char>('A' + bit / letters), static_cast<char>('A' + bit % letters)};
  }
  return {};
}

std::string_view AddressFormats::area_block(std::size_t row) const {
  const std::string_view all = table(Table::areas);
  const std::size_t blocks = read_u8(all, 0);
  // The rows ascend.
  std::size_t low = 0;
  for (std::size_t high = blocks; low < high;) {
    const std::size_t middle = (low + high) / 2;
    if (read_u8(all, 1 + 3 * middle) < row) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == blocks || read_u8(all, 1 + 3 * low) != row) return {};
  const std::size_t begin = read_u16(all, 2 + 3 * low);
  const std::size_t end = low + 1 < blocks ? read_u16(all, 5 + 3 * low) : all.size();
  return begin < end ? slice(all, begin, end - begin) : std::string_view{};
}

std::optional<AddressFormat> AddressFormats::find(std::string_view code) const {
  const auto found = row_of(code);
  if (!found) return std::nullopt;
  const std::size_t row = *found;
  AddressFormat format;
  format.compact_layout = if_utf8(text_at(table(Table::layouts), cell(Column::layout, row)));
  format.compact_latin_layout = if_utf8(text_at(table(Table::layouts), cell(Column::latin_layout, row)));
  format.names = table(Table::names);
  format.row = row;
  format.postal_pattern = text_at(table(Table::patterns), cell(Column::pattern, row));
  format.postal_prefix = if_utf8(text_at(table(Table::prefixes), cell(Column::prefix, row)));
  format.required = cell(Column::required, row);
  format.upper = cell(Column::upper, row);
  format.used = parts_in(format.compact_layout);
  const unsigned first = cell(Column::first_labels, row);
  const unsigned second = cell(Column::second_labels, row);
  format.postal_label = static_cast<PostalLabel>(first & 3);
  format.admin_area_label = static_cast<AdminAreaLabel>(first >> 2 > 11 ? 0 : first >> 2);
  format.locality_label = static_cast<LocalityLabel>(second & 3);
  format.dependent_locality_label = static_cast<DependentLocalityLabel>(second >> 2 > 4 ? 0 : second >> 2);
  format.areas = Areas{area_block(row)};
  return format;
}

std::string AddressFormats::postal_example(std::string_view code) const {
  const auto row = row_of(code);
  if (!row) return {};
  const std::string_view given = if_utf8(text_at(table(Table::examples), *row));
  if (!given.empty()) return std::string{given};
  std::string_view pattern = text_at(table(Table::patterns), cell(Column::pattern, *row));
  pattern = if_utf8(pattern.substr(0, pattern.find('|')));
  std::string example;
  char digit = '1';
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char next = i + 1 < pattern.size() ? pattern[i + 1] : ' ';
    if (pattern[i] == '?' || pattern[i] == '!') continue;
    if (next == '?') continue;
    if (pattern[i] != '#') {
      example.push_back(pattern[i]);
    } else {
      example.push_back(digit);
      digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    }
  }
  return example;
}

}  // namespace vestibule::atlas
