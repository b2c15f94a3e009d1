// The order of the steps, the lines of a block, and what the steps share.
#include "splitter.hpp"

#include <algorithm>
#include <optional>

#include "split_east.hpp"
#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"

namespace vestibule::address {

SplitAddress Splitter::run() {
  if (block_.size() > limits::split_max_bytes || !read_lines()) {
    result_.size = 0;
    leave(block_);
    return std::move(result_);
  }
  set_contacts_aside();
  find_country();
  const auto format = formats_.find(result_.country.empty() ? "ZZ" : std::string_view{result_.country});
  format_ = format.value_or(atlas::AddressFormat{});
  layout_ = format_.layout(true);
  if (large_to_small()) {
    read_large_to_small_lines();
  } else {
    read_place();
  }
  read_rest_of_lines();
  return std::move(result_);
}

bool Splitter::read_lines() {
  std::string_view left = block_;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find_first_of("\r\n"), left.size());
    add_line(lines_.size(), left.substr(0, end));
    left.remove_prefix(std::min(end + 1, left.size()));
    if (lines_.size() > limits::split_max_lines) return false;
  }
  if (lines_.size() == 1) break_at_commas(0, lines_[0].text.size());
  return lines_.size() <= limits::split_max_lines;
}

void Splitter::add_line(std::size_t at, std::string_view text) {
  text = trimmed(text::trim(text));
  if (!text.empty()) lines_.insert(at, {text});
}

// The commas of line `at` before `end` become line ends.
void Splitter::break_at_commas(std::size_t at, std::size_t end) {
  for (;;) {
    const std::string_view whole = lines_[at].text;
    const std::size_t comma = whole.find(',');
    if (comma == std::string_view::npos || comma >= end || lines_.size() > limits::split_max_lines) return;
    const std::string_view behind = trimmed(whole.substr(comma + 1));
    lines_[at].text = trimmed(whole.substr(0, comma));
    if (behind.empty()) return;
    end -= std::min(end, static_cast<std::size_t>(behind.data() - whole.data()));
    add_line(++at, behind);
  }
}

void Splitter::set_contacts_aside() {
  for (Line& line : lines_) {
    if (is_contact_line(line.text)) line.used = line.contact = true;
  }
}

void Splitter::add(std::uint8_t slot, std::string_view text, Confidence confidence) {
  text = trimmed(text);
  if (text.empty() || result_.size == split_max_slices) return;
  result_.slices[result_.size++] = {text, slot, confidence};
}

void Splitter::put(Part part, std::string_view text, Confidence confidence) {
  // The sign for post in front of a code says nothing more.
  if (part == Part::postal_code && text.starts_with("\u3012")) text.remove_prefix(3);
  add(static_cast<std::uint8_t>(part), text, confidence);
}

// In the middle of an address a number, or a letter that no label has for an area, is something else: "Unit D", "13".
bool Splitter::is_area(std::string_view text) const {
  const auto found = format_.areas.find(text, result_.country);
  return found && !text::is_digit(text.front()) &&
         (text.size() > 1 || text::equals_ignoring_case(format_.areas.code(found->index), text));
}

bool Splitter::large_to_small() const { return has_far_eastern(block_) && !format_.compact_latin_layout.empty(); }

bool Splitter::before(Part a, Part b) const {
  return layout_.find(static_cast<char>(1 + static_cast<int>(a))) <
         layout_.find(static_cast<char>(1 + static_cast<int>(b)));
}

// The line before `at`, or the one after it when `step` is 1, that nothing has taken.
std::optional<std::size_t> Splitter::neighbour(std::size_t at, int step) const {
  for (std::size_t i = at; step < 0 ? i > 0 : i + 1 < lines_.size();) {
    i = step < 0 ? i - 1 : i + 1;
    if (!lines_[i].used) return i;
  }
  return std::nullopt;
}

}  // namespace vestibule::address
