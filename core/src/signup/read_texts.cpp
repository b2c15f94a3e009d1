#include <algorithm>
#include <limits>

#include "members.hpp"
#include "vestibule/signup/texts.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::signup {
namespace {

// The text up to the next U+0000, which is taken too.
std::string_view take(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\0'), rest.size());
  const std::string_view text = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return text;
}

class Reader {
 public:
  explicit Reader(std::string_view texts) : texts_{texts} {
    for (std::string_view rest = texts; !rest.empty(); ++count_) {
      take(rest);
      take(rest);
    }
  }

  std::string text(std::string_view name) { return std::string{find(name)}; }
  template <class Integer>
  Integer number(std::string_view name) {
    const std::string_view text = find(name);
    if (text.empty()) return 0;
    const auto value = text::read_decimal(text, std::numeric_limits<Integer>::max());
    if (!value) ok_ = false;
    return static_cast<Integer>(value.value_or(0));
  }
  bool flag(std::string_view name) {
    const std::string_view text = find(name);
    if (!text.empty() && text != "true") ok_ = false;
    return !text.empty();
  }
  template <class Enum>
  Enum named(std::string_view name, std::size_t count) {
    const std::string_view text = find(name);
    for (std::size_t i = 0; i < count; ++i) {
      if (to_string(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    ok_ = false;
    return {};
  }

  // Whether every member was taken, and each was one of its kind.
  [[nodiscard]] bool finish() const { return ok_ && taken_ == count_; }

 private:
  std::string_view find(std::string_view name) {
    for (std::string_view rest = texts_; !rest.empty();) {
      const bool found = take(rest) == name;
      const std::string_view value = take(rest);
      if (!found) continue;
      ++taken_;
      return value;
    }
    return {};
  }

  std::string_view texts_;
  std::size_t count_ = 0;
  std::size_t taken_ = 0;
  bool ok_ = true;
};

template <class Value>
std::optional<Value> read(std::string_view texts) {
  Reader reader{texts};
  Value value;
  read_members(reader, value);
  return reader.finish() ? std::optional{value} : std::nullopt;
}

}  // namespace

std::optional<State> read_state_texts(std::string_view texts) { return read<State>(texts); }
std::optional<Event> read_event_texts(std::string_view texts) { return read<Event>(texts); }

}  // namespace vestibule::signup
