// The postal code: which words are one, and which of several is the place of it.
#include "splitter.hpp"

#include <algorithm>
#include <optional>

#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::address {

bool Splitter::is_code(std::string_view text, bool several_words) const {
  if (!has_digit(text) || text.find(',') != std::string_view::npos) return false;
  const auto code = checks::read_postal_code(format_, result_.country, text);
  if (code.verdict != checks::PostalVerdict::fits) return false;
  // "5 0155" is a number and a code; "114 55" is one code, and so is "AZ 1000".
  return !several_words || code.text.find_first_of(" -") != std::string::npos || text::is_upper(text.front());
}

std::optional<PostalPlace> Splitter::find_postal_code(std::size_t& candidates) const {
  std::optional<PostalPlace> best;
  candidates = 0;
  const bool leftmost = before(Part::postal_code, Part::locality);
  for (std::size_t i = lines_.size(); i > 0; --i) {
    const std::string_view line = lines_[i - 1].text;
    if (lines_[i - 1].used) continue;
    const Tokens tokens = tokens_of(line);
    std::optional<PostalPlace> here;
    for (std::size_t from = 0; from < tokens.size; ++from) {
      for (std::size_t words = std::min<std::size_t>(3, tokens.size - from); words > 0; --words) {
        const std::string_view text = span_of(line, tokens, from, from + words - 1);
        if (!is_code(text, words > 1)) continue;
        const auto begin = static_cast<std::size_t>(text.data() - line.data());
        if (!here || !leftmost) here = PostalPlace{i - 1, begin, begin + text.size(), false};
        from += words - 1;
        break;
      }
    }
    if (!here) continue;
    const std::string_view head = line.substr(0, here->begin);
    const std::string_view tail = line.substr(here->end);
    // A house number beside a word for street is no code, unless another line is a worse place for one.
    here->doubtful = !has_digit(head) && !has_digit(tail) && (is_street_line(head) || is_street_line(tail));
    candidates += !here->doubtful;
    if (!best || (best->doubtful && !here->doubtful)) best = here;
  }
  if (best && best->doubtful && candidates == 0 && lines_.size() > 1) return std::nullopt;
  return best;
}

std::optional<PostalPlace> Splitter::find_eastern_code(std::size_t& candidates) const {
  std::optional<PostalPlace> found = find_postal_code(candidates);
  if (found) return found;
  // Without a space behind the sign, or in front of the city.
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string_view line = lines_[i].text;
    if (lines_[i].used) continue;
    for (const std::string_view sign : {std::string_view{"\u3012"}, std::string_view{}}) {
      if (!line.starts_with(sign)) continue;
      const std::size_t begin = sign.size();
      const std::size_t end = std::min(line.find_first_not_of("0123456789-", begin), line.size());
      if (end > begin && is_code(line.substr(begin, end - begin), false)) return PostalPlace{i, begin, end, false};
    }
  }
  return std::nullopt;
}

}  // namespace vestibule::address
