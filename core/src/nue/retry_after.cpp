#include "vestibule/nue/retry_after.hpp"

#include <algorithm>
#include <array>

#include "vestibule/text/ascii.hpp"

namespace vestibule::nue {
namespace {

// Reads "Wed, 21 Oct 2026 07:28:00 GMT" from its front.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_{text} {}

  bool word(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<std::uint64_t> digits(std::size_t count) {
    if (rest_.size() < count) return {};
    std::uint64_t value = 0;
    for (const char digit : rest_.substr(0, count)) {
      if (!text::is_digit(digit)) return {};
      value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  template <std::size_t size>
  std::optional<std::uint64_t> name(const std::array<std::string_view, size>& names) {
    for (std::size_t i = 0; i < size; ++i) {
      if (word(names[i])) return i;
    }
    return {};
  }

  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Days since 1970 of a day of the Gregorian calendar; months from 0. Years begin in March, so a leap day comes last.
std::uint64_t days_since_1970(std::uint64_t year, std::uint64_t month, std::uint64_t day) {
  const std::uint64_t y = month < 2 ? year - 1 : year;
  const std::uint64_t m = (month + 10) % 12;
  return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719'468;
}

std::optional<std::uint64_t> parse_date(std::string_view text) {
  DateReader reader{text};
  if (!reader.name(days) || !reader.word(", ")) return {};
  const auto day = reader.digits(2);
  if (!day || !reader.word(" ")) return {};
  const auto month = reader.name(months);
  if (!month || !reader.word(" ")) return {};
  const auto year = reader.digits(4);
  if (!year || !reader.word(" ")) return {};
  const auto hour = reader.digits(2);
  if (!hour || !reader.word(":")) return {};
  const auto minute = reader.digits(2);
  if (!minute || !reader.word(":")) return {};
  const auto second = reader.digits(2);
  if (!second || !reader.word(" GMT") || !reader.done()) return {};
  if (*day < 1 || *day > 31 || *year < 1970 || *hour > 23 || *minute > 59 || *second > 60) return {};
  return ((days_since_1970(*year, *month, *day) * 24 + *hour) * 60 + *minute) * 60'000 + *second * 1000;
}

std::optional<std::uint64_t> parse_seconds(std::string_view text) {
  if (text.empty() || text.size() > 12) return {};
  std::uint64_t seconds = 0;
  for (const char digit : text) {
    if (!text::is_digit(digit)) return {};
    seconds = seconds * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return seconds * 1000;
}

}  // namespace

std::optional<std::uint64_t> parse_retry_after(std::string_view text, std::uint64_t now_ms) {
  if (const auto wait = parse_seconds(text)) return std::min(*wait, retry_after_max_ms);
  const auto moment = parse_date(text);
  if (!moment) return {};
  return *moment <= now_ms ? 0 : std::min(*moment - now_ms, retry_after_max_ms);
}

}  // namespace vestibule::nue
