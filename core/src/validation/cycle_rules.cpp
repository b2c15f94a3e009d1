#include "cycle_rules.hpp"

#include <string>

#include "vestibule/checks/number.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Field;
using customer::ValueKind;

struct Period {
  std::string_view name;
  unsigned months;
};

// A tenant's other periods have months nobody knows here; a year and a term of any length take every month.
constexpr Period periods[] = {{"Monthly", 1}, {"Quarterly", 3}, {"Semi-Annual", 6}};

}  // namespace

void judge_cycle(const customer::RecordView& record, const Options& options, Report& report) {
  if (options.of != catalogue::Entity::customer) return;
  const customer::ValueView& period = record[Field::billing_period];
  const customer::ValueView& month = record[Field::bill_cycle_start_month];
  if (period.kind != ValueKind::string) return;
  if (month.kind != ValueKind::string && month.kind != ValueKind::number) return;
  const auto parsed = checks::parse_decimal(text::trim(month.text));
  // What is no month at all is refused by the field's own rule.
  if (!parsed || !parsed.value().integer || !checks::within(parsed.value(), 1, 12)) return;
  for (const Period& known : periods) {
    if (!text::equals_ignoring_case(text::trim(period.text), known.name)) continue;
    if (checks::within(parsed.value(), 1, known.months)) return;
    report.add(Code::cycle_start_month, Severity::error, member_of(Field::bill_cycle_start_month), known.name,
               text::decimal(known.months));
  }
}

}  // namespace vestibule::validation
