// The rule of a tenant's own text field. Internal to validation.
#pragma once

#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

void judge_custom_value(const customer::ValueView& value, const CustomField& field, Member member,
                        const Options& options, Report& report);

}  // namespace vestibule::validation
