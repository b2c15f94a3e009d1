// What is left: streets, and the person and the company in front of them.
#include "splitter.hpp"

#include <optional>

#include "split_east.hpp"
#include "split_words.hpp"
#include "tokens.hpp"

namespace vestibule::address {

void Splitter::read_rest_of_lines() {
  std::optional<std::size_t> first_street;
  std::optional<std::size_t> last_street;
  std::size_t last_open = 0;
  std::size_t open_lines = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].used) continue;
    last_open = i;
    ++open_lines;
    if (has_legal_form(lines_[i].text) || names_person(lines_[i].text) || !is_street_line(lines_[i].text)) continue;
    if (!first_street) first_street = i;
    last_street = i;
  }
  Confidence confidence = first_street && has_digit(lines_[*first_street].text) ? Confidence::high : Confidence::medium;
  if (!first_street && open_lines > 1 && !is_empty(Part::locality) && !has_legal_form(lines_[last_open].text) &&
      !names_person(lines_[last_open].text)) {
    first_street = last_street = last_open;
    confidence = Confidence::low;
  }
  if (result_.country.empty() && confidence == Confidence::high) confidence = Confidence::medium;
  Heads heads;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lines_[i].used) continue;
    const std::string_view text = lines_[i].text;
    const bool legal = has_legal_form(text);
    if (legal && is_empty(Part::organization)) {
      put(Part::organization, text, Confidence::high);
    } else if (names_person(text) && is_empty(Part::name)) {
      put(Part::name, text, Confidence::medium);
    } else if (!first_street || i < *first_street) {  // NOLINT(bugprone-branch-clone): the order of reasons matters
      heads.add(text);
    } else if (i <= *last_street) {
      put(Part::street, text, confidence);
    } else if (i == last_open && atlas::has(format_.used, Part::dependent_locality) &&
               is_empty(Part::dependent_locality)) {
      put(Part::dependent_locality, text, Confidence::medium);
    } else if (heads.size == 0 && large_to_small()) {
      heads.add(text);
    } else {
      put(Part::street, text, Confidence::medium);
    }
  }
  name_heads(heads);
  for (const Line& line : lines_) {
    if (line.contact) leave(line.text);
  }
}

// Lines in front of the street: a person and a company, in the order of the country's labels.
void Splitter::name_heads(const Heads& heads) {
  const bool name_first = before(Part::name, Part::organization);
  for (std::size_t i = 0; i < heads.size; ++i) {
    const std::string_view head = heads.text[i];
    const bool no_name = is_empty(Part::name);
    const bool no_organization = is_empty(Part::organization);
    if (i > 1 || (!no_name && !no_organization)) {
      leave(head);
    } else if (!no_organization) {
      put(Part::name, head, Confidence::medium);
    } else if (!no_name) {
      put(Part::organization, head, Confidence::medium);
    } else if (heads.size == 1) {
      const std::size_t words = tokens_of(head).size;
      const bool person = words == 2 || words == 3 || (has_far_eastern(head) && head.size() <= 15);
      put(person ? Part::name : Part::organization, head, Confidence::low);
    } else {
      put(name_first ? Part::name : Part::organization, head, Confidence::low);
    }
  }
}

}  // namespace vestibule::address
