/// The atlas's section PHON: which phone numbers exist, how they are dialled, and how they are written.
/// Depends on: atlas/bytes, atlas/digit_table.
///
///   head       counts of calling codes, regions, rules: u16 each | offsets of the nine parts below: u16 each
///   masks      255 sets of digits: low bytes, high bytes
///   strings    texts with a 0 behind each; bytes 1 to 5 stand for groups, 6 for the national prefix, 7 for the first group
///   codes      calling codes ascending: low bytes, high bytes; main region: u8
///   names      regions by their ISO 3166-1 code ascending: first letters, second letters; number 0 is no region ("001")
///   columns    of regions: number of the calling code, rule of national prefixes, rule of prefixes abroad, string
///   rules      offsets: low bytes, high bytes | tables; rule 0 is no rule
///   countries  offsets: low bytes, high bytes | for each calling code
///                n: u8, n formats of 8 bytes: 5 groups (high 4 bits least digits, low 4 bits most), strings: national,
///                international ("": not for calls from abroad), prefix rule (0x80: it may be left out)
///                m: u8, m regions besides the main one
///                if n > 0, size: u16 and the table of formats to try: values are the numbers of formats
///                the table of the plan: value number of the region among those of the code, extra type
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

/// A view over the section; each answer is bounded by its bytes.
class PhonePlans {
 public:
  /// `section` may be empty: then nothing is loaded.
  explicit PhonePlans(std::string_view section) : section_{section} {}

  [[nodiscard]] bool loaded() const { return !section_.empty(); }

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
  [[nodiscard]] std::size_t format_count(const Country& country) const { return country.formats.size() / format_size; }
  [[nodiscard]] PhoneFormat format(const Country& country, std::size_t number) const;
  /// Bit n is set when format n may be that of a number that begins with `digits`; of several that fit the first one is.
  [[nodiscard]] std::uint32_t formats_of(const Country& country, std::string_view digits) const {
    return country.formats.empty() ? 0 : country.choice.reachable(digits);
  }

 private:
  static constexpr std::size_t format_size = 8;
  enum Part : std::size_t { masks, strings, codes, names, columns, rule_offsets, rules, country_offsets, countries };

  [[nodiscard]] std::size_t count(std::size_t which) const { return read_u16(section_, 2 * which); }
  [[nodiscard]] std::string_view part(Part which) const;
  [[nodiscard]] std::uint32_t column(std::size_t which, RegionNumber region) const;
  [[nodiscard]] DigitTable rule(std::uint32_t number) const;

  std::string_view section_;
};

}  // namespace vestibule::atlas
