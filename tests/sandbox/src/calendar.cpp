#include "calendar.hpp"

#include "vestibule/checks/date.hpp"

namespace vestibule::sandbox {

using std::chrono::floor;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

std::optional<Day> read_day(std::string_view text) {
  const auto date = checks::parse_date(text);
  if (!date.ok()) return std::nullopt;
  return Day{year_month_day{std::chrono::year{date.value().year}, std::chrono::month{date.value().month},
                            std::chrono::day{date.value().day}}};
}

std::string day_text(Day day) {
  return to_iso(std::chrono::milliseconds{day.time_since_epoch()}.count()).substr(0, 10);
}

Day day_of(Milliseconds time) {
  return floor<Days>(std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{time}});
}

Day add_months(Day day, int months) {
  const year_month_day moved = year_month_day{day} + std::chrono::months{months};
  if (moved.ok()) return Day{moved};
  return Day{year_month_day_last{moved.year(), std::chrono::month_day_last{moved.month()}}};
}

Span span_of(Day start, Day last) {
  Span span;
  if (last < start) return span;
  // A first guess from the calendar, at most one month too high.
  const year_month_day from{start};
  const year_month_day to{last + Days{1}};
  span.months = (int{to.year()} - int{from.year()}) * 12 + static_cast<int>(unsigned{to.month()}) -
                static_cast<int>(unsigned{from.month()});
  if (term_end(start, span.months) > last) --span.months;
  const Day month_start = add_months(start, span.months);
  span.days = static_cast<int>((last - month_start).count()) + 1;
  span.month_days = static_cast<int>((add_months(start, span.months + 1) - month_start).count());
  return span;
}

}  // namespace vestibule::sandbox
