/// Regular expressions of a tenant's own text fields, matched in linear time.
/// Depends on: result, limits, text/utf8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "vestibule/result.hpp"

namespace vestibule::profile {

/// Why a pattern was not taken, and where: `what` is a constant text for a finding, `offset` counts bytes.
struct PatternError {
  std::string_view what;
  std::size_t offset = 0;

  friend bool operator==(const PatternError&, const PatternError&) = default;
};

/// A compiled pattern; its own bytes are not needed any more. Immutable, and may be copied and moved.
///
///   pattern     = branch *( "|" branch )
///   branch      = *( "^" / "$" / atom [ quantifier ] )
///   atom        = character / "." / escape / class / "(" pattern ")" / "(?:" pattern ")"
///   quantifier  = "?" / "*" / "+" / "{" n "}" / "{" n ",}" / "{" n "," m "}"
///   class       = "[" [ "^" ] 1*( item / item "-" item ) "]"
///   escape      = \d \D \w \W \s \S  \t \n \v \f \r \0  \xHH \uHHHH \u{H...}  \ before ^ $ \ . * + ? ( ) [ ] { } | /  and in a class -
///
/// A text matches when any part of it does, unless ^ and $ say more: so mean JSON Schema and ECMAScript with the flag u,
/// and every pattern taken here has the same texts there. Characters are code points. What those languages know beyond
/// this is refused: look-around, back references, \b, named groups, lazy quantifiers, \p, flags.
///
/// Limits  512 bytes; groups 16 deep; counts up to 1,000; 1,024 steps once counted repeats are written out
/// Errors  the first one found, from the left
/// Cost    compiling: quadratic in the steps at worst; matching: text x steps at worst, never more, no allocation
/// Source  ECMA-262 22.2 (patterns with the flag u), JSON Schema 2020-12 core 6.4;
///         Thompson, Regular expression search algorithm, CACM 11 (1968)
class Pattern {
 public:
  /// Input: valid UTF-8.
  [[nodiscard]] static Result<Pattern, PatternError> compile(std::string_view pattern);

  /// Input: valid UTF-8.
  [[nodiscard]] bool matches(std::string_view text) const;

  /// How much of limits::pattern_max_steps it takes.
  [[nodiscard]] std::size_t steps() const { return code_.size(); }

 private:
  friend class PatternCompiler;

  enum class Op : std::uint8_t {
    character,  ///< takes the code point `value`
    set,        ///< takes a code point of sets_[value]
    split,      ///< goes on behind itself and at `jump`
    jump,
    text_begin,
    text_end,
    match,
  };
  struct Step {
    Op op;
    std::int16_t jump;    ///< relative to the step itself, so that steps can be moved and copied
    std::uint32_t value;  ///< a code point, or the number of a set
  };
  struct Range {
    char32_t first, last;
  };
  /// Ranges in ascending order that neither touch nor overlap, as a part of ranges_.
  struct Set {
    std::uint16_t begin, end;
  };
  class Threads;

  [[nodiscard]] bool takes(const Step& step, char32_t character) const;

  std::vector<Step> code_;
  std::vector<Range> ranges_;
  std::vector<Set> sets_;
};

}  // namespace vestibule::profile
