#include "vestibule/text/clean.hpp"

#include <algorithm>

#include "vestibule/text/classify.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

// True when the text is printable ASCII with single inner spaces: nothing to do, nothing to report.
bool is_plain(std::string_view input) {
  char previous = ' ';
  for (const char c : input) {
    if (c < ' ' || c == 0x7F || (c == ' ' && previous == ' ')) return false;
    previous = c;
  }
  return previous != ' ';
}

void note(char32_t& slot, char32_t code_point) {
  if (slot == no_character) slot = code_point;
}

// Writes the result. White space is held back until a character follows it, so that none is left at an end, and a joiner
// until it is known what it joins: cleaning a clean text finds nothing.
class Cleaner {
 public:
  Cleaner(Lines lines, std::string& out) : lines_{lines}, out_{out}, begin_{out.size()} {}

  void take(char32_t code_point, Cleaned& report) {
    const CharacterClass character_class = classify(code_point);
    const bool may_go = character_class == CharacterClass::invisible || character_class == CharacterClass::joiner;
    if (!may_go) marks_ = character_class == CharacterClass::mark ? marks_ + 1 : 0;
    report.most_marks = std::max(report.most_marks, marks_);
    switch (character_class) {
      case CharacterClass::space: space_ = true; return;
      case CharacterClass::line_break:
        if (lines_ == Lines::one) {
          space_ = true;
        } else {
          ++breaks_;
        }
        return;
      case CharacterClass::invisible: note(report.removed, code_point); return;
      case CharacterClass::joiner:
        if (joiner_ != no_character || after_white() || !takes_joiner(previous_)) {
          note(report.removed, code_point);
        } else {
          joiner_ = code_point;
        }
        return;
      case CharacterClass::selector:
        if (joiner_ != no_character || after_white() || !is_han(previous_)) note(report.hidden, code_point);
        break;
      case CharacterClass::control: note(report.control, code_point); break;
      case CharacterClass::bidi_control: note(report.bidi_control, code_point); break;
      case CharacterClass::tag: note(report.hidden, code_point); break;
      case CharacterClass::noncharacter: note(report.noncharacter, code_point); break;
      case CharacterClass::doubtful:
        note(report.doubtful, code_point);
        report.visible = true;
        break;
      case CharacterClass::visible: report.visible = true; break;
      case CharacterClass::mark:
      case CharacterClass::filler: break;
    }
    put(code_point, report);
  }

  void finish(Cleaned& report) {
    if (joiner_ != no_character) note(report.removed, joiner_);
  }

 private:
  [[nodiscard]] bool after_white() const { return space_ || breaks_ > 0; }

  void put(char32_t code_point, Cleaned& report) {
    if (joiner_ != no_character) {
      if (!after_white() && takes_joiner(code_point)) {
        append_utf8(out_, joiner_);
      } else {
        note(report.removed, joiner_);
      }
      joiner_ = no_character;
    }
    if (out_.size() > begin_) {
      if (breaks_ > 0) {
        out_.append(breaks_, '\n');
      } else if (space_) {
        out_.push_back(' ');
      }
    }
    breaks_ = 0;
    space_ = false;
    append_utf8(out_, code_point);
    previous_ = code_point;
  }

  Lines lines_;
  std::string& out_;
  std::size_t begin_;
  std::size_t breaks_ = 0;
  std::size_t marks_ = 0;
  char32_t previous_ = 0;           // the last character written, joiners and white space aside
  char32_t joiner_ = no_character;  // held back
  bool space_ = false;              // held back
};

}  // namespace

Cleaned clean(std::string_view input, Lines lines, std::string& out) {
  Cleaned report;
  if (is_plain(input)) {
    report.visible = !input.empty();
    report.lines = input.empty() ? 0 : 1;
    report.length_utf16 = input.size();
    return report;
  }
  const std::size_t begin = out.size();
  Cleaner cleaner{lines, out};
  for (std::size_t at = 0; at < input.size();) {
    const Decoded current = decode(input, at);
    at += current.size;
    // CR LF is one line end.
    if (current.code_point == '\r' && at < input.size() && input[at] == '\n') continue;
    cleaner.take(current.code_point, report);
  }
  cleaner.finish(report);
  const std::string_view result = std::string_view{out}.substr(begin);
  report.length_utf16 = utf16_length(result);
  report.lines = result.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(result.begin(), result.end(), '\n'));
  report.changed = result != input;
  if (!report.changed) out.resize(begin);
  return report;
}

std::string_view trim(std::string_view input) {
  const auto is_blank = [](char32_t code_point) {
    const CharacterClass character_class = classify(code_point);
    return character_class == CharacterClass::space || character_class == CharacterClass::line_break;
  };
  while (!input.empty()) {
    const Decoded first = decode(input, 0);
    if (!is_blank(first.code_point)) break;
    input.remove_prefix(first.size);
  }
  while (!input.empty()) {
    std::size_t last = input.size() - 1;
    while ((static_cast<unsigned char>(input[last]) & 0xC0) == 0x80) --last;
    if (!is_blank(decode(input, last).code_point)) break;
    input.remove_suffix(input.size() - last);
  }
  return input;
}

std::string code_point_name(char32_t code_point) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string name = "U+";
  int shift = code_point > 0xFFFFF ? 20 : code_point > 0xFFFF ? 16 : 12;
  for (; shift >= 0; shift -= 4) name.push_back(digits[(code_point >> shift) & 0xF]);
  return name;
}

}  // namespace vestibule::text
