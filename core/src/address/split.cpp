// Long because the steps of one reading share its lines; words, scripts and countries have files of their own.
#include "vestibule/address/split.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "split_country.hpp"
#include "split_east.hpp"
#include "split_words.hpp"
#include "tokens.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::address {
namespace {

using atlas::Part;

bool all_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return text::is_upper(c) || c == '.'; });
}

bool has_far_eastern(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded current = text::decode(text, at);
    at += current.size;
    if ((current.code_point >= 0x3040 && current.code_point < 0xA000) ||
        (current.code_point >= 0xAC00 && current.code_point < 0xD7B0))
      return true;
  }
  return false;
}

// Where a postal code stands.
struct PostalPlace {
  std::size_t line = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool doubtful = false;  // among words that make a street
};

class Splitter {
 public:
  Splitter(const atlas::AddressFormats& formats, std::string_view block, std::string_view hint)
      : formats_{formats}, block_{block}, hint_{hint} {}

  SplitAddress run() {
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
    if (has_far_eastern(block_) && !format_.compact_latin_layout.empty()) {
      read_large_to_small_lines();
    } else {
      read_place();
    }
    read_rest_of_lines();
    return std::move(result_);
  }

 private:
  struct Line {
    std::string_view text;
    bool used = false;
    bool contact = false;
  };

  // As many lines as a block may have, and what breaking one at commas adds.
  class Lines {
   public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Line& operator[](std::size_t at) { return line_[at]; }
    [[nodiscard]] const Line& operator[](std::size_t at) const { return line_[at]; }
    [[nodiscard]] Line* begin() { return line_.data(); }
    [[nodiscard]] Line* end() { return line_.data() + size_; }

    void insert(std::size_t at, const Line& line) {
      if (size_ == line_.size()) return;
      for (std::size_t i = size_++; i > at; --i) line_[i] = line_[i - 1];
      line_[at] = line;
    }

   private:
    std::array<Line, limits::split_max_lines + 5> line_{};
    std::size_t size_ = 0;
  };

  struct Heads {
    std::array<std::string_view, limits::split_max_lines + 5> text;
    std::size_t size = 0;

    void add(std::string_view line) { text[size++] = line; }
  };

