// From a pasted text to the pieces of its signature: quote signs, the delimiter, closings, and what stands on one line.
#include <algorithm>
#include <array>

#include "signature_draft.hpp"
#include "signature_prose.hpp"
#include "signature_scan.hpp"
#include "signature_words.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

struct Line {
  std::string_view text;
  std::size_t quoted = 0;  // quote signs in front of it
  bool after_blank = false;
};

using Lines = std::vector<Line>;

std::string_view next_line(std::string_view& left) {
  const std::size_t end = std::min(left.find_first_of("\r\n"), left.size());
  const std::string_view line = left.substr(0, end);
  left.remove_prefix(std::min(end + 1, left.size()));
  return line;
}

Line unquoted(std::string_view text) {
  Line line{text::trim(text)};
  while (line.text.starts_with('>')) {
    ++line.quoted;
    line.text = text::trim(line.text.substr(1));
  }
  return line;
}

bool is_delimiter(const Line& line) { return line.text == "--"; }

// "_____", "-----", "* * *": drawn, not written.
bool is_ruler(std::string_view line) {
  return line.find_first_not_of("-_=*~. ") == std::string_view::npos && line != "--";
}

// What follows the first delimiter of those least quoted, as far as it is quoted no deeper.
void keep_below_delimiter(Lines& lines) {
  std::size_t best = lines.size();
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (is_delimiter(lines[i]) && (best == lines.size() || lines[i].quoted < lines[best].quoted)) best = i;
  }
  if (best == lines.size()) return;
  const std::size_t depth = lines[best].quoted;
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(best) + 1;
  const auto end =
      std::find_if(begin, lines.end(), [&](const Line& line) { return line.quoted > depth || is_delimiter(line); });
  lines = Lines{begin, end};
}

// What follows the last closing with something behind it.
void keep_below_closing(Lines& lines) {
  for (std::size_t i = lines.size(); i > 0; --i) {
    Line& line = lines[i - 1];
    const std::size_t size = closing_size(line.text);
    if (size == 0) continue;
    const std::string_view behind = trim_signs(line.text.substr(size));
    const bool same_line = count_words(behind) >= 1 && behind.front() != '!' && behind.front() != '.';
    if (i == lines.size() && !same_line) continue;
    if (same_line) line.text = behind;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(same_line ? i - 1 : i));
    return;
  }
}

// A line that goes on in the next one makes both a sentence.
bool goes_on(const Line& line, const Line& next) {
  return !next.after_blank && is_small(first_of(next.text)) && count_words(line.text) >= 4 &&
         count_words(next.text) >= 2 && next.text.find_first_of("0123456789@:") == std::string_view::npos;
}

// One stretch between separators, without what brackets say about the person: "(she/her)".
void add_piece(Draft& draft, std::string_view text, bool prose) {
  text = trim_signs(text);
  const std::size_t bracket = text.rfind(" (");
  if (bracket != std::string_view::npos && text.ends_with(')') && text.find('/', bracket) != std::string_view::npos &&
      text.find_first_of("0123456789", bracket) == std::string_view::npos)
    text = trim_signs(text.substr(0, bracket));
  if (!text.empty()) {
    Piece piece;
    piece.text = text;
    piece.prose = prose || is_prose(text) || is_greeting(text);
    draft.pieces.push_back(piece);
  }
}

// Bars, bullets, tabs, two spaces and more, and stars and double slashes between spaces stand between items.
void cut_line(Draft& draft, std::string_view line, bool prose) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const text::Decoded current = text::decode(line, at);
    const std::string_view rest = line.substr(at);
    std::size_t sign = 0;
    if (is_bullet(current.code_point) || current.code_point == '\t') sign = current.size;
    for (const std::string_view wide : {std::string_view{"  "}, std::string_view{" * "}, std::string_view{" // "},
                                        std::string_view{" ~ "}, std::string_view{"\u00a0\u00a0"}}) {
      if (sign == 0 && rest.starts_with(wide)) sign = wide.size();
    }
    // Two numbers; between other things a slash says too little.
    if (sign == 0 && rest.starts_with(" / ") && is_bare_number(trim_signs(line.substr(begin, at - begin)), 7)) sign = 3;
    // A label stands in a column of its own.
    if (sign == 0 || (is_space(current.code_point) && is_label(line.substr(begin, at - begin)))) {
      at += current.size;
      continue;
    }
    add_piece(draft, line.substr(begin, at - begin), prose);
    at += sign;
    begin = at;
  }
  add_piece(draft, line.substr(begin), prose);
}

}  // namespace

void read_lines(Draft& draft) {
  Lines lines;
  bool blank = true;
  for (std::string_view left = draft.text; !left.empty();) {
    Line line = unquoted(next_line(left));
    line.after_blank = blank;
    blank = line.text.empty();
    if (!blank) lines.push_back(line);
    if (lines.size() > limits::signature_max_lines) return;
  }
  keep_below_delimiter(lines);
  keep_below_closing(lines);
  std::erase_if(lines, [](const Line& line) { return is_ruler(line.text); });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool prose =
        (i > 0 && goes_on(lines[i - 1], lines[i])) || (i + 1 < lines.size() && goes_on(lines[i], lines[i + 1]));
    cut_line(draft, lines[i].text, prose);
  }
}

}  // namespace vestibule::paste
