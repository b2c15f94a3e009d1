#include "vestibule/validation/check.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "address_rules.hpp"
#include "custom_rules.hpp"
#include "field_rules.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Field;
using customer::RecordView;
using customer::ValueKind;

const CustomField* find_custom_field(const Options& options, std::string_view name) {
  if (options.strictness == Strictness::signup) return nullptr;
  const auto found = std::find_if(options.custom_fields.begin(), options.custom_fields.end(),
                                  [&](const CustomField& field) { return field.name == name; });
  return found == options.custom_fields.end() ? nullptr : &*found;
}

// Members outside the catalogue, by name: a tenant's own fields are judged, all others refused.
void judge_unknown_members(const RecordView& record, const Options& options, Report& report) {
  const auto& names = record.unknown();
  if (names.empty()) return;
  std::vector<std::size_t> by_name(names.size());
  for (std::size_t i = 0; i < by_name.size(); ++i) by_name[i] = i;
  std::sort(by_name.begin(), by_name.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  for (const std::size_t i : by_name) {
    const auto member = static_cast<Member>(unknown_member + i);
    if (const CustomField* field = find_custom_field(options, names[i])) {
      judge_custom_value(record.unknown_value(i), *field, member, options, report);
      continue;
    }
    const auto meant = catalogue::closest_field(names[i], options.of);
    std::optional<std::string_view> suggestion;
    if (meant) suggestion = catalogue::info(*meant).name;
    report.add(Code::field_unknown, Severity::error, member, {}, {}, suggestion);
  }
}

}  // namespace

void check_record(const RecordView& record, const Options& options, Report& report) {
  report.start();
  Places places{record, options};
  FieldRules rules{record, options, places, report};
  const bool create = options.operation == Operation::create;
  const catalogue::FieldRange fields = catalogue::fields_of(options.of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const auto field = static_cast<Field>(i);
    if (record[field].kind != ValueKind::absent) {
      rules.judge(field);
    } else if (create && catalogue::info(field).required) {
      report.add(Code::field_required, Severity::error, member_of(field));
    }
  }
  judge_unknown_members(record, options, report);
  if (create) judge_addresses(record, options, places, report);
}

void check_field(const RecordView& record, Field field, const Options& options, Report& report) {
  report.start();
  if (record[field].kind == ValueKind::absent) return;
  Places places{record, options};
  FieldRules{record, options, places, report}.judge(field);
}

void check_unknown(const RecordView& record, const Options& options, Report& report) {
  report.start();
  judge_unknown_members(record, options, report);
}

}  // namespace vestibule::validation