  bool read_lines() {
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

  void add_line(std::size_t at, std::string_view text) {
    text = trimmed(text::trim(text));
    if (!text.empty()) lines_.insert(at, {text});
  }

  // The commas of line `at` before `end` become line ends.
  void break_at_commas(std::size_t at, std::size_t end) {
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

  void set_contacts_aside() {
    for (Line& line : lines_) {
      if (is_contact_line(line.text)) line.used = line.contact = true;
    }
  }

  void add(std::uint8_t slot, std::string_view text, Confidence confidence) {
    text = trimmed(text);
    if (text.empty() || result_.size == split_max_slices) return;
    result_.slices[result_.size++] = {text, slot, confidence};
  }
  void put(Part part, std::string_view text, Confidence confidence) {
    // The sign for post in front of a code says nothing more.
    if (part == Part::postal_code && text.starts_with("\u3012")) text.remove_prefix(3);
    add(static_cast<std::uint8_t>(part), text, confidence);
  }
  void leave(std::string_view text) { add(rest_slot, text, Confidence::none); }
  [[nodiscard]] bool is_empty(Part part) const { return result_.confidence(part) == Confidence::none; }
  [[nodiscard]] bool is_area(std::string_view text) const {
    return format_.areas.find(text, result_.country).has_value();
  }

  // ---- country

  [[nodiscard]] std::string country_in(std::string_view text, bool whole_line) const {
    text = trimmed(text);
    if (const auto hinted = formats_.find(hint_); hinted && hinted->areas.find(text, hint_)) return {};
    std::string named = atlas::find_country_name(formats_, text);
    // A word of two letters is a country only where it has a line for itself.
    if (named.empty() && whole_line && text.size() == 2 && all_capitals(text)) named = catalogue::find_country(text);
    if (named.empty() && text == "UK") named = "GB";
    return named;
  }

  bool take_country(std::size_t at) {
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
  bool take_last_word(Line& line) {
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

  void set_country(std::string code, std::string_view text) {
    result_.country = std::move(code);
    result_.country_confidence = Confidence::high;
    add(country_slot, text, Confidence::high);
  }

  void find_country() {
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

  // ---- postal code

  [[nodiscard]] bool before(Part a, Part b) const {
    return layout_.find(static_cast<char>(1 + static_cast<int>(a))) <
           layout_.find(static_cast<char>(1 + static_cast<int>(b)));
  }

  [[nodiscard]] bool is_code(std::string_view text, bool several_words) const {
    if (!has_digit(text) || text.find(',') != std::string_view::npos) return false;
    const auto code = checks::read_postal_code(format_, result_.country, text);
    if (code.verdict != checks::PostalVerdict::fits) return false;
    // "5 0155" is a number and a code; "114 55" is one code, and so is "AZ 1000".
    return !several_words || code.text.find_first_of(" -") != std::string::npos || text::is_upper(text.front());
  }

  [[nodiscard]] std::optional<PostalPlace> find_postal_code(std::size_t& candidates) const {
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

  // ---- area and city

  // Cuts an area off the end of `place` where the country writes it, if something is left of it.
  void cut_area(std::string_view& place) {
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

  void take_area(std::string_view& place, std::string_view without, std::string_view area) {
    put(Part::admin_area, area, area_confidence(area));
    place = trimmed(without);
  }

  // An area as it is written out: "Co. Dublin", not "Dublin", which is a city too.
  [[nodiscard]] bool is_named_area(std::string_view text) const {
    const auto found = format_.areas.find(text, result_.country);
    return found && (text::loosely_equal(format_.areas.name(found->index), text) ||
                     text::loosely_equal(format_.areas.latin(found->index), text));
  }

  [[nodiscard]] Confidence area_confidence(std::string_view area) const {
    if (area.starts_with('(') && area.ends_with(')')) area = area.substr(1, area.size() - 2);
    const auto found = format_.areas.find(area, result_.country);
    if (!found) return Confidence::low;
    const auto code = checks::read_postal_code(format_, result_.country, postal_code_);
    if (code.verdict != checks::PostalVerdict::fits) return Confidence::high;
    return format_.areas.may_have(found->index, checks::bare_postal_code(code.text)) ? Confidence::high
                                                                                     : Confidence::low;
  }

  // The line before `at`, or the one after it when `step` is 1, that nothing has taken.
  [[nodiscard]] std::optional<std::size_t> neighbour(std::size_t at, int step) const {
    for (std::size_t i = at; step < 0 ? i > 0 : i + 1 < lines_.size();) {
      i = step < 0 ? i - 1 : i + 1;
      if (!lines_[i].used) return i;
    }
    return std::nullopt;
  }

  bool take_area_line(std::optional<std::size_t> at) {
    if (!at || !is_empty(Part::admin_area) || !is_area(lines_[*at].text)) return false;
    put(Part::admin_area, lines_[*at].text, area_confidence(lines_[*at].text));
    lines_[*at].used = true;
    return true;
  }

  // What is left of the line of the postal code, or a line for itself: city, area, and what stands in between.
  void read_place_text(std::string_view place, Confidence confidence) {
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

  void read_place() {
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

  // A line above the city that is an area, where another line above it is left for the street.
  void take_last_area_line(std::optional<std::size_t> at) {
    if (at && neighbour(*at, -1) && !has_digit(lines_[*at].text)) take_area_line(at);
  }

  // "CA 94043", and "Illinois 62701" below a line with a city.
  [[nodiscard]] bool is_area_alone(std::string_view place, std::size_t at) const {
    if (!is_area(place)) return false;
    const auto above = neighbour(at, -1);
    if (!atlas::has(format_.used, Part::locality)) return true;
    if (!above || is_street_line(lines_[*above].text)) return format_.areas.codes_on_labels() && all_capitals(place);
    return format_.areas.codes_on_labels() || above != neighbour(0, 0);
  }

  // The city has a line of its own beside that of the postal code.
  void read_place_line(std::size_t at) {
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
    while (beside && is_street_line(lines_[*beside].text) && has_digit(lines_[*beside].text) &&
           neighbour(*beside, -1) && !city_with_number(*beside)) {
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

  [[nodiscard]] bool has_city_above(std::size_t at) const {
    const auto above = neighbour(at, -1);
    return above && !has_digit(lines_[*above].text) && neighbour(*above, -1);
  }

  // "Dublin 2", "Paris 8e": a word and a short number at the end.
  [[nodiscard]] bool city_with_number(std::size_t at) const {
    const Tokens tokens = tokens_of(lines_[at].text);
    if (tokens.size < 2 || tokens.size > 3 || !neighbour(at, -1)) return false;
    const std::string_view last = tokens.word[tokens.size - 1];
    return last.size() <= 3 && text::is_digit(last.front()) && !has_digit(tokens.word[0]) &&
           !is_street_line(span_of(lines_[at].text, tokens, 0, tokens.size - 2));
  }

  void read_place_without_code() {
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
    if (alone && (result_.country_confidence != Confidence::high || is_street_line(text) || has_legal_form(text)))
      return;
    lines_[at].used = true;
    read_place_text(text, alone ? Confidence::low : Confidence::medium);
  }

  // No country: a number of three to six digits beside a word on the last line is probably a code beside a city.
  void read_unknown_place(std::size_t at) {
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
    put(Part::locality, span_of(line, tokens, first ? 1 : 0, first ? tokens.size - 1 : tokens.size - 2),
        Confidence::low);
  }

  // ---- large to small

  void read_large_to_small_lines() {
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

  [[nodiscard]] std::optional<PostalPlace> find_eastern_code(std::size_t& candidates) const {
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

  // ---- what is left

  void read_rest_of_lines() {
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
    Confidence confidence =
        first_street && has_digit(lines_[*first_street].text) ? Confidence::high : Confidence::medium;
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

  [[nodiscard]] bool large_to_small() const { return has_far_eastern(block_) && !format_.compact_latin_layout.empty(); }

  // Lines in front of the street: a person and a company, in the order of the country's labels.
  void name_heads(const Heads& heads) {
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

  const atlas::AddressFormats& formats_;
  std::string_view block_;
  std::string_view hint_;
  Lines lines_;
  atlas::AddressFormat format_;
  std::string layout_;
  SplitAddress result_;
  std::string_view postal_code_;
};

}  // namespace

std::string SplitAddress::text(std::uint8_t slot) const {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) {
    if (slices[i].slot != slot) continue;
    if (!all.empty()) all.push_back('\n');
    all.append(slices[i].text);
  }
  return all;
}

Confidence SplitAddress::confidence(std::uint8_t slot) const {
  Confidence least = Confidence::none;
  for (std::size_t i = 0; i < size; ++i) {
    if (slices[i].slot == slot && (least == Confidence::none || slices[i].confidence < least))
      least = slices[i].confidence;
  }
  return least;
}

SplitAddress split_address(const atlas::AddressFormats& formats, std::string_view text, std::string_view country_hint) {
  return Splitter{formats, text, country_hint}.run();
}

}  // namespace vestibule::address
