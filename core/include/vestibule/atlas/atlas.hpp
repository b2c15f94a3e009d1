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
/// plans (PHON) are packed more tightly than they can be read, so they are had from phones().
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::atlas {

/// The only version this reader takes: an atlas belongs to the release it was built with.
inline constexpr std::uint32_t version = 3;

class PhonePlans;
class PhoneReader;

/// When the phone plans are unpacked, which takes some milliseconds.
enum class Unpack : std::uint8_t {
  at_once,    ///< on opening; then the atlas is constant, and threads may share it
  as_needed,  ///< each plan when it is first asked for, with those before it; for one thread
};

/// A view, but for what it unpacks: the bytes it was opened on must outlive it.
class Atlas {
 public:
  /// Checks the frame: magic, version, every section inside the bytes. What is inside a section its reader checks.
  ///
  /// Errors  atlas.damaged; phone plans that are unpacked later and turn out to be damaged are no plans from then on
  /// Cost    linear in the phone plans, which become 200 KiB
  [[nodiscard]] static Result<Atlas, Code> open(std::string_view bytes, Unpack unpack = Unpack::at_once);

  Atlas(Atlas&&) noexcept;
  Atlas& operator=(Atlas&&) noexcept;
  ~Atlas();

  /// The bytes of a section; "" when the atlas has none of this tag. A view into the bytes it was opened on.
  [[nodiscard]] std::string_view section(std::string_view tag) const;

  /// The phone plans; none when the atlas has no section PHON. They live as long as the atlas, wherever that is moved.
  [[nodiscard]] const PhonePlans& phones() const;

 private:
  explicit Atlas(std::string_view bytes);

  std::string_view bytes_;
  std::unique_ptr<PhoneReader> phones_;
};

/// The phone plans of an atlas; none when there is no atlas (nullptr).
[[nodiscard]] const PhonePlans& phones_of(const Atlas* atlas);

}  // namespace vestibule::atlas
