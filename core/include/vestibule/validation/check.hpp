/// The rules over a whole record.
/// Depends on: checks/*, customer/record_view, validation/options, validation/report.
#pragma once

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

/// Judges a record and normalises its values, all findings in one pass.
///
/// Order    findings follow the catalogue, then the profile, then unknown members by name, then rules over several fields;
///          never the order the members came in
/// Limits   64 findings; lengths of limits.hpp and of the catalogue, each before the work it bounds
/// Cost     linear in the record's text; no allocation once `report` and `record` have grown to the size in use,
///          but for values that are normalised
/// Source   api-docs.nue.io customer data reference (fields), Salesforce Account (lengths)
void check_record(const customer::RecordView& record, const Options& options, Report& report);

/// The same for one field of a record, as after a keystroke: no rule about missing members, none over several fields.
void check_field(const customer::RecordView& record, catalogue::Field field, const Options& options, Report& report);

/// The same for a field of the catalogue or one of the tenant's own. Precondition: the catalogue or the profile of the
/// options has it.
void check_member(const customer::RecordView& record, Member member, const Options& options, Report& report);

/// The same for the members that are no fields.
void check_unknown(const customer::RecordView& record, const Options& options, Report& report);

}  // namespace vestibule::validation
