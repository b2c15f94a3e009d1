#include "vestibule/profile/pattern.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "vestibule/limits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::profile {

bool Pattern::takes(const Step& step, char32_t character) const {
  if (step.op == Op::character) return step.value == character;
  const Set set = sets_[step.value];
  const auto begin = ranges_.begin() + set.begin;
  const auto end = ranges_.begin() + set.end;
  const auto after = std::upper_bound(begin, end, character, [](char32_t c, const Range& r) { return c < r.first; });
  return after != begin && character <= (after - 1)->last;
}

// The places in the code that are reached at one position of the text, each once: so a position costs at most one visit
// of every step, however many ways lead there.
class Pattern::Threads {
 public:
  explicit Threads(const std::vector<Step>& code) : code_{code} {}

  void clear() {
    count_ = 0;
    seen_.reset();
  }

  // Follows all steps from `start` that take no character. True when the end of the pattern is reached.
  bool add(std::size_t start, bool at_begin, bool at_end) {
    std::size_t waiting = 0;
    const auto visit = [&](std::size_t place) {
      if (seen_[place]) return;
      seen_.set(place);
      waiting_[waiting++] = static_cast<std::uint16_t>(place);
    };
    visit(start);
    while (waiting > 0) {
      const std::size_t place = waiting_[--waiting];
      const Step& step = code_[place];
      const auto target = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(place) + step.jump);
      switch (step.op) {
        case Op::character:
        case Op::set: places_[count_++] = static_cast<std::uint16_t>(place); break;
        case Op::split:
          visit(target);
          visit(place + 1);
          break;
        case Op::jump: visit(target); break;
        case Op::text_begin:
          if (at_begin) visit(place + 1);
          break;
        case Op::text_end:
          if (at_end) visit(place + 1);
          break;
        case Op::match: return true;
      }
    }
    return false;
  }

  [[nodiscard]] const std::uint16_t* begin() const { return places_.data(); }
  [[nodiscard]] const std::uint16_t* end() const { return places_.data() + count_; }

 private:
  const std::vector<Step>& code_;
  std::array<std::uint16_t, limits::pattern_max_steps> places_;
  std::array<std::uint16_t, limits::pattern_max_steps> waiting_;  // every step waits at most once
  std::bitset<limits::pattern_max_steps> seen_;
  std::size_t count_ = 0;
};

bool Pattern::matches(std::string_view text) const {
  Threads threads[2] = {Threads{code_}, Threads{code_}};
  std::size_t now = 0;
  for (std::size_t at = 0;;) {
    const bool at_end = at == text.size();
    // A match may begin anywhere.
    if (threads[now].add(0, at == 0, at_end)) return true;
    if (at_end) return false;
    const text::Decoded decoded = text::decode(text, at);
    at += decoded.size;
    Threads& next = threads[1 - now];
    next.clear();
    for (const std::uint16_t place : threads[now]) {
      if (takes(code_[place], decoded.code_point) && next.add(place + std::size_t{1}, false, at == text.size())) {
        return true;
      }
    }
    now = 1 - now;
  }
}

}  // namespace vestibule::profile
