#include "line.hpp"

#include <charconv>

namespace vestibule::audit {
namespace {

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_{text} {}

  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t place() const { return at_; }

  bool take(std::string_view expected) {
    if (failed_ || !text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  void expect(std::string_view expected) { failed_ = !take(expected) || failed_; }

  // What stands between two quotation marks. append() escapes every control character.
  std::string_view text() {
    expect("\"");
    const std::size_t begin = at_;
    while (!failed_ && at_ < text_.size() && text_[at_] != '"') {
      failed_ = static_cast<unsigned char>(text_[at_]) < ' ';
      at_ += text_[at_] == '\\' ? 2U : 1U;
    }
    if (failed_ || at_ >= text_.size()) return fail();
    return text_.substr(begin, at_++ - begin);
  }

  // An array or object, from its first bracket to the one that closes it.
  std::string_view group() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    failed_ = failed_ || at_ >= text_.size() || (text_[at_] != '{' && text_[at_] != '[');
    while (!failed_ && at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        text();
        continue;
      }
      ++at_;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (depth == 0) return text_.substr(begin, at_ - begin);
    }
    return fail();
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (failed_) return value;
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    failed_ = error != std::errc{};
    at_ += static_cast<std::size_t>(end - begin);
    return value;
  }

 private:
  std::string_view fail() {
    failed_ = true;
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Line> read_line(std::string_view text) {
  Line line;
  Cursor cursor{text};
  cursor.expect("{\"actor\":");
  cursor.text();
  if (cursor.take(",\"because\":")) line.because = cursor.text();
  cursor.expect(",\"cause\":");
  cursor.text();
  cursor.expect(",\"changes\":");
  cursor.group();
  cursor.expect(",\"customer\":");
  line.customer = cursor.text();
  if (cursor.take(",\"event\":")) line.event = cursor.group();
  line.before_hash = text.substr(0, cursor.place());
  cursor.expect(",\"hash\":");
  line.hash = cursor.text();
  line.after_hash = text.substr(cursor.failed() ? 0 : cursor.place());
  if (!line.event.empty()) {
    cursor.expect(",\"outcome\":");
    line.outcome = cursor.text();
  }
  cursor.expect(",\"prev\":");
  line.prev = cursor.text();
  cursor.expect(",\"seq\":");
  line.seq = cursor.number();
  cursor.expect(",\"time\":");
  cursor.number();
  cursor.expect("}");
  if (cursor.failed() || !cursor.at_end()) return std::nullopt;
  return line;
}

}  // namespace vestibule::audit
