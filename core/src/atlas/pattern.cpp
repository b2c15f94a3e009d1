#include "vestibule/atlas/pattern.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "vestibule/text/ascii.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t max_atoms = 24;
constexpr std::size_t max_text = 24;

struct Atom {
  std::string_view set;
  bool optional = false;
  bool shown = false;  // an optional separator that the canonical spelling has
  bool separator = false;

  [[nodiscard]] bool has(char c) const {
    switch (set.front()) {
      case '#': return text::is_digit(c);
      case '@': return text::is_upper(c);
      case '%': return text::is_digit(c) || text::is_upper(c);
      case '[': break;
      default: return set.front() == c;
    }
    for (std::size_t i = 1; i + 1 < set.size(); ++i) {
      if (set[i] == c && (c != '-' || i == 1)) return true;  // elsewhere "-" makes a range
      if (set[i] == '-' && i > 1 && i + 2 < set.size() && set[i - 1] <= c && c <= set[i + 1]) return true;
    }
    return false;
  }
};

struct Sequence {
  std::array<Atom, max_atoms> atoms;
  std::size_t size = 0;
};

// Cuts the first sequence off. One that is damaged or too long comes back empty, and nothing fits it.
Sequence next_sequence(std::string_view& pattern) {
  Sequence sequence;
  bool whole = true;
  while (!pattern.empty() && pattern.front() != '|') {
    std::size_t size = 1;
    if (pattern.front() == '[') size = std::min(pattern.find(']'), pattern.size() - 1) + 1;
    Atom atom{pattern.substr(0, size), false, false, false};
    pattern.remove_prefix(size);
    const char first = size > 2 ? atom.set[1] : atom.set[0];
    atom.separator = first == ' ' || first == '-';
    if (!pattern.empty() && (pattern.front() == '?' || pattern.front() == '!')) {
      atom.optional = true;
      atom.shown = pattern.front() == '!';
      pattern.remove_prefix(1);
    }
    if (sequence.size == max_atoms) {
      whole = false;
    } else {
      sequence.atoms[sequence.size++] = atom;
    }
  }
  if (!pattern.empty()) pattern.remove_prefix(1);
  if (!whole) sequence.size = 0;
  return sequence;
}

// A set of states: bit i is "atoms 0 to i - 1 are behind us".
using States = std::uint32_t;

// Runs a text through one sequence: all states at once, so that the cost is length times atoms whatever the pattern.
struct Run {
  const Sequence& sequence;
  bool separators_count;  // false: separators are no characters, but may stand anywhere they are named
  std::array<States, max_text + 1> states{};

  [[nodiscard]] States with_skips(States states_now) const {
    for (std::size_t i = 0; i < sequence.size; ++i) {
      const Atom& atom = sequence.atoms[i];
      const bool skips = atom.optional || (atom.separator && !separators_count);
      if (skips && (states_now >> i & 1) != 0) states_now |= States{2} << i;
    }
    return states_now;
  }

  [[nodiscard]] bool ended(std::size_t at) const { return sequence.size > 0 && (states[at] >> sequence.size & 1) != 0; }

  // Precondition: text.size() <= max_text.
  void read(std::string_view text) {
    states[0] = with_skips(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text::to_upper(text[at]);
      States after = 0;
      for (std::size_t i = 0; i < sequence.size; ++i) {
        const Atom& atom = sequence.atoms[i];
        if ((states[at] >> i & 1) == 0 || (atom.separator && !separators_count)) continue;
        if (atom.has(c)) after |= States{2} << i;
      }
      states[at + 1] = with_skips(after);
    }
  }
};

// Walks back from the end and writes what each atom stands for. Precondition: run.ended(bare.size()).
std::string spelled(const Run& run, std::string_view bare) {
  std::string reversed;
  std::size_t at = bare.size();
  for (std::size_t i = run.sequence.size; i > 0; --i) {
    const Atom& atom = run.sequence.atoms[i - 1];
    if (atom.separator) {
      if (!atom.optional || atom.shown) reversed.push_back(atom.set.size() > 2 ? atom.set[1] : atom.set[0]);
      continue;
    }
    if (at > 0 && (run.states[at - 1] >> (i - 1) & 1) != 0 && atom.has(bare[at - 1])) {
      reversed.push_back(bare[--at]);
    }
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

// Whether the first sequence takes the text character by character, so that this is how it is spelled: most patterns are
// digits and letters, and most codes are written so.
bool fits_as_it_is(std::string_view pattern, std::string_view bare) {
  if (pattern.size() < bare.size() || bare.size() > max_atoms) return false;
  for (std::size_t at = 0; at < bare.size(); ++at) {
    const char atom = pattern[at];
    const char c = bare[at];
    const bool fits = atom == '#'   ? text::is_digit(c)
                      : atom == '@' ? text::is_upper(c)
                                    : text::is_alnum(atom) && atom == c;
    if (!fits) return false;
  }
  return pattern.size() == bare.size() || pattern[bare.size()] == '|';
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view text) {
  if (text.size() > max_text) return false;
  while (!pattern.empty()) {
    const Sequence sequence = next_sequence(pattern);
    Run run{sequence, true};
    run.read(text);
    if (run.ended(text.size())) return true;
  }
  return false;
}

std::optional<std::string> spell_by_pattern(std::string_view pattern, std::string_view bare) {
  if (bare.size() > max_text) return std::nullopt;
  if (fits_as_it_is(pattern, bare)) return std::string{bare};
  while (!pattern.empty()) {
    const Sequence sequence = next_sequence(pattern);
    Run run{sequence, false};
    run.read(bare);
    if (run.ended(bare.size())) return spelled(run, bare);
  }
  return std::nullopt;
}

bool begins_by_pattern(std::string_view pattern, std::string_view bare) {
  bare = bare.substr(0, max_text);
  while (!pattern.empty()) {
    const Sequence sequence = next_sequence(pattern);
    Run run{sequence, false};
    run.read(bare);
    for (std::size_t at = 0; at <= bare.size(); ++at) {
      if (run.ended(at)) return true;
    }
  }
  return false;
}

}  // namespace vestibule::atlas
