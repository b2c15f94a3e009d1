#include "vestibule/validation/check.hpp"

#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "address_rules.hpp"
#include "cycle_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/text/closest.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Field;
using customer::RecordView;
using customer::ValueKind;

// The field nearest to a name that is none.
std::string_view meant_by(std::string_view name, const Options& options) {
  text::Closest closest{name};
  const auto field = catalogue::closest_field(name, options.of);
  if (field) closest.offer(catalogue::info(*field).name);
  if (options.tenant() != nullptr) {
    for (const profile::CustomField& custom : options.tenant()->custom_fields()) {
      if (custom.info.of == options.of) closest.offer(custom.info.name);
    }
  }
  return closest.best();
}

constexpr std::uint64_t bit_of(std::size_t field) { return std::uint64_t{1} << (field % RecordView::word_bits); }

// A record cannot do without these, whoever sends it.
constexpr RecordView::Fields always_required = [] {
  RecordView::Fields fields{};
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    if (catalogue::field_table[i].required) fields[i / RecordView::word_bits] |= bit_of(i);
  }
  return fields;
}();

// Judges those that are there and misses those that are not. Most are not, and without a tenant nobody asks for them.
void judge_fields(const RecordView& record, const Options& options, FieldRules& rules) {
  const catalogue::FieldRange range = catalogue::fields_of(options.of);
  for (std::size_t word = 0; word < record.fields().size(); ++word) {
    std::uint64_t left =
        options.tenant() != nullptr ? ~std::uint64_t{0} : record.fields()[word] | always_required[word];
    for (; left != 0; left &= left - 1) {
      const std::size_t field = word * RecordView::word_bits + static_cast<std::size_t>(std::countr_zero(left));
      if (field >= range.begin && field < range.end) rules.judge_or_miss(static_cast<Field>(field));
    }
  }
}

// Members that are no fields, by name.
void refuse_unknown_members(const RecordView& record, const Options& options, Report& report) {
  const auto& names = record.unknown();
  if (names.empty()) return;
  std::vector<std::uint32_t> by_name(names.size());
  for (std::size_t i = 0; i < by_name.size(); ++i) by_name[i] = static_cast<std::uint32_t>(i);
  // There are at most limits::json_max_members, and std::sort is a kilobyte of what every browser loads.
  for (std::size_t i = 1; i < by_name.size(); ++i) {
    for (std::size_t at = i; at > 0 && names[by_name[at]] < names[by_name[at - 1]]; --at) {
      std::swap(by_name[at], by_name[at - 1]);
    }
  }
  for (const std::uint32_t i : by_name) {
    const auto member = static_cast<Member>(unknown_member + i);
    const std::string_view meant = meant_by(names[i], options);
    report.add(Code::field_unknown, Severity::error, member, {}, {},
               meant.empty() ? std::nullopt : std::optional{meant});
  }
}

}  // namespace

void check_record(const RecordView& record, const Options& options, Report& report) {
  report.start(options.tenant());
  Places places{record, options};
  FieldRules rules{record, options, places, report};
  judge_fields(record, options, rules);
  const std::size_t customs = options.tenant() == nullptr ? 0 : options.tenant()->custom_fields().size();
  for (std::size_t i = 0; i < customs; ++i) {
    if (options.tenant()->custom_fields()[i].info.of == options.of) rules.judge_or_miss_custom(i);
  }
  refuse_unknown_members(record, options, report);
  if (options.operation == Operation::create) judge_addresses(record, options, places, report);
  judge_cycle(record, options, report);
}

void check_field(const RecordView& record, Field field, const Options& options, Report& report) {
  report.start(options.tenant());
  if (record[field].kind == ValueKind::absent) return;
  Places places{record, options};
  FieldRules{record, options, places, report}.judge(field);
}

void check_member(const RecordView& record, Member member, const Options& options, Report& report) {
  if (member < custom_member) return check_field(record, static_cast<Field>(member), options, report);
  report.start(options.tenant());
  const auto place = static_cast<std::size_t>(member - custom_member);
  if (record.custom(place).kind == ValueKind::absent) return;
  Places places{record, options};
  FieldRules{record, options, places, report}.judge_custom(place);
}

void check_unknown(const RecordView& record, const Options& options, Report& report) {
  report.start(options.tenant());
  refuse_unknown_members(record, options, report);
}

}  // namespace vestibule::validation
