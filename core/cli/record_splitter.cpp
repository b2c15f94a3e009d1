#include "record_splitter.hpp"

#include <algorithm>

namespace vestibule::cli {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t leading_white(std::string_view bytes) {
  return static_cast<std::size_t>(std::find_if_not(bytes.begin(), bytes.end(), is_white) - bytes.begin());
}

}  // namespace

void RecordSplitter::Nesting::take(char c) {
  if (escaped) {
    escaped = false;
  } else if (in_string) {
    escaped = c == '\\';
    in_string = c != '"';
  } else if (c == '"') {
    in_string = true;
  } else if (c == '{' || c == '[') {
    ++depth;
  } else if ((c == '}' || c == ']') && depth > 0) {
    --depth;
  }
}

void RecordSplitter::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t taken = bytes.size();
    switch (mode_) {
      case Mode::undecided: taken = decide(bytes); break;
      case Mode::first_line:
      case Mode::lines: taken = take_line(bytes); break;
      case Mode::objects: taken = take_object(bytes); break;
      case Mode::elements: taken = take_element(bytes); break;
      case Mode::after_array: taken = take_rest(bytes); break;
      case Mode::given_up: break;
    }
    bytes.remove_prefix(taken);
    offset_ += taken;
  }
}

void RecordSplitter::finish() {
  const bool open_array = mode_ == Mode::elements;
  emit();
  if (open_array) give_up(Code::json_syntax);
}

std::size_t RecordSplitter::decide(std::string_view bytes) {
  if (text_.empty()) {
    const std::size_t white = leading_white(bytes);
    if (white > 0) return white;
    if (bytes.front() == '[') {
      mode_ = Mode::elements;
      return 1;
    }
  }
  if (bytes.front() == '{' && text_.empty()) {
    mode_ = Mode::first_line;
    return 0;
  }
  // The mark may arrive in parts, and looks like the start of a line until it is whole.
  text_.push_back(bytes.front());
  if (text_ == byte_order_mark) {
    give_up(Code::json_bom);
  } else if (!byte_order_mark.starts_with(text_)) {
    mode_ = Mode::lines;
  }
  return 1;
}

std::size_t RecordSplitter::take_line(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  if (mode_ == Mode::first_line) {
    for (const char c : line) nesting_.take(c);
  }
  keep(line);
  if (end == std::string_view::npos) return bytes.size();
  if (mode_ == Mode::first_line) {
    end_first_line();
  } else {
    emit();
  }
  return end + 1;
}

void RecordSplitter::end_first_line() {
  // No string goes over a line, so one that is open is damage of this line alone.
  if (nesting_.outside() || nesting_.in_string || too_long_) {
    mode_ = Mode::lines;
    emit();
  } else {
    mode_ = Mode::objects;
    keep("\n");
  }
}

std::size_t RecordSplitter::take_object(std::string_view bytes) {
  if (empty()) {
    const std::size_t white = leading_white(bytes);
    if (white > 0) return white;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    nesting_.take(bytes[i]);
    if (!nesting_.outside() || (bytes[i] != '}' && bytes[i] != ']' && bytes[i] != '\n')) continue;
    keep(bytes.substr(0, i + 1));
    emit();
    return i + 1;
  }
  keep(bytes);
  return bytes.size();
}

std::size_t RecordSplitter::take_element(std::string_view bytes) {
  if (empty()) {
    const std::size_t white = leading_white(bytes);
    if (white > 0) return white;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!nesting_.outside() || (bytes[i] != ',' && bytes[i] != ']')) {
      nesting_.take(bytes[i]);
      continue;
    }
    keep(bytes.substr(0, i));
    offset_ += i;
    end_element(bytes[i]);
    offset_ -= i;
    return i + 1;
  }
  keep(bytes);
  return bytes.size();
}

void RecordSplitter::end_element(char separator) {
  const bool last = separator == ']';
  // Nothing stands here: fine only between the brackets of an empty array.
  if (empty() && (!last || after_comma_)) return give_up(Code::json_syntax);
  emit();
  after_comma_ = !last;
  if (last) mode_ = Mode::after_array;
}

std::size_t RecordSplitter::take_rest(std::string_view bytes) {
  const std::size_t white = leading_white(bytes);
  offset_ += white;
  if (white < bytes.size()) give_up(Code::json_syntax);
  offset_ -= white;
  return bytes.size();
}

void RecordSplitter::keep(std::string_view bytes) {
  too_long_ = too_long_ || bytes.size() > limits::record_max_bytes - text_.size();
  if (too_long_) {
    text_.clear();
  } else {
    text_ += bytes;
  }
}

void RecordSplitter::emit() {
  if (too_long_) {
    on_piece_({{}, false, Code::limit_input, 0});
  } else if (leading_white(text_) < text_.size()) {
    on_piece_({text_, true, {}, 0});
  }
  text_.clear();
  too_long_ = false;
  nesting_ = {};
}

void RecordSplitter::give_up(Code code) {
  mode_ = Mode::given_up;
  text_.clear();
  on_piece_({{}, false, code, offset_});
}

}  // namespace vestibule::cli
