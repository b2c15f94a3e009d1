/// How addresses are written in every territory: the section "ADDR" of the atlas.
/// Depends on: atlas/bytes, atlas/areas.
///
/// Source  Google's address data (CC BY 4.0), ISO 3166-1 and 3166-2; scripts/build-atlas.d/address.ts writes the layout down.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/atlas/areas.hpp"

namespace vestibule::atlas {

/// The parts of an address, in the order of the bits of a PartSet. In a layout byte 1 + part stands for the part.
enum class Part : std::uint8_t {
  name,
  organization,
  street,  ///< all lines
  dependent_locality,
  locality,
  admin_area,
  postal_code,
  sorting_code,
};

inline constexpr std::size_t part_count = 8;

using PartSet = std::uint8_t;

[[nodiscard]] constexpr PartSet set_of(Part part) { return static_cast<PartSet>(1U << static_cast<unsigned>(part)); }
[[nodiscard]] constexpr bool has(PartSet set, Part part) { return (set & set_of(part)) != 0; }

/// What a territory calls the part on its forms; the words are made elsewhere, from these.
enum class PostalLabel : std::uint8_t { postal, zip, eircode, pin };
enum class AdminAreaLabel : std::uint8_t {
  province,
  state,
  island,
  department,
  parish,
  county,
  oblast,
  emirate,
  area,
  prefecture,
  do_si,
  district,
};
enum class LocalityLabel : std::uint8_t { city, district, post_town, suburb };
enum class DependentLocalityLabel : std::uint8_t { suburb, neighborhood, district, townland, village_township };

/// One territory. Views into the section.
struct AddressFormat {
  std::string_view compact_layout;
  std::string_view compact_latin_layout;  ///< "" when addresses in Latin letters have no other order
  std::string_view postal_pattern;        ///< "" when there are no postal codes; see atlas/pattern.hpp
  std::string_view postal_prefix;         ///< what labels write in front of the code: "L-"
  PartSet required = 0;
  PartSet used = 0;
  PartSet upper = 0;  ///< written in capitals on labels
  PostalLabel postal_label{};
  AdminAreaLabel admin_area_label{};
  LocalityLabel locality_label{};
  DependentLocalityLabel dependent_locality_label{};
  Areas areas;  ///< states, provinces...; empty when the territory has no list of them

  std::string_view names;  ///< of all territories, in the order of their codes
  std::size_t row = 0;     ///< of this one

  /// In English. Cost: linear in `row`; records are judged without it.
  [[nodiscard]] std::string_view name() const;

  /// The lines of a label: bytes 1 to 8 are parts, "\n" ends a line, everything else is written as it is.
  [[nodiscard]] std::string layout(bool latin) const;
};

class AddressFormats {
 public:
  AddressFormats() = default;
  /// A view: `section` stays where it is. A section of another version, or a damaged one, has no territories.
  explicit AddressFormats(std::string_view section);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }

  /// By two capital letters. "ZZ" is the format of places that are not listed. Cost: constant and a walk over the tables.
  [[nodiscard]] std::optional<AddressFormat> find(std::string_view code) const;
  /// The code of the territory at `row`, ascending; "" behind the last. Cost: linear in `row`.
  [[nodiscard]] std::string code_at(std::size_t row) const;

  /// An example of a postal code, "" where there are none. Where codes are digits only: 1, 2, 3...
  [[nodiscard]] std::string postal_example(std::string_view code) const;

  /// The English names, in the order of the codes, and the other names people write: each two letters and the name.
  [[nodiscard]] std::string_view names() const { return table(Table::names); }
  [[nodiscard]] std::string_view aliases() const { return table(Table::aliases); }

 private:
  enum class Table : std::uint8_t { layouts, patterns, prefixes, examples, names, aliases, areas };

  [[nodiscard]] std::optional<std::size_t> row_of(std::string_view code) const;
  [[nodiscard]] std::uint8_t cell(std::size_t column, std::size_t row) const;
  [[nodiscard]] std::string_view table(Table which) const;
  [[nodiscard]] std::string_view area_block(std::size_t row) const;

  std::string_view section_;
  std::size_t count_ = 0;
};

}  // namespace vestibule::atlas
