/// Days and the arithmetic of months. Days are those of UTC.
/// Depends on: clock; checks/date of the core.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "clock.hpp"

namespace vestibule::sandbox {

using Day = std::chrono::sys_days;
using Days = std::chrono::days;

/// "2026-03-04"; nothing for any other form or a day that does not exist.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);
[[nodiscard]] std::string day_text(Day day);
[[nodiscard]] Day day_of(Milliseconds time);

/// The same day `months` later, or the last day of that month where it has no such day.
[[nodiscard]] Day add_months(Day day, int months);

/// The last day of a term of `months` that begins on `start`: the day before the same day, `months` later.
[[nodiscard]] inline Day term_end(Day start, int months) { return add_months(start, months) - Days{1}; }

/// Time from `start` up to and with `last`: whole months, counted from `start` so that month ends do not drift, and the
/// days that remain of a month of `month_days`.
struct Span {
  int months = 0;
  int days = 0;
  int month_days = 1;

  friend bool operator==(const Span&, const Span&) = default;
};
/// `last` before `start` is no time at all.
[[nodiscard]] Span span_of(Day start, Day last);

}  // namespace vestibule::sandbox
