// Dates.
#include <chrono>

#include "field_rules.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::validation {
namespace {

// full-date of RFC 3339: 2024-02-29.
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(begin, size)) {
      if (!text::is_digit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

}  // namespace

void FieldRules::judge_date() {
  const Text text = read_text();
  if (!text.usable) return;
  if (!is_date(text.shown)) return error(Code::date_invalid);
  store(text, text.stored);
}

}  // namespace vestibule::validation
