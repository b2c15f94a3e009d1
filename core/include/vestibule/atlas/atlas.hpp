/// The atlas: facts about countries, domains and characters as one compact binary, apart from the code that reads it.
/// A browser loads it after the page is usable, a native program links it in; every rule works without it, by structure.
/// Depends on: result, code.
///
///   0        4            8           12                       12 + 12n
///   | "VATL" | version: u32 | n: u32    | n entries of 12 bytes  | sections, each at a multiple of 4 |
///
///   entry    | tag: 4 characters | offset: u32 | size: u32 |   little-endian, offsets from the start, tags ascending
///
/// Built by scripts/build-atlas from core/data/atlas; the layout of a section stands in the header of its reader. The phone
/// plans are packed more tightly than they can be read, and are unpacked once, on opening.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::atlas {

/// The only version this reader takes: an atlas belongs to the release it was built with.
inline constexpr std::uint32_t version = 2;

/// A view, but for what it unpacked: the bytes it was opened on must outlive it.
class Atlas {
 public:
  /// Checks the frame: magic, version, every section inside the bytes. What is inside a section its reader checks.
  ///
  /// Errors  atlas.damaged
  /// Cost    linear in the phone plans, which become 200 KiB
  [[nodiscard]] static Result<Atlas, Code> open(std::string_view bytes);

  /// The bytes of a section as its reader wants them; "" when the atlas has none of this tag. A view into the atlas.
  [[nodiscard]] std::string_view section(std::string_view tag) const;

  friend bool operator==(const Atlas&, const Atlas&) = default;

 private:
  explicit Atlas(std::string_view bytes) : bytes_{bytes} {}
  [[nodiscard]] std::string_view packed_section(std::string_view tag) const;

  std::string_view bytes_;
  std::string phone_;  // the section PHON, unpacked
};

}  // namespace vestibule::atlas
