// The section PHON as the atlas has it, and how it becomes what atlas/phone_plans.hpp wants: all but the tables of the calling
// codes at once, those when they are asked for. Depends on: table_reader, record_writer, atlas/phone_plans.
//
//   head     u16: calling codes, regions, rules, bytes of strings, parts, nodes
//   strings  texts with a 0 behind each
//   codes    columns of u8: step from the code before, main region, number of formats, number of other regions
//   regions  columns of u8: first letter, second letter, rule of national prefixes, rule of prefixes abroad, string
//   formats  8 bytes each
//   others   u8: the regions of each code besides its main one
//   order    u8: how many codes' tables come first, and the numbers of those codes; the others follow in their own order
//   tables   bits (bit_reader, table_reader): of each code the rules of its regions, as far as those before had not the same
//            or later ones, its plan, and that of its formats where it has any
//
// Every bit is read by those before it, so that a plan takes all that stand before it; most visitors need one of the first.
//
// Source  scripts/build-atlas.d/phone.ts
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "table_reader.hpp"
#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::atlas {

class PhoneReader {
 public:
  // The packed section must outlive it. nullptr when that is none.
  // Cost  linear in what it becomes, which has at most 1 MiB
  [[nodiscard]] static std::unique_ptr<PhoneReader> open(std::string_view packed);
  ~PhoneReader();
  PhoneReader(const PhoneReader&) = delete;
  PhoneReader& operator=(const PhoneReader&) = delete;

  // Of what was read so far; they ask for the rest. Empty once damage was found.
  [[nodiscard]] const PhonePlans& plans() const { return plans_; }

  // Has the tables of a calling code read.
  void need(CodeNumber code) {
    while (place_[code] >= read_ && read_next()) {
    }
  }
  // False when there is damage.
  [[nodiscard]] bool read_all();

 private:
  static constexpr std::size_t most_codes = 255;
  static constexpr std::uint8_t no_place = 255;

  struct Columns;
  struct Tables;

  PhoneReader();
  void read(const Columns& columns);
  void write_codes(const Columns& columns, char* code_room, char* country_room);
  void write_regions(const Columns& columns, char* room);
  void read_order(std::string_view first);
  bool read_next();
  [[nodiscard]] bool read_tables(CodeNumber code);

  // Parts and nodes are there once tables say so.
  std::unique_ptr<char[]> section_;
  PhonePlans plans_;
  std::unique_ptr<Tables> tables_;  // what is left to read, and with what
  std::size_t codes_ = 0, first_plan_ = 0;
  std::size_t read_ = 0;                              // codes whose tables are there
  std::array<CodeNumber, most_codes> order_{};        // in which they are read
  std::array<std::uint8_t, most_codes + 1> place_{};  // in that order, of each code
  std::array<std::uint16_t, most_codes> choices_{};   // the table of formats of each code
  std::array<std::uint8_t, most_codes + 1> rules_{};  // how many rules are read before its plan
};

}  // namespace vestibule::atlas
