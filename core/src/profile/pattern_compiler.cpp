#include "pattern_compiler.hpp"

#include <algorithm>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::profile {

bool PatternCompiler::fail(std::string_view what, std::size_t offset) {
  error_ = {what, offset};
  return false;
}

bool PatternCompiler::take_if(char c) {
  const bool taken = next_is(c);
  if (taken) ++at_;
  return taken;
}

bool PatternCompiler::take_if(std::string_view text) {
  const bool taken = source_.substr(at_).starts_with(text);
  if (taken) at_ += text.size();
  return taken;
}

char32_t PatternCompiler::take_character() {
  const text::Decoded decoded = text::decode(source_, at_);
  at_ += decoded.size;
  return decoded.code_point;
}

bool PatternCompiler::run() {
  if (source_.size() > limits::pattern_max_bytes) return fail("it is too long", limits::pattern_max_bytes);
  groups_.push_back({0, 0, 0, 0});
  while (more()) {
    if (!element()) return false;
  }
  if (groups_.size() > 1) return fail("this group is not closed", groups_.back().offset);
  end_branches();
  return emit(Op::match, 0, source_.size());
}

bool PatternCompiler::element() {
  const std::size_t offset = at_;
  const std::size_t begin = pattern_.code_.size();
  const char32_t c = take_character();
  switch (c) {
    case '^': return emit(Op::text_begin, 0, offset);
    case '$': return emit(Op::text_end, 0, offset);
    case '|': return next_branch();
    case '(': return open_group(offset);
    case ')': return close_group();
    case '?':
    case '*':
    case '+':
    case '{': return fail("there is nothing to repeat", offset);
    case '}':
    case ']': return fail("write a backslash before this bracket", offset);
    case '.':
      if (!emit_set({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}, true, offset)) return false;
      break;
    case '[':
      if (!class_items(offset)) return false;
      break;
    case '\\': {
      std::vector<Range> ranges;
      bool single = false;
      if (!escape(ranges, false, single)) return false;
      if (!(single ? emit(Op::character, ranges[0].first, offset) : emit_set(ranges, false, offset))) return false;
      break;
    }
    default:
      if (!emit(Op::character, c, offset)) return false;
  }
  return quantify(begin);
}

bool PatternCompiler::open_group(std::size_t offset) {
  if (next_is('?') && !take_if("?:")) return fail("of the groups with ? only (?:...) is known", offset);
  if (groups_.size() > limits::pattern_max_depth) return fail("groups are nested too deep", offset);
  const std::size_t begin = pattern_.code_.size();
  groups_.push_back({begin, begin, 0, offset});
  return true;
}

bool PatternCompiler::close_group() {
  if (groups_.size() == 1) return fail("no group is open here", at_ - 1);
  end_branches();
  const std::size_t begin = groups_.back().begin;
  groups_.pop_back();
  return quantify(begin);
}

// Puts a split before the branch that ends here, to the branch that begins, and a jump to the end of the group behind it.
bool PatternCompiler::next_branch() {
  Group& group = groups_.back();
  const std::size_t offset = at_ - 1;
  if (!insert_split(group.branch, offset, pattern_.code_.size() + 2)) return false;
  if (!emit(Op::jump, static_cast<std::uint32_t>(group.first_exit), offset)) return false;
  group.first_exit = pattern_.code_.size();
  group.branch = pattern_.code_.size();
  return true;
}

void PatternCompiler::end_branches() {
  const std::size_t end = pattern_.code_.size();
  for (std::size_t exit = groups_.back().first_exit; exit != 0;) {
    Pattern::Step& step = pattern_.code_[exit - 1];
    step.jump = static_cast<std::int16_t>(end - (exit - 1));
    exit = step.value;
  }
}

