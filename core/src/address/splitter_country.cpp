// The country: named on the last line or the first one, hinted, or told by what only one country has.
#include "splitter.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "split_country.hpp"
#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/catalogue/country.hpp"

namespace vestibule::address {

std::string Splitter::country_in(std::string_view text, bool whole_line) const {
  text = trimmed(text);
  if (const auto hinted = formats_.find(hint_); hinted && hinted->areas.find(text, hint_)) return {};
  std::string named = atlas::find_country_name(formats_, text);
  // A word of two letters is a country only where it has a line for itself.
  if (named.empty() && whole_line && text.size() == 2 && all_capitals(text)) named = catalogue::find_country(text);
  if (named.empty() && text == "UK") named = "GB";
  return named;
}

bool Splitter::take_country(std::size_t at) {
  Line& line = lines_[at];
  if (std::string named = country_in(line.text, true); !named.empty()) {
    set_country(std::move(named), line.text);
    line.used = true;
    return true;
  }
  // Behind the last comma, or in front of the first one.
  const std::size_t last = line.text.rfind(',');
  if (last == std::string_view::npos) return take_last_word(line);
  if (std::string named = country_in(line.text.substr(last + 1), false); !named.empty()) {
    set_country(std::move(named), trimmed(line.text.substr(last + 1)));
    line.text = trimmed(line.text.substr(0, last));
    return true;
  }
  for (std::size_t begin = 0, comma = line.text.find(','); comma != std::string_view::npos;
       begin = comma + 1, comma = line.text.find(',', begin)) {
    std::string named = country_in(line.text.substr(begin, comma - begin), false);
    if (named.empty()) continue;
    set_country(std::move(named), trimmed(line.text.substr(begin, comma - begin)));
    const std::string_view behind = line.text.substr(comma + 1);
    line.text = trimmed(line.text.substr(0, begin));
    line.used = line.text.empty();
    add_line(at + 1, behind);
    return true;
  }
  return take_last_word(line);
}

// "London SW1A 1AA UK", "Zurich 8001 Switzerland": a name behind a postal code.
bool Splitter::take_last_word(Line& line) {
  const Tokens tokens = tokens_of(line.text);
  for (std::size_t words = std::min<std::size_t>(3, tokens.size > 0 ? tokens.size - 1 : 0); words > 0; --words) {
    const std::size_t from = tokens.size - words;
    if (!has_digit(tokens.word[from - 1])) continue;
    const std::string_view text = span_of(line.text, tokens, from, tokens.size - 1);
    std::string named = country_in(text, false);
    if (named.empty()) continue;
    set_country(std::move(named), text);
    line.text = trimmed(line.text.substr(0, static_cast<std::size_t>(text.data() - line.text.data())));
    return true;
  }
  return false;
}

void Splitter::set_country(std::string code, std::string_view text) {
  result_.country = std::move(code);
  result_.country_confidence = Confidence::high;
  add(country_slot, text, Confidence::high);
}

void Splitter::find_country() {
  std::optional<std::size_t> first;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].used) continue;
    if (!first) first = i;
    last = i;
  }
  if (!last || take_country(*last) || (*first != *last && take_country(*first))) return;
  if (formats_.find(hint_) && !hint_.empty()) {
    result_.country = hint_;
    result_.country_confidence = Confidence::medium;
    return;
  }
  result_.country = infer_country(formats_, block_);
  if (!result_.country.empty()) result_.country_confidence = Confidence::medium;
}

}  // namespace vestibule::address
