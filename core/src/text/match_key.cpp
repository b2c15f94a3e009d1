#include "vestibule/text/match_key.hpp"

#include <iterator>
#include <vector>

#include "decomposition.hpp"
#include "unicode_data.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

#include "generated/compatibility.inc"
#include "generated/foldings.inc"

constexpr RunTable compatibility_table{compatibility_block_first, compatibility_block_at, compatibility_block_before,
                                       compatibility_runs};

// Pushes the compatibility mapping of a code point, last character first; false when it has none of its own.
bool push_compatibility(char32_t code_point, std::vector<char32_t>& pending) {
  const RunTable::Run run = compatibility_table.find(code_point);
  if (run.count == 0) return false;
  const std::size_t place = code_point - run.first;
  // A run holds differences: it is read from its start, at most some hundred mappings.
  std::int32_t mapping[compatibility_longest] = {};
  std::size_t length = 0;
  std::size_t at = run.before;
  for (std::size_t i = 0; i <= place; ++i) {
    length = 0;
    for (bool more = true; more; ++length) {
      const std::uint32_t number = read_variable(compatibility_bytes, at);
      const auto half = static_cast<std::int32_t>(number >> 2);
      more = (number & 1) != 0;
      mapping[length] += ((number & 2) != 0 ? -half - 1 : half) + (length == 0 ? 1 : 0);
    }
  }
  while (length > 0) pending.push_back(static_cast<char32_t>(mapping[--length]));
  return true;
}

// Pushes what a code point without a decomposition folds to; false when it stays. U+0345 waits until marks are in order.
bool push_folding(char32_t code_point, std::vector<char32_t>& pending) {
  for (const std::uint32_t sharp_s : folding_to_double_s) {
    if (code_point == sharp_s) {
      pending.insert(pending.end(), {U's', U's'});
      return true;
    }
  }
  if (code_point == 0x0345) return false;
  std::size_t low = 0;
  for (std::size_t high = std::size(folding_first); low < high;) {
    const std::size_t middle = (low + high) / 2;
    if (folding_first[middle] <= code_point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return false;
  const std::size_t range = low - 1;
  const std::uint32_t distance = static_cast<std::uint32_t>(code_point) - folding_first[range];
  const std::uint32_t step = folding_step[range];
  if (distance % step != 0 || distance / step >= folding_count[range]) return false;
  pending.push_back(static_cast<char32_t>(static_cast<std::int32_t>(code_point) + folding_difference[range]));
  return true;
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
    pending_.push_back(code_point);
    while (!pending_.empty()) {
      const char32_t next = pending_.back();
      pending_.pop_back();
      if (Pair pair{}; decompose_once(next, pair)) {
        if (pair.second != 0) pending_.push_back(pair.second);
        pending_.push_back(pair.first);
      } else if (!push_compatibility(next, pending_) && !push_folding(next, pending_)) {
        put(next);
      }
    }
  }

  void flush() {
    segment_.order();
    segment_.fold_ypogegrammeni();
    segment_.compose();
    for (std::size_t i = 0; i < segment_.size(); ++i) append_utf8(out_, segment_[i]);
    segment_.clear();
  }

 private:
  void put(char32_t code_point) {
    const Properties properties = properties_of(code_point);
    if (is_ignorable(properties.character_class(), code_point)) return;
    if (properties.begins_segment()) flush();
    segment_.add_decomposed(code_point);
  }

  std::string& out_;
  std::vector<char32_t> pending_;  // last in, first out
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
