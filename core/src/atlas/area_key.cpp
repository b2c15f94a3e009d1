#include "area_key.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "vestibule/atlas/texts.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t most_key_bytes = 160;  // longer names are compared by their beginning, only where they are equal

// Words that say what an area is, not which one; as LooseReader reads them.
constexpr std::string_view kinds_of_area =
    " province provincia state estado of de del the county co contae region oblast kray krai respublika republic "
    "republits "
    "district distrito dept parish department departamento emirate prefecture governorate island islands city "
    "municipality territory sheng shi ken fu to do si tinh okrug avtonomnyy thanh pho and "
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

// The words among those that tell one area from another of the same name, the place of its AreaKind before each; then the
// endings where words are not spaced: city, county, city.
constexpr std::string_view telling_words =
    "0city 0\u0433\u043E\u0440\u043E\u0434 0\u043C\u0456\u0441\u0442\u043E 1county 1co 2region 2oblast "
    "2\u043E\u0431\u043B\u0430\u0441\u0442\u044C 3kray 3krai 3\u043A\u0440\u0430\u0439 4republic 4republits "
    "4respublika 4\u0440\u0435\u0441\u043F\u0443\u0431\u043B\u0438\u043A\u0430 ";
constexpr std::string_view telling_endings[] = {"\u5E02", "\u7E23", "\uC2DC"};

}  // namespace

std::string area_words(std::string_view name) {
  std::string words;
  text::LooseReader reader{name};
  for (char32_t c = reader.next(); c != 0 && words.size() < most_key_bytes; c = reader.next()) {
    if (reader.began_word() && !words.empty()) words.push_back(' ');
    text::append_utf8(words, c);
  }
  return words;
}

std::string area_key(std::string_view name) {
  const std::string words = area_words(name);
  // The capital, as everybody calls its district.
  if (words == "washington dc" || words == "washington d c") return "columbia";
  std::string key;
  for (std::string_view left = words; !left.empty();) {
    const std::string word = std::string{" "}.append(left.substr(0, left.find(' '))).append(" ");
    left.remove_prefix(std::min(word.size() - 1, left.size()));
    // The last is an autonomous region of China.
    if (kinds_of_area.find(word) != std::string_view::npos || word.ends_with("zizhiqu ")) continue;
    key.append(word, key.empty() ? 1 : 0, word.size() - (key.empty() ? 2 : 1));
  }
  if (key.empty()) key = words;
  for (std::string_view endings{kind_endings, sizeof kind_endings - 1}; !endings.empty();) {
    const std::string_view ending = take_text(endings);
    // Two characters are left at least.
    if (key.size() < ending.size() + 6 || !std::string_view{key}.ends_with(ending)) continue;
    key.resize(key.size() - ending.size());
    break;
  }
  return key;
}

unsigned kinds_in(std::string_view name) {
  const std::string words = area_words(name).append(" ");
  unsigned kinds = 0;
  for (std::size_t i = 0; i < std::size(telling_endings); ++i) {
    if (std::string_view{words}.substr(0, words.size() - 1).ends_with(telling_endings[i])) kinds |= 1U << i % 2;
  }
  for (std::string_view left = words; !left.empty();) {
    const std::string_view word = left.substr(0, left.find(' ') + 1);
    left.remove_prefix(word.size());
    const std::size_t at = telling_words.find(word);
    if (at == 0 || at == std::string_view::npos || !text::is_digit(telling_words[at - 1])) continue;
    kinds |= 1U << (telling_words[at - 1] - '0');
  }
  return kinds;
}

bool fits_kind(unsigned typed, unsigned named, bool codes_on_labels) {
  if (typed == 0 || (typed & named) != 0) return true;
  if ((typed & AreaKind::city) != 0) return (named & AreaKind::county) != 0;
  return named == 0 && !(codes_on_labels && (typed & AreaKind::county) != 0);
}

bool same_area(std::string_view name, std::string_view typed) {
  if (typed.size() > 4 && typed[1] == ' ' && name.starts_with(typed[0])) {
    return name.substr(std::min(name.find(' '), name.size())) == typed.substr(1);
  }
  return text::loosely_equal(name, typed);
}

std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t longest = 40;
  if (a.size() > longest || b.size() > longest || a.size() > b.size() + most || b.size() > a.size() + most)
    return most + 1;
  if (std::count(a.begin(), a.end(), ' ') != std::count(b.begin(), b.end(), ' ')) return most + 1;
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

}  // namespace vestibule::atlas
