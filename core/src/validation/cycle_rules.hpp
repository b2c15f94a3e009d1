// The rule over the fields of a bill cycle. Internal to validation.
#pragma once

#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

// With a billing period shorter than a year the start month is a month of the period: 1 to 3 of a quarter. Judged where
// both are sent; in a patch nobody knows here what the record holds already.
// Source: docs.nue.io billing parameters; nue-api.md section 4.
void judge_cycle(const customer::RecordView& record, const Options& options, Report& report);

}  // namespace vestibule::validation
