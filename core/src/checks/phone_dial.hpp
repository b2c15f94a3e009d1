// From what was dialled to calling code and national number. Internal to checks.
#pragma once

#include <optional>
#include <string_view>

#include "phone_text.hpp"
#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::checks {

using NationalDigits = DigitText<atlas::DigitTable::longest>;

struct Dialled {
  atlas::CodeNumber code = 0;
  NationalDigits national;
  atlas::DigitOutcome outcome;  // what the plan says
};

// `digits` begin with a calling code when `international`, else they were dialled in `region` (0: not known).
// Errors: phone.invalid, phone.no_country, phone.length.
[[nodiscard]] Result<Dialled, Code> read_dialled(std::string_view digits, bool international,
                                                 atlas::RegionNumber region, const atlas::PhonePlans& plans);

}  // namespace vestibule::checks
