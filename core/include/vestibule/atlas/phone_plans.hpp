/// The atlas's section PHON: which phone numbers exist, how they are dialled, and how they are written.
/// Depends on: atlas/bytes, atlas/digit_table.
///
///   head       u16: calling codes, regions, number of the first plan among the tables | u32: offsets of the parts below
///   strings    texts with a 0 behind each; bytes 1 to 5 stand for groups, 6 for the national prefix, 7 for the first group
///   codes      u16 each, ascending
///   countries  a row for each code: u16: first format, first of the other regions, table of formats to try (0xFFFF: none; its
///              values are the numbers of formats) | u8: number of formats, of other regions; main region
///   regions    a row each, by their ISO 3166-1 code ascending: two letters, number of the calling code, rule of national
///              prefixes, rule of prefixes abroad, string: u8 each; number 0 is no region ("00")
///   formats    8 bytes: 5 groups (high 4 bits least digits, low 4 bits most), strings: national, international ("": not for
///              calls from abroad), prefix rule (0x80: it may be left out)
///   others     u8: regions of a code besides the main one
///   tables     u16: root, first part, number of parts, first node | u32: lengths (atlas/digit_table). Rules, whose numbers
///              begin with 1, then formats to try, then the plan of each code: value number of the region among those of the
///              code, extra type
///   parts, nodes   of all tables
///
/// This is what the section becomes once it is unpacked; the file has it packed (core/src/atlas/phone_reader.hpp).
///
/// Source  libphonenumber's metadata, core/data/atlas/phone-metadata.json; built by scripts/build-atlas.d/phone.ts
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "vestibule/atlas/digit_table.hpp"

namespace vestibule::atlas {

using CodeNumber = std::uint8_t;    ///< a calling code, by its place
using RegionNumber = std::uint8_t;  ///< a region, by its place; 0: none

/// What a rule of prefixes says to do (DigitOutcome::extra) with a number as it was dialled.
enum class PrefixAction : std::uint8_t {
  strip,        ///< drop `value` digits
  prepend,      ///< put string `value` before them
  move_mobile,  ///< Argentina: the 15 that ends at `value` becomes a 9 at the front
};

struct PhoneFormat {
  struct Group {
    std::size_t least = 0, most = 0;
  };
  std::array<Group, 5> groups{};
  std::string_view national, international;
  std::string_view prefix_rule;  ///< what stands for the first group of a national number; "" = the group itself
  bool prefix_optional = false;  ///< the national prefix may be left out
};

class PhoneReader;

/// A view over the section; each answer is bounded by its bytes. What an atlas gives may have the tables of its calling codes
/// unpacked when they are first asked for (atlas/atlas.hpp, Unpack).
class PhonePlans {
 public:
  /// No plans.
  constexpr PhonePlans() = default;
  /// `reader` reads what is missing in the section; nullptr: nothing is. An empty section is no plans.
  explicit PhonePlans(std::string_view section, PhoneReader* reader = nullptr);

  [[nodiscard]] bool loaded() const { return !section_.empty(); }
  [[nodiscard]] std::string_view section() const { return section_; }

  struct Code {
    CodeNumber number = 0;
    std::size_t digits = 0;  ///< how many of the digits it took
  };
  /// The calling code that begins `digits`.
  [[nodiscard]] std::optional<Code> code_of(std::string_view digits) const;
  [[nodiscard]] std::uint32_t calling_code(CodeNumber code) const;
  [[nodiscard]] RegionNumber main_region(CodeNumber code) const;

  /// By its alpha-2 code; 0: not known.
  [[nodiscard]] RegionNumber region(std::string_view alpha2) const;
  /// Two letters; "00" for number 0.
  [[nodiscard]] std::array<char, 2> name(RegionNumber region) const;
  [[nodiscard]] CodeNumber code_of_region(RegionNumber region) const;
  [[nodiscard]] DigitTable national_prefixes(RegionNumber region) const;
  [[nodiscard]] DigitTable prefixes_abroad(RegionNumber region) const;
  [[nodiscard]] std::string_view national_prefix(RegionNumber region) const;
  [[nodiscard]] std::string_view string(std::uint32_t number) const;

  struct Country {
    std::string_view formats, other_regions;
    DigitTable choice, plan;
  };
  [[nodiscard]] Country country(CodeNumber code) const;
  /// Of all that, the plan alone.
  [[nodiscard]] DigitTable plan(CodeNumber code) const;
  [[nodiscard]] std::size_t format_count(const Country& country) const { return country.formats.size() / format_size; }
  [[nodiscard]] PhoneFormat format(const Country& country, std::size_t number) const;
  /// Bit n is set when format n may be that of a number that begins with `digits`; of several that fit the first one is.
  [[nodiscard]] std::uint32_t formats_of(const Country& country, std::string_view digits) const {
    return country.formats.empty() ? 0 : country.choice.reachable(digits);
  }

  /// For who writes the section.
  enum Part : std::size_t { strings, codes, countries, regions, formats, others, tables, parts, nodes };
  static constexpr std::size_t part_count = 9;
  static constexpr std::size_t head_size = 6 + 4 * part_count;
  static constexpr std::size_t country_size = 9;
  static constexpr std::size_t region_size = 6;
  static constexpr std::size_t format_size = 8;
  static constexpr std::size_t table_size = 12;
  static constexpr std::size_t no_table = 0xFFFF;

 private:
  enum Column : std::size_t { letters, code_number = 2, national_rule, abroad_rule, literal };

  [[nodiscard]] std::size_t count(std::size_t which) const { return read_u16(section_, 2 * which); }
  [[nodiscard]] std::string_view part(Part which) const { return parts_[which]; }
  [[nodiscard]] std::uint32_t column(std::size_t which, RegionNumber region) const;
  void need(CodeNumber code) const;
  [[nodiscard]] DigitTable rule(std::uint32_t number) const;
  [[nodiscard]] DigitTable table(std::size_t number) const;

  std::string_view section_;
  PhoneReader* reader_ = nullptr;
  std::array<std::string_view, part_count> parts_{};
};

}  // namespace vestibule::atlas
