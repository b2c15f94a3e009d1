// The area: beside the city, or on a line for itself.
#include "splitter.hpp"

#include <algorithm>
#include <optional>

#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"

namespace vestibule::address {

// Cuts an area off the end of `place` where the country writes it, if something is left of it.
void Splitter::cut_area(std::string_view& place) {
  const bool at_end = before(Part::locality, Part::admin_area);
  if (const std::size_t slash = place.rfind('/'); slash != std::string_view::npos && at_end) {
    const std::string_view behind = trimmed(place.substr(slash + 1));
    if (is_area(behind)) return take_area(place, place.substr(0, slash), behind);
  }
  const Tokens tokens = tokens_of(place);
  for (std::size_t words = std::min<std::size_t>(5, tokens.size > 0 ? tokens.size - 1 : 0); words > 0; --words) {
    const std::size_t from = at_end ? tokens.size - words : 0;
    const std::string_view text = span_of(place, tokens, from, from + words - 1);
    const bool brackets = text.starts_with('(') && text.ends_with(')');
    const std::string_view area = brackets ? text.substr(1, text.size() - 2) : text;
    if (!is_area(area)) continue;
    const auto begin = static_cast<std::size_t>(text.data() - place.data());
    return take_area(place, at_end ? place.substr(0, begin) : place.substr(begin + text.size()), text);
  }
}

void Splitter::take_area(std::string_view& place, std::string_view without, std::string_view area) {
  put(Part::admin_area, area, area_confidence(area));
  place = trimmed(without);
}

// An area as it is written out: "Co. Dublin", not "Dublin", which is a city too.
bool Splitter::is_named_area(std::string_view text) const {
  const auto found = format_.areas.find(text, result_.country);
  return found && (text::loosely_equal(format_.areas.name(found->index), text) ||
                   text::loosely_equal(format_.areas.latin(found->index), text));
}

Confidence Splitter::area_confidence(std::string_view area) const {
  if (area.starts_with('(') && area.ends_with(')')) area = area.substr(1, area.size() - 2);
  const auto found = format_.areas.find(area, result_.country);
  if (!found) return Confidence::low;
  const auto code = checks::read_postal_code(format_, result_.country, postal_code_);
  if (code.verdict != checks::PostalVerdict::fits) return Confidence::high;
  return format_.areas.may_have(found->index, checks::bare_postal_code(code.text)) ? Confidence::high : Confidence::low;
}

bool Splitter::take_area_line(std::optional<std::size_t> at) {
  if (!at || !is_empty(Part::admin_area) || !is_area(lines_[*at].text)) return false;
  put(Part::admin_area, lines_[*at].text, area_confidence(lines_[*at].text));
  lines_[*at].used = true;
  return true;
}

// A line above the city that is an area, where another line above it is left for the street.
void Splitter::take_last_area_line(std::optional<std::size_t> at) {
  if (at && neighbour(*at, -1) && !has_digit(lines_[*at].text)) take_area_line(at);
}

// "CA 94043", and "Illinois 62701" below a line with a city.
bool Splitter::is_area_alone(std::string_view place, std::size_t at) const {
  if (!is_area(place)) return false;
  const auto above = neighbour(at, -1);
  if (!atlas::has(format_.used, Part::locality)) return true;
  if (!above || is_street_line(lines_[*above].text)) return format_.areas.codes_on_labels() && all_capitals(place);
  return format_.areas.codes_on_labels() || above != neighbour(0, 0);
}

}  // namespace vestibule::address
