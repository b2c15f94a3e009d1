#include "mappings.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "unicode_data.hpp"

namespace vestibule::text {
namespace {

#include "generated/canonical.inc"
#include "generated/compatibility.inc"

// Hangul syllables are composed by a formula (Unicode core specification, section 3.12).
constexpr char32_t syllables = 0xAC00, leads = 0x1100, vowels = 0x1161, finals = 0x11A7;
constexpr char32_t lead_count = 19, vowel_count = 21, final_count = 28;
constexpr char32_t syllable_count = lead_count * vowel_count * final_count;

// Of `canonical_second`: from here on the numbers of `seconds`; below, for code points that stand alone, the place they lie in.
constexpr std::uint8_t second_numbers = 3;

// The mappings in the order of their code points. First code points travel as differences, which take a third less.
class Canonical {
 public:
  static const Canonical& unpacked() {
    static const Canonical once;
    return once;
  }

  // The number of a code point's mapping, which is below the number of all when it has one.
  [[nodiscard]] std::size_t find(char32_t code_point) const {
    const Run* const run = find_run(runs_, code_point);
    return run != nullptr ? run->before + (code_point - run->first) : firsts_.size();
  }
  [[nodiscard]] char32_t first(std::size_t entry) const { return firsts_[entry]; }
  // Whose mapping it is.
  [[nodiscard]] char32_t composite(std::size_t entry) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), entry,
                                        [](std::size_t wanted, const Run& run) { return wanted < run.before; });
    const Run& run = *(after - 1);
    return run.first + static_cast<char32_t>(entry - run.before);
  }

 private:
  Canonical() {
    unpack_runs(canonical_runs, runs_);
    std::array<std::uint32_t, second_numbers + 1> before{};
    std::size_t at = 0;
    for (std::size_t entry = 0; entry < firsts_.size(); ++entry) {
      std::uint32_t& first = before[std::min(canonical_second[entry], second_numbers)];
      first += static_cast<std::uint32_t>(with_sign(read_variable(canonical_first_differences, at)));
      firsts_[entry] = static_cast<char32_t>(first);
    }
  }

  std::array<Run, canonical_run_count> runs_{};
  std::array<char32_t, std::size(canonical_second)> firsts_{};
};

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

struct Pair {
  char32_t first;
  char32_t second;  // 0: there is none
};

// Sets `pair` to the canonical mapping of a code point; false when there is none.
bool decompose_once(char32_t code_point, Pair& pair) {
  if (code_point < 0xC0) return false;
  const Canonical& canonical = Canonical::unpacked();
  const std::size_t entry = canonical.find(code_point);
  if (entry == std::size(canonical_second)) return false;
  const std::uint8_t second = canonical_second[entry];
  pair = {canonical.first(entry), second < second_numbers ? 0 : seconds[second - second_numbers]};
  return true;
}

// Writes what a code point becomes; gives the end. No mapping goes deeper than four steps, which the generator proves.
char32_t* write(char32_t code_point, Form form, char32_t* to) {
  if (Pair pair{}; decompose_once(code_point, pair)) {
    to = write(pair.first, form, to);
    return pair.second == 0 ? to : write(pair.second, form, to);
  }
  const auto compatible = form == Form::compatibility ? Compatibility::of(code_point) : std::span<const char32_t>{};
  for (const char32_t part : compatible) to = write(part, form, to);
  if (compatible.empty()) *to++ = code_point;
  return to;
}

}  // namespace

std::size_t decompose(char32_t code_point, Form form, Mapping& mapping) {
  if (code_point < 0xA0) return 0;
  const auto size = static_cast<std::size_t>(write(code_point, form, mapping.data()) - mapping.data());
  return size == 1 && mapping[0] == code_point ? 0 : size;
}

char32_t compose_pair(char32_t first, char32_t second) {
  if (first >= leads && first < leads + lead_count && second >= vowels && second < vowels + vowel_count) {
    return syllables + ((first - leads) * vowel_count + (second - vowels)) * final_count;
  }
  if (first >= syllables && first < syllables + syllable_count && (first - syllables) % final_count == 0 &&
      second > finals && second < finals + final_count) {
    return first + (second - finals);
  }
  const auto known = std::lower_bound(std::begin(seconds), std::end(seconds), second);
  if (known == std::end(seconds) || *known != second) return 0;
  const auto number = static_cast<std::uint8_t>(known - std::begin(seconds) + second_numbers);
  const Canonical& canonical = Canonical::unpacked();
  const bool plane_0 = first <= 0xFFFF;
  const std::size_t end = plane_0 ? canonical_pairs_of_plane_0 : std::size(canonical_second);
  for (std::size_t entry = plane_0 ? 0 : canonical_pairs_of_plane_0; entry < end; ++entry) {
    if (canonical_second[entry] != number || canonical.first(entry) != first) continue;
    const char32_t composite = canonical.composite(entry);
    // Some composites never stand in NFC.
    if (properties_of(composite).in_nfc() != InNfc::no) return composite;
  }
  return 0;
}

}  // namespace vestibule::text
