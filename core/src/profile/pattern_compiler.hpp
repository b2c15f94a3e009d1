// From the text of a pattern to its steps. Internal to profile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "vestibule/profile/pattern.hpp"

namespace vestibule::profile {

// One pass from the left, without recursion: open groups are kept in a list. An atom is always the last steps written,
// and jumps are relative, so a quantifier wraps or copies these steps as they are.
class PatternCompiler {
 public:
  explicit PatternCompiler(std::string_view source) : source_{source} {}

  // False when the pattern is refused: then error() says why.
  [[nodiscard]] bool run();
  [[nodiscard]] const PatternError& error() const { return error_; }
  [[nodiscard]] Pattern take() { return std::move(pattern_); }

 private:
  using Op = Pattern::Op;
  using Range = Pattern::Range;

  struct Group {
    std::size_t begin;       // of its first step
    std::size_t branch;      // of the branch being written
    std::size_t first_exit;  // 1 + the place of its newest jump to its end; 0: none. They are chained by `value`.
    std::size_t offset;      // of "(" in the source
  };
  struct Count {
    std::size_t min, max;
    bool open;  // no upper bound
  };

  bool fail(std::string_view what, std::size_t offset);
  [[nodiscard]] bool more() const { return at_ < source_.size(); }
  [[nodiscard]] bool next_is(char c) const { return more() && source_[at_] == c; }
  bool take_if(char c);
  bool take_if(std::string_view text);
  char32_t take_character();

  bool element();
  bool open_group(std::size_t offset);
  bool close_group();
  bool next_branch();
  void end_branches();
  bool quantify(std::size_t begin);
  bool read_count(Count& count);
  bool read_number(std::size_t& number);
  bool repeat(std::size_t begin, const Count& count, std::size_t offset);

  bool class_items(std::size_t offset);
  bool class_item(std::vector<Range>& ranges, bool& single);
  bool escape(std::vector<Range>& ranges, bool in_class, bool& single);
  bool code_point_escape(std::size_t digits, std::size_t offset, char32_t& code_point);

  bool emit(Op op, std::uint32_t value, std::size_t offset, std::ptrdiff_t jump = 0);
  bool insert_split(std::size_t place, std::size_t offset, std::size_t target);
  bool emit_set(std::vector<Range> ranges, bool negated, std::size_t offset);

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  Pattern pattern_;
  PatternError error_;
};

}  // namespace vestibule::profile
