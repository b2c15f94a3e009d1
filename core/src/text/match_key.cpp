#include "vestibule/text/match_key.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "mappings.hpp"
#include "segment.hpp"
#include "unicode_data.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

#include "generated/foldings.inc"

// Letters that fold by the same difference, one after the other or every second one.
class Foldings {
 public:
  // What a code point folds to, by rows of one letter for one; itself when it stays.
  static char32_t of(char32_t code_point) {
    static const Foldings unpacked;
    const Run* const run = find_run(unpacked.runs_, code_point);
    if (run == nullptr) return code_point;
    const auto range = static_cast<std::size_t>(run - unpacked.runs_.data());
    if ((code_point - run->first) % folding_step[range] != 0) return code_point;
    return code_point + static_cast<char32_t>(unpacked.differences_[range]);
  }

 private:
  Foldings() {
    unpack_runs(folding_runs, runs_);
    std::size_t at = 0;
    for (std::int32_t& difference : differences_) difference = with_sign(read_variable(folding_differences, at));
  }

  std::array<Run, std::size(folding_step)> runs_{};
  std::array<std::int32_t, std::size(folding_step)> differences_{};
};

constexpr bool is_sharp_s(char32_t code_point) {
  return std::find(std::begin(folding_to_double_s), std::end(folding_to_double_s), code_point) !=
         std::end(folding_to_double_s);
}

constexpr bool is_ignorable(CharacterClass character_class, char32_t code_point) {
  using enum CharacterClass;
  if (code_point >= 0xFFF9 && code_point <= 0xFFFC) return false;  // invisible to readers, not ignorable to Unicode
  return character_class == invisible || character_class == joiner || character_class == bidi_control ||
         character_class == tag || character_class == selector || character_class == variation ||
         (character_class == filler && code_point != 0x2800);
}

// Folds one code point after the other into segments, and segments into text.
class Folder {
 public:
  explicit Folder(std::string& out) : out_{out} {}

  void take(char32_t code_point) {
    Mapping mapping;
    const std::size_t size = decompose(code_point, Form::compatibility, mapping);
    if (size == 0) take_decomposed(code_point);
    for (std::size_t i = 0; i < size; ++i) take_decomposed(mapping[i]);
  }

  void flush() {
    segment_.order();
    segment_.fold_ypogegrammeni();
    segment_.compose();
    for (std::size_t i = 0; i < segment_.size(); ++i) append_utf8(out_, segment_[i]);
    segment_.clear();
  }

 private:
  // U+0345 folds once marks are in order.
  void take_decomposed(char32_t code_point) {
    if (is_sharp_s(code_point)) {
      put('s');
      put('s');
      return;
    }
    const char32_t folded = code_point == 0x0345 ? code_point : Foldings::of(code_point);
    if (folded == code_point) {
      put(code_point);
    } else {
      take(folded);
    }
  }

  void put(char32_t code_point) {
    const Properties properties = properties_of(code_point);
    if (is_ignorable(properties.character_class(), code_point)) return;
    if (properties.begins_segment()) flush();
    segment_.add_decomposed(code_point);
  }

  std::string& out_;
  Segment segment_;
};

// Letters, digits and their marks; U+30FC lengthens Kana, and Arabic digits belong to every script.
bool is_word(char32_t code_point) {
  if (code_point < 0x80) return is_alnum(static_cast<char>(code_point));
  const Properties properties = properties_of(code_point);
  const CharacterClass character_class = properties.character_class();
  return properties.script() != Script::common || character_class == CharacterClass::mark ||
         character_class == CharacterClass::spacing_mark || code_point == 0x30FC ||
         (code_point >= 0x0660 && code_point <= 0x0669);
}

}  // namespace

std::string fold(std::string_view input) {
  std::string out;
  out.reserve(input.size());
  Folder folder{out};
  for (std::size_t at = 0; at < input.size();) {
    const Decoded current = decode(input, at);
    at += current.size;
    folder.take(current.code_point);
  }
  folder.flush();
  return out;
}

std::string match_key(std::string_view input) {
  const std::string folded = fold(input);
  std::string key;
  std::string symbols;  // without white space
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded current = decode(folded, at);
    const std::string_view bytes = std::string_view{folded}.substr(at, current.size);
    at += current.size;
    if (is_word(current.code_point)) {
      key += bytes;
    } else {
      if (!key.empty() && key.back() != ' ') key.push_back(' ');
      if (const auto kind = classify(current.code_point);
          kind != CharacterClass::space && kind != CharacterClass::line_break) {
        symbols += bytes;
      }
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key.empty() ? symbols : key;
}

}  // namespace vestibule::text
