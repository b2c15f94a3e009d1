#include "phone_reader.hpp"

#include <algorithm>
#include <numeric>

#include "record_writer.hpp"
#include "vestibule/atlas/bytes.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t head_size = 12;
constexpr std::size_t most_rows = 0x7FFF;  // what a cell of a table can say

// Cuts columns off; what is missing reads as zeros.
struct Cutter {
  std::string_view rest;

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest.substr(0, size);
    rest.remove_prefix(taken.size());
    return taken;
  }
};

std::size_t sum_of(std::string_view column) {
  return std::accumulate(column.begin(), column.end(), std::size_t{0},
                         [](std::size_t sum, char number) { return sum + static_cast<unsigned char>(number); });
}

}  // namespace

// The packed section cut into its columns.
struct PhoneReader::Columns {
  explicit Columns(std::string_view packed);

  std::size_t codes, regions, rules, parts, nodes;
  std::string_view strings;
  std::string_view steps, main_regions, format_counts, other_counts;
  std::array<std::string_view, 5> region_columns;  // first letter, second letter, two rules, string
  std::string_view formats, others, order, tables;
  std::size_t choices = 0;
};

PhoneReader::Columns::Columns(std::string_view packed)
    : codes{read_u16(packed, 0)},
      regions{read_u16(packed, 2)},
      rules{read_u16(packed, 4)},
      parts{read_u16(packed, 8)},
      nodes{read_u16(packed, 10)} {
  Cutter cutter{slice(packed, head_size, packed.size())};
  strings = cutter.take(read_u16(packed, 6));
  for (std::string_view* column : {&steps, &main_regions, &format_counts, &other_counts}) *column = cutter.take(codes);
  for (std::string_view& column : region_columns) column = cutter.take(regions);
  formats = cutter.take(PhonePlans::format_size * sum_of(format_counts));
  others = cutter.take(sum_of(other_counts));
  order = cutter.take(read_u8(cutter.take(1), 0));
  tables = cutter.rest;
  for (std::size_t i = 0; i < codes; ++i) choices += read_u8(format_counts, i) != 0 ? 1U : 0U;
}

struct PhoneReader::Tables {
  Tables(std::string_view packed, const TableStore& room) : bits{packed}, store{room} {}

  BitReader bits;
  TableStore store;
  std::size_t rules_read = 0;
  TableReader rules{bits, store, true};
  TableReader plans{bits, store, true};
  TableReader choices{bits, store, false};
};

PhoneReader::PhoneReader() = default;
PhoneReader::~PhoneReader() = default;

std::unique_ptr<PhoneReader> PhoneReader::open(std::string_view packed) {
  std::unique_ptr<PhoneReader> reader{new PhoneReader};
  const Columns columns{packed};
  const bool fits = columns.codes <= most_codes && columns.regions <= 255 && columns.rules <= 255 &&
                    columns.parts <= most_rows && columns.nodes <= most_rows;
  if (fits)
    reader->read(columns);
  else
    reader.reset();
  return reader;
}

void PhoneReader::read(const Columns& columns) {
  using Plans = PhonePlans;
  codes_ = columns.codes;
  first_plan_ = columns.rules + columns.choices;
  read_order(columns.order);

  const std::array<std::size_t, Plans::part_count> sizes{columns.strings.size(),
                                                         2 * codes_,
                                                         Plans::country_size * codes_,
                                                         Plans::region_size * columns.regions,
                                                         columns.formats.size(),
                                                         columns.others.size(),
                                                         Plans::table_size * (first_plan_ + codes_),
                                                         DigitTable::part_size * columns.parts,
                                                         DigitTable::node_size * columns.nodes};
  const std::size_t size = std::accumulate(sizes.begin(), sizes.end(), Plans::head_size);
  section_.reset(new char[size]);
  std::array<char*, Plans::part_count> rooms{};
  RecordWriter head{section_.get()};
  head.u16(codes_);
  head.u16(columns.regions);
  head.u16(first_plan_);
  std::size_t offset = Plans::head_size;
  for (std::size_t which = 0; which < sizes.size(); ++which) {
    head.u32(offset);
    rooms[which] = section_.get() + offset;
    offset += sizes[which];
  }
  columns.strings.copy(rooms[Plans::strings], columns.strings.size());
  columns.formats.copy(rooms[Plans::formats], columns.formats.size());
  columns.others.copy(rooms[Plans::others], columns.others.size());
  write_codes(columns, rooms[Plans::codes], rooms[Plans::countries]);
  write_regions(columns, rooms[Plans::regions]);
  std::fill_n(rooms[Plans::tables], sizes[Plans::tables], '\0');

  const TableStore room{rooms[Plans::tables], rooms[Plans::parts], rooms[Plans::nodes], columns.parts, columns.nodes};
  tables_ = std::make_unique<Tables>(columns.tables, room);
  plans_ = PhonePlans{{section_.get(), size}, this};
}

