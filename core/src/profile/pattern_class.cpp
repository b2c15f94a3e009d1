// The characters of a pattern: escapes and classes.
#include <algorithm>
#include <utility>

#include "pattern_compiler.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::profile {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;

// Sorts the ranges and joins those that touch or overlap.
template <class Ranges>
void normalise(Ranges& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const auto range : ranges) {
    if (kept > 0 && range.first <= ranges[kept - 1].last + 1) {
      ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

// Appends what is outside of `ranges`, which are in order and apart.
template <class Ranges>
void append_others(Ranges& out, const Ranges& ranges) {
  char32_t next = 0;
  for (const auto& range : ranges) {
    if (range.first > next) out.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= last_code_point) out.push_back({next, last_code_point});
}

}  // namespace

bool PatternCompiler::emit_set(std::vector<Range> ranges, bool negated, std::size_t offset) {
  normalise(ranges);
  if (negated) {
    std::vector<Range> others;
    append_others(others, ranges);
    ranges = std::move(others);
  }
  const auto begin = static_cast<std::uint16_t>(pattern_.ranges_.size());
  pattern_.ranges_.insert(pattern_.ranges_.end(), ranges.begin(), ranges.end());
  pattern_.sets_.push_back({begin, static_cast<std::uint16_t>(pattern_.ranges_.size())});
  return emit(Op::set, static_cast<std::uint32_t>(pattern_.sets_.size() - 1), offset);
}

// What stands between "[" and "]"; the first is behind us.
bool PatternCompiler::class_items(std::size_t offset) {
  const bool negated = take_if('^');
  std::vector<Range> ranges;
  if (next_is(']')) return fail("this class is empty", offset);
  while (!take_if(']')) {
    if (!more()) return fail("this class is not closed", offset);
    const std::size_t item = at_;
    bool single = false;
    if (!class_item(ranges, single)) return false;
    if (!next_is('-') || source_.substr(at_).starts_with("-]")) continue;
    ++at_;
    if (!more()) return fail("this class is not closed", offset);
    std::vector<Range> last;
    bool last_single = false;
    if (!class_item(last, last_single)) return false;
    if (!single || !last_single) return fail("a range goes from one character to another", item);
    if (ranges.back().first > last[0].first) return fail("this range goes backwards", item);
    ranges.back().last = last[0].first;
  }
  return emit_set(std::move(ranges), negated, offset);
}

bool PatternCompiler::class_item(std::vector<Range>& ranges, bool& single) {
  const char32_t c = take_character();
  if (c == '\\') return escape(ranges, true, single);
  ranges.push_back({c, c});
  single = true;
  return true;
}

// What follows a backslash; it is behind us. `single` says that it is one character, not a set of them.
bool PatternCompiler::escape(std::vector<Range>& ranges, bool in_class, bool& single) {
  const std::size_t offset = at_ - 1;
  if (!more()) return fail("a backslash stands before something", offset);
  const char32_t c = take_character();
  std::vector<Range> set;
  char32_t character = c;
  switch (c) {
    case 'd':
    case 'D': set = {{'0', '9'}}; break;
    case 'w':
    case 'W': set = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}; break;
    case 's':
    case 'S':  // ECMA-262 WhiteSpace and LineTerminator
      set = {{'\t', '\r'},     {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
             {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
      break;
    case 't': character = '\t'; break;
    case 'n': character = '\n'; break;
    case 'v': character = '\v'; break;
    case 'f': character = '\f'; break;
    case 'r': character = '\r'; break;
    case '0':
      if (more() && text::is_digit(source_[at_])) return fail("write this character as \\x and two digits", offset);
      character = 0;
      break;
    case 'x':
      if (!code_point_escape(2, offset, character)) return false;
      break;
    case 'u':
      if (!code_point_escape(4, offset, character)) return false;
      break;
    default: {
      constexpr std::string_view themselves = "^$\\.*+?()[]{}|/";
      const bool itself =
          c < 0x80 && (themselves.find(static_cast<char>(c)) != std::string_view::npos || (in_class && c == '-'));
      if (!itself) return fail("this escape is not known", offset);
    }
  }
  single = set.empty();
  if (single) {
    ranges.push_back({character, character});
  } else if (c < 'a') {  // \D, \W, \S: all others
    append_others(ranges, set);
  } else {
    ranges.insert(ranges.end(), set.begin(), set.end());
  }
  return true;
}

// \x41, \u0041 or \u{41}; what stands before the digits is behind us.
bool PatternCompiler::code_point_escape(std::size_t digits, std::size_t offset, char32_t& code_point) {
  const bool braces = digits == 4 && take_if('{');
  const std::size_t begin = at_;
  code_point = 0;
  while (more() && (braces || at_ - begin < digits)) {
    const int value = text::hex_value(source_[at_]);
    if (value < 0) break;
    ++at_;
    code_point = code_point * 16 + static_cast<char32_t>(value);
    if (code_point > last_code_point) return fail("no character has this number", offset);
  }
  const std::size_t read = at_ - begin;
  if (braces ? read == 0 || !take_if('}') : read != digits) return fail("hexadecimal digits are missing", offset);
  if (code_point >= 0xD800 && code_point <= 0xDFFF) return fail("no character has this number", offset);
  return true;
}

}  // namespace vestibule::profile
