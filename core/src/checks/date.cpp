#include "vestibule/checks/date.hpp"

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t date_size = 10;   // 2024-02-29
constexpr std::size_t time_size = 8;    // 23:59:59
constexpr std::size_t most_bytes = 64;  // of a date-time
constexpr int minutes_a_day = 24 * 60;

// The characters of `text` are those of `form`, where 0 stands for any digit.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '0' ? !text::is_digit(text[i]) : text[i] != form[i]) return false;
  }
  return true;
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

bool is_leap(unsigned year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The day before or after; false where that is outside of the years 1 to 9999.
bool move(Date& date, bool forward) {
  const unsigned last = days_in_month(date.year, date.month);
  if (forward ? date.day < last : date.day > 1) {
    date.day = static_cast<std::uint8_t>(forward ? date.day + 1 : date.day - 1);
    return true;
  }
  int month = forward ? date.month + 1 : date.month - 1;
  int year = date.year;
  if (month < 1 || month > 12) {
    month = forward ? 1 : 12;
    year += forward ? 1 : -1;
  }
  if (year < 1 || year > 9999) return false;
  date.year = static_cast<std::uint16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(forward ? 1 : days_in_month(date.year, date.month));
  return true;
}

void append_padded(std::string& out, unsigned value, std::size_t digits) {
  const std::string text = text::decimal(value);
  out.append(digits - text.size(), '0');
  out += text;
}

}  // namespace

unsigned days_in_month(unsigned year, unsigned month) {
  constexpr std::uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

Result<Date, Code> parse_date(std::string_view text) {
  if (!has_form(text, "0000-00-00")) return Code::date_invalid;
  const unsigned year = number(text.substr(0, 4));
  const unsigned month = number(text.substr(5, 2));
  const unsigned day = number(text.substr(8, 2));
  if (year < 1 || day < 1 || day > days_in_month(year, month)) return Code::date_invalid;
  return Date{static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// date-time = full-date "T" full-time;  full-time = hour ":" minute ":" second [ "." 1*digit ] offset
// offset = "Z" / ( "+" / "-" ) hour ":" minute
Result<DateTime, Code> parse_date_time(std::string_view text) {
  if (text.size() > most_bytes || text.size() < date_size + 1 + time_size + 1) return Code::date_invalid;
  const auto date = parse_date(text.substr(0, date_size));
  if (!date || text::to_upper(text[date_size]) != 'T') return Code::date_invalid;
  const std::string_view time = text.substr(date_size + 1, time_size);
  if (!has_form(time, "00:00:00")) return Code::date_invalid;
  const unsigned hour = number(time.substr(0, 2));
  const unsigned minute = number(time.substr(3, 2));
  const unsigned second = number(time.substr(6, 2));
  if (hour > 23 || minute > 59 || second > 59) return Code::date_invalid;

  std::string_view rest = text.substr(date_size + 1 + time_size);
  std::string_view fraction;
  if (rest.starts_with('.')) {
    std::size_t size = 1;
    while (size < rest.size() && text::is_digit(rest[size])) ++size;
    if (size == 1) return Code::date_invalid;
    fraction = rest.substr(1, size - 1);
    rest.remove_prefix(size);
    while (fraction.ends_with('0')) fraction.remove_suffix(1);
  }

  int offset = 0;
  if (has_form(rest, "+00:00") || has_form(rest, "-00:00")) {
    const unsigned hours = number(rest.substr(1, 2));
    const unsigned minutes = number(rest.substr(4, 2));
    if (hours > 23 || minutes > 59) return Code::date_invalid;
    offset = static_cast<int>(hours * 60 + minutes);
    if (rest.front() == '-') offset = -offset;
  } else if (rest != "Z" && rest != "z") {
    return Code::date_invalid;
  }

  DateTime moment{date.value(), 0, 0, static_cast<std::uint8_t>(second), std::string{fraction}};
  int of_day = static_cast<int>(hour * 60 + minute) - offset;
  if (of_day < 0 || of_day >= minutes_a_day) {
    const bool forward = of_day >= 0;
    if (!move(moment.date, forward)) return Code::date_invalid;
    of_day += forward ? -minutes_a_day : minutes_a_day;
  }
  moment.hour = static_cast<std::uint8_t>(of_day / 60);
  moment.minute = static_cast<std::uint8_t>(of_day % 60);
  return moment;
}

std::string to_string(const Date& date) {
  std::string out;
  append_padded(out, date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  return out;
}

std::string to_string(const DateTime& moment) {
  std::string out = to_string(moment.date);
  out += 'T';
  append_padded(out, moment.hour, 2);
  out += ':';
  append_padded(out, moment.minute, 2);
  out += ':';
  append_padded(out, moment.second, 2);
  if (!moment.fraction.empty()) out += '.' + moment.fraction;
  return out + 'Z';
}

}  // namespace vestibule::checks