bool PatternCompiler::quantify(std::size_t begin) {
  const std::size_t offset = at_;
  auto& code = pattern_.code_;
  if (take_if('?')) {
    if (!insert_split(begin, offset, code.size() + 1)) return false;
  } else if (take_if('*')) {
    if (!insert_split(begin, offset, code.size() + 2)) return false;
    const auto back = static_cast<std::ptrdiff_t>(begin) - static_cast<std::ptrdiff_t>(code.size());
    if (!emit(Op::jump, 0, offset, back)) return false;
  } else if (take_if('+')) {
    const auto back = static_cast<std::ptrdiff_t>(begin) - static_cast<std::ptrdiff_t>(code.size());
    if (!emit(Op::split, 0, offset, back)) return false;
  } else if (take_if('{')) {
    Count count{};
    if (!read_count(count) || !repeat(begin, count, offset)) return false;
  } else {
    return true;
  }
  if (next_is('?')) return fail("lazy repeats are not known", at_);
  return true;
}

bool PatternCompiler::read_count(Count& count) {
  const std::size_t offset = at_ - 1;
  if (!read_number(count.min)) return false;
  count.max = count.min;
  if (take_if(',')) {
    if (next_is('}')) {
      count.open = true;
    } else if (!read_number(count.max)) {
      return false;
    }
  }
  if (!take_if('}')) return fail("write counts as {2}, {2,} or {2,5}", offset);
  if (!count.open && count.min > count.max) return fail("the first count is above the second", offset);
  return true;
}

bool PatternCompiler::read_number(std::size_t& number) {
  const std::size_t offset = at_;
  number = 0;
  while (more() && text::is_digit(source_[at_])) {
    number = number * 10 + static_cast<std::size_t>(source_[at_++] - '0');
    if (number > limits::pattern_max_count) return fail("this count is too high", offset);
  }
  return at_ > offset || fail("write counts as {2}, {2,} or {2,5}", offset);
}

// Writes the atom out: `min` times, then either as a loop or as one option for each time it may still come.
bool PatternCompiler::repeat(std::size_t begin, const Count& count, std::size_t offset) {
  auto& code = pattern_.code_;
  const std::vector<Pattern::Step> atom{code.begin() + static_cast<std::ptrdiff_t>(begin), code.end()};
  const std::size_t options = count.open ? 1 : count.max - count.min;
  const std::size_t option_size = atom.size() + 1;
  const std::size_t steps = begin + count.min * atom.size() + options * option_size + (count.open ? 1 : 0);
  if (steps >= limits::pattern_max_steps) return fail("it takes too many steps once repeats are written out", offset);
  code.resize(begin);
  const auto append = [&] { code.insert(code.end(), atom.begin(), atom.end()); };
  for (std::size_t i = 0; i < count.min; ++i) append();
  for (std::size_t left = options; left > 0; --left) {
    const std::size_t skipped = count.open ? option_size + 1 : left * option_size;
    if (!emit(Op::split, 0, offset, static_cast<std::ptrdiff_t>(skipped))) return false;
    append();
  }
  return !count.open || emit(Op::jump, 0, offset, -static_cast<std::ptrdiff_t>(option_size));
}

bool PatternCompiler::emit(Op op, std::uint32_t value, std::size_t offset, std::ptrdiff_t jump) {
  if (pattern_.code_.size() == limits::pattern_max_steps) {
    return fail("it takes too many steps once repeats are written out", offset);
  }
  pattern_.code_.push_back({op, static_cast<std::int16_t>(jump), value});
  return true;
}

bool PatternCompiler::insert_split(std::size_t place, std::size_t offset, std::size_t target) {
  if (!emit(Op::split, 0, offset, static_cast<std::ptrdiff_t>(target - place))) return false;
  auto& code = pattern_.code_;
  std::rotate(code.begin() + static_cast<std::ptrdiff_t>(place), code.end() - 1, code.end());
  return true;
}

Result<Pattern, PatternError> Pattern::compile(std::string_view pattern) {
  PatternCompiler compiler{pattern};
  if (!compiler.run()) return compiler.error();
  return compiler.take();
}

}  // namespace vestibule::profile
