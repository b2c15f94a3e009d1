#include "vestibule/text/match_key.hpp"

#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "decomposition.hpp"
#include "unicode_data.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

#include "generated/compatibility.inc"
#include "generated/foldings.inc"

// The compatibility mappings, each behind the one before.
class Compatibility {
 public:
  // Of one code point; of no characters when it has none of its own.
  static std::span<const char32_t> of(char32_t code_point) {
    static const Compatibility unpacked;
    const Run* const run = find_run(unpacked.runs_, code_point);
    if (run == nullptr) return {};
    const std::size_t mapping = run->before + (code_point - run->first);
    const std::size_t begin = unpacked.begins_[mapping];
    return std::span{unpacked.characters_}.subspan(begin, unpacked.begins_[mapping + 1] - begin);
  }

 private:
  // In a run each character travels as the difference to the one at its place in the mapping before. The first ones mostly
  // count up.
  Compatibility() {
    unpack_runs(compatibility_runs, runs_);
    std::size_t at = 0;
    std::size_t mapping = 0;
    std::size_t size = 0;
    for (const Run& run : runs_) {
      std::array<std::int32_t, compatibility_longest> before{};
      for (std::uint32_t i = 0; i < run.count; ++i) {
        ++before[0];
        bool more = true;
        for (std::size_t place = 0; more; ++place) {
          const std::uint32_t number = read_variable(compatibility_bytes, at);
          more = (number & 1) != 0;
          before[place] += with_sign(number >> 1);
          characters_[size++] = static_cast<char32_t>(before[place]);
        }
        begins_[++mapping] = static_cast<std::uint16_t>(size);
      }
    }
  }

  std::array<Run, compatibility_run_count> runs_{};
  std::array<std::uint16_t, compatibility_count + 1> begins_{};
  std::array<char32_t, compatibility_size> characters_{};
};

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

// Pushes the compatibility mapping of a code point, last character first; false when it has none of its own.
bool push_compatibility(char32_t code_point, std::vector<std::uint32_t>& pending) {
  const std::span<const char32_t> mapping = Compatibility::of(code_point);
  for (std::size_t left = mapping.size(); left > 0; --left) pending.push_back(mapping[left - 1]);
  return !mapping.empty();
}

// Pushes what a code point without a decomposition folds to; false when it stays. U+0345 waits until marks are in order.
bool push_folding(char32_t code_point, std::vector<std::uint32_t>& pending) {
  for (const std::uint32_t sharp_s : folding_to_double_s) {
    if (code_point == sharp_s) {
      pending.push_back('s');
      pending.push_back('s');
      return true;
    }
  }
  if (code_point == 0x0345) return false;
  const char32_t folded = Foldings::of(code_point);
  if (folded == code_point) return false;
  pending.push_back(folded);
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
  std::vector<std::uint32_t> pending_;  // last in, first out
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
