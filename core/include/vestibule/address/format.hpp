/// Postal labels: the parts of an address in the order, with the signs and the capitals of its country.
/// Depends on: atlas/address_formats, checks/postal_code, text.
///
/// Source  Google's address data; the way empty parts and the signs beside them are left out is libaddressinput's.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::address {

/// Texts by Part; the street may have several lines.
struct Parts {
  std::array<std::string_view, atlas::part_count> text;

  [[nodiscard]] std::string_view& operator[](atlas::Part part) { return text[static_cast<std::size_t>(part)]; }
  [[nodiscard]] std::string_view operator[](atlas::Part part) const { return text[static_cast<std::size_t>(part)]; }
};

enum class Script : std::uint8_t {
  as_typed,  ///< Latin when no part has letters of another script
  local,
  latin,  ///< areas are named in Latin letters where the atlas knows how
};

struct LabelOptions {
  Script script = Script::as_typed;
  bool country_line = false;  ///< the country's name in capitals, last: for mail from abroad
  bool capitals = true;       ///< as the country's post asks for; false leaves the parts as they are
};

/// The label, lines joined by "\n". A territory that is not known is written like "ZZ", name to city in that order. Unlike
/// libaddressinput's a label never lacks a city that was given, even where forms of the country do not ask for one.
///
/// Input  valid UTF-8; `country` is an alpha-2 code
/// Cost   linear
[[nodiscard]] std::string format_label(const atlas::AddressFormats& formats, std::string_view country,
                                       const Parts& parts, const LabelOptions& options);

/// The same on one line: joined by a comma, by a space in Thai and Korean, by nothing in Chinese and Japanese.
[[nodiscard]] std::string format_line(const atlas::AddressFormats& formats, std::string_view country,
                                      const Parts& parts, const LabelOptions& options);

}  // namespace vestibule::address
