/// Days and moments as JSON carries them: the strict forms of RFC 3339, and no other way of writing a date.
/// Depends on: result, code.
///
/// There is one reading of "2026-03-04" in the world and there are two of "03/04/2026", so the second is never guessed:
/// a page offers a date field, which hands over the first form whatever it shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Date {
  std::uint16_t year = 1;  ///< 1 to 9999, of the Gregorian calendar also before it began
  std::uint8_t month = 1;  ///< 1 to 12
  std::uint8_t day = 1;    ///< 1 to 31

  friend bool operator==(const Date&, const Date&) = default;
};

/// A moment in UTC.
struct DateTime {
  Date date;
  std::uint8_t hour = 0;    ///< 0 to 23
  std::uint8_t minute = 0;  ///< 0 to 59
  std::uint8_t second = 0;  ///< 0 to 59: no leap seconds
  std::string fraction;     ///< the digits after the point, without zeros at the end

  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// 28 to 31; 0 where there is no such month.
[[nodiscard]] unsigned days_in_month(unsigned year, unsigned month);

/// Parses full-date of RFC 3339 section 5.6: "2024-02-29", ten ASCII characters.
///
/// Errors  date.invalid: another form, a day that does not exist, or the year 0000
/// Cost    constant, no allocation
[[nodiscard]] Result<Date, Code> parse_date(std::string_view text);

/// Parses date-time of RFC 3339 section 5.6, with an offset, and takes the offset off. "t" and "z" may be lower case.
/// Stricter than the RFC in two things. 23:59:60 is refused: which seconds leap is known only half a year ahead, and
/// neither Salesforce nor JavaScript can store one. A space instead of "T" is refused: one moment, one form.
///
/// Limits  64 bytes
/// Errors  date.invalid: another form, a day or a time that does not exist, or a year outside 1 to 9999 in UTC
/// Cost    linear, at most one allocation
[[nodiscard]] Result<DateTime, Code> parse_date_time(std::string_view text);

/// "2024-02-29", and "2024-02-29T23:30:00.5Z": what the parsers accept unchanged.
[[nodiscard]] std::string to_string(const Date& date);
[[nodiscard]] std::string to_string(const DateTime& moment);

}  // namespace vestibule::checks
