#include "vestibule/matching/compare.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::matching {
namespace {

constexpr std::size_t near_max = 64;  // characters

struct Characters {
  std::array<char32_t, near_max> points{};
  std::size_t size = 0;
  bool fits = true;
};

Characters characters(std::string_view text) {
  Characters all;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded current = text::decode(text, at);
    at += current.size;
    if (all.size == near_max) {
      all.fits = false;
      return all;
    }
    all.points[all.size++] = current.code_point;
  }
  return all;
}

// Insertions, deletions, exchanges and swaps of neighbours that make one of the other; `most` + 1 when more are needed.
std::size_t distance(const Characters& a, const Characters& b, std::size_t most) {
  if (a.size > b.size + most || b.size > a.size + most) return most + 1;
  using Row = std::array<std::size_t, near_max + 1>;
  Row before_last{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size; ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size; ++i) {
    row[0] = i;
    std::size_t best = row[0];
    for (std::size_t j = 1; j <= b.size; ++j) {
      const bool same = a.points[i - 1] == b.points[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && a.points[i - 1] == b.points[j - 2] && a.points[i - 2] == b.points[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      best = std::min(best, row[j]);
    }
    if (best > most) return most + 1;
    before_last = last;
    last = row;
  }
  return last[b.size];
}

std::string digits_of(const Characters& text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size; ++i) {
    const int value = text::decimal_value(text.points[i]);
    if (value >= 0) digits.push_back(static_cast<char>('0' + value));
  }
  return digits;
}

// The words of a key in order, joined: "duarte ines" of "ines duarte".
std::string sorted_words(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  std::sort(words.begin(), words.end());
  std::string joined;
  for (const std::string_view word : words) {
    joined += word;
    joined += ' ';
  }
  return joined;
}

// As it is typed on a keyboard without the letters of a language: without accents, or with an e for an umlaut and a stroke.
std::string plain_letters(std::string_view key, bool umlauts) {
  std::string plain;
  text::LooseReader reader{key};
  for (char32_t c = reader.next(); c != 0; c = reader.next()) {
    if (reader.began_word()) plain.push_back(' ');
    text::append_utf8(plain, c);
    if (!umlauts) continue;
    // The letter just read: U+00E4, U+00F6, U+00F8 and U+00FC are C3 and A4, B6, B8 and BC.
    const std::string_view read = key.substr(0, reader.offset());
    if (read.ends_with("\u00e4") || read.ends_with("\u00f6") || read.ends_with("\u00f8") || read.ends_with("\u00fc")) {
      plain.push_back('e');
    } else if (read.ends_with("\u00e5")) {
      plain.push_back('a');
    }
  }
  return plain;
}

bool same_but_for_accents(std::string_view a, std::string_view b) {
  if (text::is_ascii(a) && text::is_ascii(b)) return false;
  const std::string plain = plain_letters(a, false);
  // Signs alone have no letters to compare.
  if (plain.empty()) return false;
  return plain == plain_letters(b, false) || plain_letters(a, true) == plain_letters(b, true);
}

bool near_names(std::string_view a, std::string_view b) {
  const Characters left = characters(a);
  const Characters right = characters(b);
  if (left.size == 0 || right.size == 0 || !left.fits || !right.fits || digits_of(left) != digits_of(right))
    return false;
  if (sorted_words(a) == sorted_words(b) || same_but_for_accents(a, b)) return true;
  // A slip in a short name makes another name.
  const std::size_t shorter = std::min(left.size, right.size);
  const std::size_t most = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0;
  return most > 0 && distance(left, right, most) <= most;
}

// One number with its country code, the other without: the digits dialled within the country are the last ones of both.
bool near_phones(const Keys& a, const Keys& b) {
  constexpr std::size_t national_min = 7;  // fewer are shared by too many
  if (a.phone_international == b.phone_international) return false;
  const std::string& national = a.phone_international ? b.phone : a.phone;
  const std::string& whole = a.phone_international ? a.phone : b.phone;
  return national.size() >= national_min && whole.size() > national.size() && whole.ends_with(national);
}

bool equal(std::string_view a, std::string_view b) { return !a.empty() && a == b; }

constexpr std::string_view key_names[] = {"name", "email", "emailDomain", "phone", "website"};
constexpr std::string_view likeness_names[] = {"equal", "near"};
constexpr std::string_view strength_names[] = {"weak", "medium", "strong"};

}  // namespace

std::string_view to_string(Key key) { return key_names[static_cast<std::size_t>(key)]; }
std::string_view to_string(Likeness likeness) { return likeness_names[static_cast<std::size_t>(likeness)]; }
std::string_view to_string(Strength strength) { return strength_names[static_cast<std::size_t>(strength)]; }

std::vector<Reason> compare(const Keys& a, const Keys& b) {
  std::vector<Reason> reasons;
  if (equal(a.name, b.name)) {
    reasons.push_back({Key::name, Likeness::equal, Strength::medium});
  } else if (near_names(a.name, b.name)) {
    reasons.push_back({Key::name, Likeness::near, Strength::weak});
  }
  if (equal(a.email_exact, b.email_exact)) {
    reasons.push_back({Key::email, Likeness::equal, Strength::strong});
  } else if (equal(a.email, b.email)) {
    reasons.push_back({Key::email, Likeness::near, Strength::medium});
  }
  if (equal(a.email_domain, b.email_domain)) {
    reasons.push_back({Key::email_domain, Likeness::equal, Strength::medium});
  }
  if (equal(a.phone, b.phone) && a.phone_international == b.phone_international) {
    reasons.push_back({Key::phone, Likeness::equal, a.phone_international ? Strength::medium : Strength::weak});
  } else if (near_phones(a, b)) {
    reasons.push_back({Key::phone, Likeness::near, Strength::weak});
  }
  if (equal(a.website, b.website)) reasons.push_back({Key::website, Likeness::equal, Strength::medium});
  return reasons;
}

}  // namespace vestibule::matching
