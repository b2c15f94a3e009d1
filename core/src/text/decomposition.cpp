#include "decomposition.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "unicode_data.hpp"

namespace vestibule::text {
namespace {

#include "generated/canonical.inc"

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

}  // namespace

bool decompose_once(char32_t code_point, Pair& pair) {
  if (code_point < 0xC0) return false;
  if (code_point >= syllables && code_point < syllables + syllable_count) {
    const char32_t place = code_point - syllables;
    const char32_t final = place % final_count;
    if (final != 0) {
      pair = {code_point - final, finals + final};
    } else {
      pair = {leads + place / final_count / vowel_count, vowels + place / final_count % vowel_count};
    }
    return true;
  }
  const Canonical& canonical = Canonical::unpacked();
  const std::size_t entry = canonical.find(code_point);
  if (entry == std::size(canonical_second)) return false;
  const std::uint8_t second = canonical_second[entry];
  pair = {canonical.first(entry), second < second_numbers ? 0 : seconds[second - second_numbers]};
  return true;
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

void Segment::add(char32_t code_point) {
  std::array<char32_t, 4> tail{};  // the generator proves that no mapping goes deeper
  std::size_t count = 0;
  Pair pair{};
  while (decompose_once(code_point, pair)) {
    if (pair.second != 0) tail[count++] = pair.second;
    code_point = pair.first;
  }
  add_decomposed(code_point);
  while (count > 0) add_decomposed(tail[--count]);
}

void Segment::add_decomposed(char32_t code_point) {
  const std::uint32_t combining_class = code_point < 0x300 ? 0 : properties_of(code_point).combining_class();
  characters_.push_back(static_cast<std::uint32_t>(code_point) | combining_class << 24);
}

namespace {

constexpr std::uint32_t class_of(std::uint32_t character) { return character >> 24; }

// Stable, by combining class. A short run is sorted by insertion; a long one, which only an attacker writes, by counting.
void sort_marks(std::uint32_t* begin, std::uint32_t* end) {
  constexpr std::ptrdiff_t short_run = 32;
  if (end - begin > short_run) {
    std::array<std::size_t, 257> place{};
    for (const std::uint32_t* mark = begin; mark != end; ++mark) ++place[class_of(*mark) + 1];
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    const std::vector<std::uint32_t> marks(begin, end);
    for (const std::uint32_t mark : marks) begin[place[class_of(mark)]++] = mark;
    return;
  }
  for (std::uint32_t* mark = begin; mark != end; ++mark) {
    const std::uint32_t moved = *mark;
    std::uint32_t* to = mark;
    for (; to != begin && class_of(to[-1]) > class_of(moved); --to) *to = to[-1];
    *to = moved;
  }
}

}  // namespace

void Segment::order() {
  std::uint32_t* const end = characters_.data() + characters_.size();
  for (std::uint32_t* at = characters_.data(); at != end;) {
    if (class_of(*at) == 0) {
      ++at;
      continue;
    }
    std::uint32_t* const begin = at;
    while (at != end && class_of(*at) != 0) ++at;
    sort_marks(begin, at);
  }
}

void Segment::fold_ypogegrammeni() {
  for (std::uint32_t& character : characters_) {
    if ((character & 0x1FFFFF) == 0x0345) character = 0x03B9;
  }
}

void Segment::compose() {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t starter = none;
  std::size_t size = 0;
  std::uint32_t last_class = 0;
  for (const std::uint32_t character : characters_) {
    const std::uint32_t combining_class = class_of(character);
    // A character composes with the starter unless one between them has its class or a higher one, or is a starter.
    if (starter != none && (size == starter + 1 || last_class < combining_class)) {
      const char32_t composite = compose_pair(characters_[starter], character & 0x1FFFFF);
      if (composite != 0) {
        characters_[starter] = static_cast<std::uint32_t>(composite);
        continue;
      }
    }
    if (combining_class == 0) starter = size;
    last_class = combining_class;
    characters_[size++] = character;
  }
  characters_.resize(size);
}

}  // namespace vestibule::text
