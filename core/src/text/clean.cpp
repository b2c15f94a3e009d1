#include "vestibule/text/clean.hpp"

#include <algorithm>

#include "unicode_data.hpp"
#include "vestibule/text/classify.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/plain.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

void note(char32_t& slot, char32_t code_point) {
  if (slot == no_character) slot = code_point;
}

// Whether U+FE00-FE0F may follow: an emoji, a symbol or digit, Han, or a script whose letters vary (standardized variants).
bool may_vary(Properties base) {
  return base.joins() != Joins::nothing || base.script() == Script::han ||
         (base.script() == Script::common && base.character_class() == CharacterClass::visible);
}

// What stands before the first character: it joins nothing, and nothing may follow it.
constexpr Properties nothing{static_cast<std::uint32_t>(CharacterClass::filler)};

// Writes the result. White space is held back until a character follows it, so that none is left at an end, and a joiner
// until it is known what it joins: cleaning a clean text finds nothing.
class Cleaner {
 public:
  Cleaner(Lines lines, std::string& out) : lines_{lines}, out_{out}, begin_{out.size()} {}

  void take(char32_t code_point, Cleaned& report) {
    const Properties properties = properties_of(code_point);
    count_marks(code_point, properties.character_class());
    report.most_marks = std::max(report.most_marks, marks_);
    switch (properties.character_class()) {
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
        if (joiner_ != no_character || after_white() || base_.joins() == Joins::nothing) {
          note(report.removed, code_point);
        } else {
          joiner_ = code_point;
        }
        return;
      case CharacterClass::selector:
        if (joiner_ != no_character || after_white() || previous_.script() != Script::han) {
          note(report.stray_selector, code_point);
        }
        break;
      case CharacterClass::variation:
        if (is_selector(previous_) && !after_white()) {
          note(report.stray_selector, code_point);
        } else if (joiner_ != no_character || after_white() || !may_vary(base_)) {
          note(report.removed, code_point);
          return;
        }
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
      case CharacterClass::spacing_mark:
      case CharacterClass::filler: break;
    }
    put(code_point, properties, report);
  }

  void finish(Cleaned& report) {
    if (joiner_ != no_character) note(report.removed, joiner_);
  }

 private:
  [[nodiscard]] bool after_white() const { return space_ || breaks_ > 0; }

  static bool is_selector(Properties properties) {
    return properties.character_class() == CharacterClass::variation ||
           properties.character_class() == CharacterClass::selector;
  }

  static bool is_mark(Properties properties) {
    return properties.character_class() == CharacterClass::mark ||
           properties.character_class() == CharacterClass::spacing_mark;
  }

  // Marks on one base, as if every letter were decomposed: canonically equal texts have equally many.
  void count_marks(char32_t code_point, CharacterClass character_class) {
    switch (character_class) {
      case CharacterClass::mark: marks_ += 1 + marks_inside(code_point); return;
      case CharacterClass::invisible:
      case CharacterClass::joiner:
      case CharacterClass::variation:
      case CharacterClass::spacing_mark: return;
      default: marks_ = marks_inside(code_point);
    }
  }

  // A joiner stays where it is spelling, or makes one picture of two emoji; there a non-joiner means nothing.
  [[nodiscard]] bool joiner_stays(Properties next) const {
    if (after_white()) return false;
    if (base_.joins() == Joins::letters) {
      return next.joins() == Joins::letters || (is_mark(next) && next.script() == Script::common);
    }
    return next.joins() == Joins::emoji && joiner_ == 0x200D;
  }

  void put(char32_t code_point, Properties properties, Cleaned& report) {
    if (joiner_ != no_character) {
      if (joiner_stays(properties)) {
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
    previous_ = properties;
    // A mark of every script, or a selector, leaves what is under it as it is.
    const bool rides = is_selector(properties) || (is_mark(properties) && properties.joins() == Joins::nothing);
    if (!rides) base_ = properties;
  }

  Lines lines_;
  std::string& out_;
  std::size_t begin_;
  std::size_t breaks_ = 0;
  std::size_t marks_ = 0;
  Properties previous_ = nothing;   // the last character written, joiners and white space aside
  Properties base_ = nothing;       // the last one that is no selector and no mark of every script
  char32_t joiner_ = no_character;  // held back
  bool space_ = false;              // held back
};

// Replaces what was written from `begin` on by its NFC.
void compose(std::size_t begin, std::string& out) {
  std::string composed;
  if (to_nfc(std::string_view{out}.substr(begin), composed)) out.replace(begin, std::string::npos, composed);
}

}  // namespace

Cleaned clean(std::string_view input, Lines lines, std::string& out, WorthComposing most) {
  Cleaned report;
  if (is_plain(input)) {
    report.plain_ascii = true;
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
  const bool hopeless = report.refused() || report.most_marks > most.marks || out.size() - begin > most.bytes;
  if (!hopeless) compose(begin, out);
  const std::string_view result = std::string_view{out}.substr(begin);
  report.length_utf16 = utf16_length(result);
  report.lines = result.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(result.begin(), result.end(), '\n'));
  report.changed = result != input;
  if (!report.changed) out.resize(begin);
  return report;
}

std::string_view trim(std::string_view input) {
  const auto is_blank = [](char32_t code_point) {
    if (code_point > ' ' && code_point < 0x7F) return false;
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
