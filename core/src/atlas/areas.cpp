#include "vestibule/atlas/areas.hpp"

#include <algorithm>
#include <array>

#include "vestibule/atlas/bytes.hpp"
#include "vestibule/atlas/pattern.hpp"
#include "vestibule/atlas/texts.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t header_size = 3;

enum Flag : std::uint8_t { codes = 1, others = 2, latin = 4, iso = 8, runs = 32, patterns = 64 };

constexpr std::size_t most_key_bytes = 160;  // longer names are compared by their beginning, only where they are equal

// Words that say what an area is, not which one; as LooseReader reads them.
constexpr std::string_view kinds_of_area =
    " province provincia state estado of de del the county co contae region oblast kray krai respublika republic "
    "republits "
    "district distrito dept parish department departamento emirate prefecture governorate island islands city "
    "municipality territory sheng shi ken fu do si tinh okrug avtonomnyy thanh pho and "
    "\u043E\u0431\u043B\u0430\u0441\u0442\u044C \u043E\u0431\u043B \u043A\u0440\u0430\u0439 "
    "\u0440\u0435\u0441\u043F\u0443\u0431\u043B\u0438\u043A\u0430 \u0433\u043E\u0440\u043E\u0434 "
    "\u043C\u0456\u0441\u0442\u043E \u0627\u0633\u062A\u0627\u0646 \u0645\u062D\u0627\u0641\u0638\u0629 "
    "\u0627\u0645\u0627\u0631\u0629 ";

// The same where words are not spaced: endings of Chinese, Japanese and Korean names, a zero behind each.
constexpr char kind_endings[] =
    "\u7279\u522B\u884C\u653F\u533A\0\u58EE\u65CF\u81EA\u6CBB\u533A\0\u56DE\u65CF\u81EA\u6CBB\u533A\0"
    "\u7EF4\u543E\u5C14\u81EA\u6CBB\u533A\0\u81EA\u6CBB\u533A\0\u7701\0\u5E02\0\u90FD\0\u5E9C\0\u770C\0\u7E23\0"
    "\u9053\0\uD2B9\uBCC4\uC790\uCE58\uC2DC\0\uD2B9\uBCC4\uC790\uCE58\uB3C4\0\uD2B9\uBCC4\uC2DC\0"
    "\uAD11\uC5ED\uC2DC\0\uB3C4\0";

// What distinguishes a name: its letters without the words for what it is, unless there are no others.
std::string key_of(std::string_view name) {
  std::string all;
  std::string key;
  std::string word = " ";
  const auto end_word = [&] {
    word.push_back(' ');
    if (kinds_of_area.find(word) == std::string_view::npos) key.append(word, 1, word.size() - 2);
    word.resize(1);
  };
  text::LooseReader reader{name};
  for (char32_t c = reader.next(); c != 0 && all.size() < most_key_bytes; c = reader.next()) {
    if (reader.began_word()) end_word();
    text::append_utf8(word, c);
    text::append_utf8(all, c);
  }
  end_word();
  if (key.empty()) key = std::move(all);
  for (std::string_view endings{kind_endings, sizeof kind_endings - 1}; !endings.empty();) {
    const std::string_view ending = take_text(endings);
    // Two characters are left at least.
    if (key.size() < ending.size() + 6 || !std::string_view{key}.ends_with(ending)) continue;
    key.resize(key.size() - ending.size());
    break;
  }
  return key;
}

// Bytes added, left out, replaced or swapped with their neighbour; more than `most` come back as most + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t longest = 40;
  if (a.size() > longest || b.size() > longest || a.size() > b.size() + most || b.size() > a.size() + most)
    return most + 1;
  std::array<std::array<std::uint8_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i - 1) % 3];
    const auto& before = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      unsigned fewest = std::min(last[j], row[j - 1]) + 1U;
      fewest = std::min(fewest, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) fewest = std::min(fewest, before[j - 2] + 1U);
      row[j] = static_cast<std::uint8_t>(fewest);
    }
  }
  return std::min<std::size_t>(rows[a.size() % 3][b.size()], most + 1);
}

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
  constexpr std::array<unsigned, 5> present{0, Flag::codes, Flag::others, Flag::latin, Flag::iso};
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
  return text::without_accents(decoded(encoded_name)).append(encoded.substr(1));
}

std::string Areas::name(std::size_t index) const {
  return index < count_ ? decoded(text_at(column(Column::names), index)) : std::string{};
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

bool Areas::means(std::string_view name, const Wanted& wanted) {
  if (name.empty()) return false;
  if (wanted.key.empty()) return text::loosely_equal(name, wanted.text);
  const std::string key = key_of(name);
  return wanted.mistakes == 0 ? key == wanted.key : distance(key, wanted.key, wanted.mistakes) <= wanted.mistakes;
}

// The one area that has such a name; none when two have.
std::optional<Areas::Match> Areas::find_name(const Wanted& wanted) const {
  std::string_view names = column(Column::names);
  std::string_view others = column(Column::others);
  std::string_view latins = column(Column::latin);
  std::optional<Match> found;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::string_view name = take_text(names);
    const std::string_view other = take_text(others);
    const std::string_view latin_name = take_text(latins);
    const bool local = means(decoded(name), wanted) || means(decoded(other), wanted);
    if (!local && !means(latin_from(latin_name, name), wanted)) continue;
    if (found) return std::nullopt;
    found = Match{i, !local};
  }
  return found;
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
  const bool number = text::is_digit(short_code.front());
  if (short_code.size() <= 3 && (with_country || (short_code.size() > 1 && !number))) {
    for (std::size_t i = 0; i < count_; ++i) {
      if (text::equals_ignoring_case(iso(i), short_code)) return Match{i, false};
    }
  }
  if (const auto exact = find_name({text, {}, 0})) return exact;
  const std::string key = key_of(text);
  return key.empty() ? std::nullopt : find_name({text, key, 0});
}

std::optional<std::size_t> Areas::nearest(std::string_view text) const {
  constexpr std::size_t shortest = 4;
  const std::string key = key_of(text);
  if (key.size() < shortest) return std::nullopt;
  for (std::size_t most = 1; most <= (key.size() < 8 ? 1U : 2U); ++most) {
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