void PhoneReader::write_codes(const Columns& columns, char* code_room, char* country_room) {
  RecordWriter list{code_room};
  RecordWriter countries{country_room};
  std::size_t code = 0;
  std::size_t formats = 0;
  std::size_t others = 0;
  std::size_t choice = columns.rules;
  for (std::size_t i = 0; i < columns.codes; ++i) {
    code += read_u8(columns.steps, i);
    list.u16(code);
    const std::size_t own_formats = read_u8(columns.format_counts, i);
    const std::size_t own_others = read_u8(columns.other_counts, i);
    countries.u16(formats);
    countries.u16(others);
    choices_[i] = static_cast<std::uint16_t>(own_formats == 0 ? PhonePlans::no_table : choice++);
    countries.u16(choices_[i]);
    countries.u8(own_formats);
    countries.u8(own_others);
    countries.u8(read_u8(columns.main_regions, i));
    formats += own_formats;
    others += own_others;
  }
}

void PhoneReader::write_regions(const Columns& columns, char* room) {
  // From the lists of the codes; number 0 is no region.
  std::array<std::uint8_t, most_codes + 1> code_of_region{};
  for (std::size_t i = 0, other = 0; i < columns.codes; ++i) {
    const auto belongs = [&](std::size_t region) {
      if (region != 0) code_of_region[region] = static_cast<std::uint8_t>(i);
    };
    belongs(read_u8(columns.main_regions, i));
    for (std::size_t left = read_u8(columns.other_counts, i); left > 0; --left) {
      belongs(read_u8(columns.others, other++));
    }
  }
  RecordWriter rows{room};
  const auto& [first_letters, second_letters, national_rules, abroad_rules, literals] = columns.region_columns;
  for (std::size_t i = 0; i < columns.regions; ++i) {
    rows.u8(read_u8(first_letters, i));
    rows.u8(read_u8(second_letters, i));
    rows.u8(code_of_region[i]);
    for (const std::string_view column : {national_rules, abroad_rules, literals}) rows.u8(read_u8(column, i));
    // Rules are counted from 1; a damaged section may ask for more than it has.
    const std::uint32_t last = std::max(read_u8(national_rules, i), read_u8(abroad_rules, i));
    std::uint8_t& wanted = rules_[code_of_region[i]];
    wanted = static_cast<std::uint8_t>(std::max<std::size_t>(wanted, std::min<std::size_t>(last, columns.rules)));
  }
}

// A code comes once, wherever it stands in a list that is damaged.
void PhoneReader::read_order(std::string_view first) {
  place_.fill(no_place);
  std::uint8_t next = 0;
  const auto take = [&](std::size_t code) {
    if (code >= codes_ || place_[code] != no_place) return;
    order_[next] = static_cast<CodeNumber>(code);
    place_[code] = next++;
  };
  for (const char code : first) take(static_cast<unsigned char>(code));
  for (std::size_t code = 0; code < codes_; ++code) take(code);
}

bool PhoneReader::read_next() {
  if (tables_ == nullptr) return false;
  if (read_ < codes_) {
    if (!read_tables(order_[read_])) {
      plans_ = PhonePlans{};
      tables_.reset();
      return false;
    }
    ++read_;
  }
  if (read_ == codes_) {
    plans_ = PhonePlans{plans_.section()};
    tables_.reset();
  }
  return true;
}

bool PhoneReader::read_tables(CodeNumber code) {
  for (std::size_t& rule = tables_->rules_read; rule < rules_[code]; ++rule) {
    if (!tables_->rules.read(rule)) return false;
  }
  const std::size_t choice = choices_[code];
  return tables_->plans.read(first_plan_ + code) && (choice == PhonePlans::no_table || tables_->choices.read(choice));
}

bool PhoneReader::read_all() {
  while (read_next()) {
  }
  return plans_.loaded();
}

}  // namespace vestibule::atlas
