#include "vestibule/atlas/areas.hpp"

#include <algorithm>
#include <array>

#include "area_key.hpp"
#include "vestibule/atlas/bytes.hpp"
#include "vestibule/atlas/pattern.hpp"
#include "vestibule/atlas/texts.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t header_size = 3;

enum Flag : std::uint8_t { codes = 1, latin = 4, iso = 8, runs = 32, patterns = 64 };

// Between a name and what else people write for it.
constexpr char separator = '|';

// LEB128, at most three bytes; what is damaged reads as some number and ends all the same.
std::size_t take_number(std::string_view& bytes) {
  std::size_t value = 0;
  for (unsigned shift = 0; shift < 21 && !bytes.empty(); shift += 7) {
    const std::size_t byte = read_u8(bytes, 0);
    bytes.remove_prefix(1);
    value |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  return value;
}

constexpr std::size_t most_digits = 5;
constexpr std::array<std::size_t, most_digits + 1> powers{1, 10, 100, 1'000, 10'000, 100'000};

// Whether the leading digits of `bare` lie in one of the runs; true when it is too short to tell.
bool in_runs(std::string_view bytes, std::size_t index, std::string_view bare) {
  std::size_t end = 0;
  for (std::size_t area = 0; area <= index; ++area) {
    const std::size_t count = read_u8(bytes, 0);
    if (!bytes.empty()) bytes.remove_prefix(1);
    bool known = false;
    for (std::size_t i = 0; i < count && !bytes.empty(); ++i) {
      const std::size_t moved = take_number(bytes);
      const std::size_t shape = read_u8(bytes, 0);
      if (!bytes.empty()) bytes.remove_prefix(1);
      const std::size_t depth = std::min<std::size_t>((shape & 7) + 1, most_digits);
      const std::size_t scale = powers[most_digits - depth];
      const std::size_t from = end / scale;
      const std::size_t back = moved / 2 + 1;
      const std::size_t first = moved % 2 == 0 ? from + moved / 2 : (back > from ? 0 : from - back);
      const std::size_t after = first + (shape >> 3) + 1;
      end = after * scale;
      if (area != index) continue;
      known = true;
      if (bare.size() < depth) return true;
      std::size_t number = 0;
      for (std::size_t d = 0; d < depth; ++d) {
        if (!text::is_digit(bare[d])) return true;
        number = number * 10 + static_cast<std::size_t>(bare[d] - '0');
      }
      if (number >= first && number < after) return true;
    }
    if (area == index) return !known;
  }
  return true;
}

}  // namespace

Areas::Areas(std::string_view block) {
  if (block.size() < header_size) return;
  count_ = read_u8(block, 0);
  flags_ = read_u8(block, 1);
  window_ = read_u8(block, 2);
  columns_ = block.substr(header_size);
}

std::string_view Areas::column(Column which) const {
  constexpr std::array<unsigned, 4> present{0, Flag::codes, Flag::latin, Flag::iso};
  const auto wanted = static_cast<std::size_t>(which);
  const unsigned flag = wanted < present.size() ? present[wanted] : Flag::runs | Flag::patterns;
  if (wanted > 0 && (flags_ & flag) == 0) return {};
  std::string_view rest = columns_;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (i > 0 && (flags_ & present[i]) == 0) continue;
    for (std::size_t area = 0; area < count_; ++area) static_cast<void>(take_text(rest));
  }
  return rest;
}

std::string Areas::decoded(std::string_view text) const {
  if (window_ == 0) return std::string{if_utf8(text)};
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    text::append_utf8(name, byte < 128 ? char32_t{byte} : static_cast<char32_t>(window_ * 128 + byte - 128U));
  }
  return name;
}

std::string Areas::latin_from(std::string_view encoded, std::string_view encoded_name) const {
  encoded = if_utf8(encoded);
  if (!encoded.starts_with('\x01')) return std::string{encoded};
  return text::without_accents(decoded(encoded_name.substr(0, encoded_name.find(separator)))).append(encoded.substr(1));
}

std::string Areas::name(std::size_t index) const {
  const std::string_view all = text_at(column(Column::names), index);
  return index < count_ ? decoded(all.substr(0, all.find(separator))) : std::string{};
}

std::string Areas::latin(std::size_t index) const {
  if (index >= count_ || (flags_ & Flag::latin) == 0) return {};
  return latin_from(text_at(column(Column::latin), index), text_at(column(Column::names), index));
}

std::string_view Areas::code(std::size_t index) const {
  return index < count_ && (flags_ & Flag::codes) != 0 ? if_utf8(text_at(column(Column::codes), index))
                                                       : std::string_view{};
}

std::string Areas::label(std::size_t index, bool latin_letters) const {
  if (codes_on_labels() && !code(index).empty()) return std::string{code(index)};
  std::string other = latin_letters ? latin(index) : std::string{};
  return other.empty() ? name(index) : other;
}

