// The city: around the postal code, on a line beside it, or where there is none.
#include "splitter.hpp"

#include <algorithm>

#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::address {

void Splitter::read_place() {
  std::size_t candidates = 0;
  auto code = find_postal_code(candidates);
  if (!code) return read_place_without_code();
  std::string_view line = lines_[code->line].text;
  postal_code_ = line.substr(code->begin, code->end - code->begin);
  put(Part::postal_code, postal_code_,
      code->doubtful   ? Confidence::low
      : candidates > 1 ? Confidence::medium
                       : Confidence::high);
  std::string_view head = trimmed(line.substr(0, code->begin));
  const std::string_view tail = trimmed(line.substr(code->end));
  std::size_t at = code->line;
  lines_[at].used = true;
  // A street in front of the city on the same line ends at the last comma behind a number.
  for (std::size_t comma = head.rfind(','); comma != std::string_view::npos;
       comma = comma == 0 ? comma - 1 : head.rfind(',', comma - 1)) {
    const std::string_view street = head.substr(0, comma);
    if (!has_digit(street.substr(street.rfind(',') == std::string_view::npos ? 0 : street.rfind(',')))) continue;
    add_line(at, street);
    ++at;
    head = trimmed(head.substr(comma + 1));
    break;
  }
  if (is_street_line(head) && has_digit(head)) {
    add_line(at, head);
    ++at;
    head = {};
  }
  std::string_view place = head;
  if (place.empty()) {
    place = tail;
  } else if (!tail.empty() && is_area(tail)) {
    put(Part::admin_area, tail, area_confidence(tail));
  } else if (!tail.empty()) {
    if (before(Part::postal_code, Part::locality)) {
      place = tail;
      add_line(at, head);
      ++at;
    } else {
      leave(tail);
    }
  }
  if (!place.empty() && is_area_alone(place, at)) {
    put(Part::admin_area, place, area_confidence(place));
    place = {};
  }
  if (place.empty()) {
    read_place_line(at);
  } else {
    read_place_text(place, Confidence::high);
  }
  if (format_.areas.empty() || !is_empty(Part::admin_area)) return;
  if (!take_area_line(neighbour(at, 1))) take_last_area_line(neighbour(at, -1));
}

// What is left of the line of the postal code, or a line for itself: city, area, and what stands in between.
void Splitter::read_place_text(std::string_view place, Confidence confidence) {
  place = trimmed(place);
  if (is_empty(Part::admin_area) && !format_.areas.empty()) cut_area(place);
  const std::size_t comma = place.find(',');
  if (comma == std::string_view::npos) return put(Part::locality, place, confidence);
  // "Reading, Berkshire"; "Cremorne Point, Sydney"
  put(Part::locality, place.substr(0, comma), confidence);
  if (is_empty(Part::admin_area)) {
    put(Part::admin_area, place.substr(comma + 1), Confidence::low);
  } else {
    leave(place.substr(comma + 1));
  }
}

// The city has a line of its own beside that of the postal code.
void Splitter::read_place_line(std::size_t at) {
  const bool city_first = before(Part::locality, Part::postal_code);
  auto beside = neighbour(at, city_first ? -1 : 1);
  if (!beside) beside = neighbour(at, city_first ? 1 : -1);
  if (!beside) return;
  if (is_empty(Part::admin_area) && neighbour(*beside, -1) && !is_street_line(lines_[*beside].text) &&
      is_named_area(lines_[*beside].text) && has_city_above(*beside)) {
    take_area_line(beside);
    beside = neighbour(*beside, -1);
  }
  // Hungary's street stands between city and code.
  while (beside && is_street_line(lines_[*beside].text) && has_digit(lines_[*beside].text) && neighbour(*beside, -1) &&
         !city_with_number(*beside)) {
    const auto above = neighbour(*beside, -1);
    if (!before(Part::locality, Part::street)) break;
    beside = above;
  }
  if (!beside) return;
  Line& line = lines_[*beside];
  const bool street_only = has_digit(line.text) && !city_with_number(*beside);
  if (street_only) return;
  line.used = true;
  read_place_text(line.text, Confidence::medium);
}

bool Splitter::has_city_above(std::size_t at) const {
  const auto above = neighbour(at, -1);
  return above && !has_digit(lines_[*above].text) && neighbour(*above, -1);
}

// "Dublin 2", "Paris 8e": a word and a short number at the end.
bool Splitter::city_with_number(std::size_t at) const {
  const Tokens tokens = tokens_of(lines_[at].text);
  if (tokens.size < 2 || tokens.size > 3 || !neighbour(at, -1)) return false;
  const std::string_view last = tokens.word[tokens.size - 1];
  return last.size() <= 3 && text::is_digit(last.front()) && !has_digit(tokens.word[0]) &&
         !is_street_line(span_of(lines_[at].text, tokens, 0, tokens.size - 2));
}

void Splitter::read_place_without_code() {
  const auto last = neighbour(lines_.size(), -1);
  if (!last) return;
  if (result_.country.empty()) return read_unknown_place(*last);
  std::size_t at = *last;
  const bool uses_city = atlas::has(format_.used, Part::locality);
  const bool named = is_area(lines_[at].text);
  const auto above = neighbour(at, -1);
  if (named && (!uses_city || (above && !has_digit(lines_[*above].text) && neighbour(*above, -1)))) {
    take_area_line(at);
    if (!uses_city || !above) return;
    at = *above;
  }
  std::string_view text = lines_[at].text;
  const std::size_t comma = text.rfind(',');
  if (comma != std::string_view::npos && has_digit(text.substr(0, comma)) && !has_digit(text.substr(comma))) {
    const std::string_view street = text.substr(0, comma);
    lines_[at].text = trimmed(text.substr(comma + 1));
    text = lines_[at].text;
    add_line(at, street);
    ++at;
  }
  if (has_digit(text) && !city_with_number(at)) return;
  const bool alone = !neighbour(at, -1);
  if (alone && (result_.country_confidence != Confidence::high || is_street_line(text) || has_legal_form(text))) return;
  lines_[at].used = true;
  read_place_text(text, alone ? Confidence::low : Confidence::medium);
}

// No country: a number of three to six digits beside a word on the last line is probably a code beside a city.
void Splitter::read_unknown_place(std::size_t at) {
  const std::string_view line = lines_[at].text;
  const Tokens tokens = tokens_of(line);
  if (tokens.size < 2 || !neighbour(at, -1)) return;
  const auto is_number = [](std::string_view word) {
    return word.size() >= 3 && word.size() <= 6 && std::all_of(word.begin(), word.end(), text::is_digit);
  };
  const bool first = is_number(tokens.word[0]);
  if (!first && !is_number(tokens.word[tokens.size - 1])) return;
  lines_[at].used = true;
  put(Part::postal_code, first ? tokens.word[0] : tokens.word[tokens.size - 1], Confidence::low);
  put(Part::locality, span_of(line, tokens, first ? 1 : 0, first ? tokens.size - 1 : tokens.size - 2), Confidence::low);
}

}  // namespace vestibule::address
