// Lines that go from the country to the street, in the scripts of the Far East.
#include "splitter.hpp"

#include "split_east.hpp"
#include "split_words.hpp"
#include "tokens.hpp"

namespace vestibule::address {

void Splitter::read_large_to_small_lines() {
  std::size_t candidates = 0;
  if (const auto code = find_eastern_code(candidates)) {
    Line& line = lines_[code->line];
    put(Part::postal_code, line.text.substr(code->begin, code->end - code->begin), Confidence::high);
    const std::string_view behind = line.text.substr(code->end);
    const std::string_view head = line.text.substr(0, code->begin);
    // The sign for post in front of the code says nothing more.
    const bool only_sign = head == "\u3012" || head == "\u3012 ";
    line.text = only_sign ? std::string_view{} : trimmed(head);
    line.used = line.text.empty();
    add_line(code->line + 1, behind);
  }
  for (Line& line : lines_) {
    if (line.used || has_legal_form(line.text)) continue;
    if (!is_empty(Part::admin_area) || !is_empty(Part::locality)) break;
    const LargeToSmall parts = read_large_to_small(format_.areas, result_.country, line.text);
    if (parts.area.empty() && (parts.locality.empty() || !has_digit(line.text))) continue;
    put(Part::admin_area, parts.area, Confidence::high);
    put(Part::locality, parts.locality, Confidence::medium);
    put(Part::dependent_locality, parts.district, Confidence::medium);
    line.text = parts.rest;
    line.used = line.text.empty();
  }
}

}  // namespace vestibule::address