std::string Areas::iso(std::size_t index) const {
  if (index >= count_) return {};
  if ((flags_ & Flag::iso) != 0) {
    std::string_view rest = column(Column::iso);
    std::size_t number = 0;
    for (std::size_t i = 0; i <= index; ++i) {
      const std::string_view encoded = take_text(rest);
      const bool next = encoded == "+";
      if (next) ++number;
      if (!next && encoded.size() == 2 && text::is_digit(encoded[0]) && text::is_digit(encoded[1])) {
        number = static_cast<std::size_t>(encoded[0] - '0') * 10 + static_cast<std::size_t>(encoded[1] - '0');
      }
      if (i < index || encoded.empty()) continue;
      if (next) return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
      const std::string other = latin(index);
      const std::string spelled = other.empty() ? name(index) : other;
      text::LooseReader letters{spelled};
      std::string iso_code;
      for (const char c : encoded) {
        if (!text::is_lower(c)) {
          if (text::is_alnum(c)) iso_code.push_back(c);
          continue;
        }
        char32_t letter = 0;
        for (int skip = c - 'a'; skip >= 0; --skip) {
          do letter = letters.next();
          while (letter != 0 && (letter < U'a' || letter > U'z'));
        }
        if (letter != 0) iso_code.push_back(text::to_upper(static_cast<char>(letter)));
      }
      return iso_code;
    }
  }
  return std::string{code(index)};
}

bool Areas::means(std::string_view names, const Wanted& wanted) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(separator));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    if (wanted.key.empty()) {
      if (text::loosely_equal(name, wanted.text)) return true;
      continue;
    }
    const std::string key = wanted.whole ? area_words(name) : area_key(name);
    if (wanted.mistakes == 0 ? same_area(key, wanted.key)
                             : key_distance(key, wanted.key, wanted.mistakes) <= wanted.mistakes) {
      return true;
    }
  }
  return false;
}

// The one area that has such a name; none when two have. Where a kind was typed, those of that kind come before others.
std::optional<Areas::Match> Areas::find_name(const Wanted& wanted) const {
  const unsigned typed = wanted.key.empty() ? 0 : kinds_in(wanted.text);
  std::string_view names = column(Column::names);
  std::string_view latins = column(Column::latin);
  std::optional<Match> found;
  bool of_kind = false;
  bool several = false;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::string_view encoded = take_text(names);
    const std::string local_names = decoded(encoded);
    const std::string latin_name = latin_from(take_text(latins), encoded);
    const bool local = means(local_names, wanted);
    if (!local && !means(latin_name, wanted)) continue;
    bool same_kind = false;
    if (typed != 0) {
      const unsigned named = kinds_in(local_names) | kinds_in(latin_name);
      if (!fits_kind(typed, named, codes_on_labels())) continue;
      same_kind = (typed & named) != 0;
    }
    if (found && of_kind && !same_kind) continue;
    several = found && of_kind == same_kind;
    // A name in another script may have others in Latin letters beside it: "Moscow".
    found = Match{i, !local || (text::is_ascii(wanted.text.front()) && !text::is_ascii(local_names.front()))};
    of_kind = same_kind;
  }
  return several ? std::nullopt : found;
}

std::optional<Areas::Match> Areas::find(std::string_view text, std::string_view country) const {
  if (empty() || text.empty()) return std::nullopt;
  std::string_view codes_left = column(Column::codes);
  for (std::size_t i = 0; !codes_left.empty() && i < count_; ++i) {
    const std::string_view one = if_utf8(take_text(codes_left));
    if (!one.empty() && text::loosely_equal(one, text)) return Match{i, false};
  }
  std::string_view short_code = text;
  const bool with_country = text.size() > 3 && text::equals_ignoring_case(text.substr(0, 2), country) && text[2] == '-';
  if (with_country) short_code.remove_prefix(3);
  if (short_code.size() <= 3) {
    for (std::size_t i = 0; i < count_; ++i) {
      if (text::equals_ignoring_case(iso(i), short_code)) return Match{i, false};
    }
  }
  if (const auto exact = find_name({text, {}, 0})) return exact;
  const std::string key = area_key(text);
  return key.empty() ? std::nullopt : find_name({text, key, 0});
}

std::optional<std::size_t> Areas::nearest(std::string_view text) const {
  constexpr std::size_t shortest = 4;
  const std::string words = area_words(text);
  const std::string key = area_key(text);
  if (key.size() < shortest) return std::nullopt;
  for (std::size_t most = 1; most <= (key.size() < 8 ? 1U : 2U); ++most) {
    // By whole names first: "Virgina" is as near to what is left of "Virgin Islands".
    if (const auto found = find_name({text, words, most, true})) return found->index;
    if (const auto found = find_name({text, key, most})) return found->index;
  }
  return std::nullopt;
}

bool Areas::may_have(std::size_t index, std::string_view bare) const {
  if (index >= count_) return true;
  std::string_view prefixes = column(Column::prefixes);
  if ((flags_ & Flag::patterns) != 0) {
    const std::string_view pattern = text_at(prefixes, index);
    return pattern.empty() || begins_by_pattern(pattern, bare);
  }
  if ((flags_ & Flag::runs) == 0) return true;
  for (const char c : take_text(prefixes)) {
    if (c == ' ') continue;
    if (bare.empty() || bare.front() != c) return true;
    bare.remove_prefix(1);
  }
  return in_runs(prefixes, index, bare);
}

}  // namespace vestibule::atlas
