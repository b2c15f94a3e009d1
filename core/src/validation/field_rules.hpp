// The rule of each kind of field. Internal to validation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "address_rules.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

// Everything a rule for one field sees and writes.
class FieldRules {
 public:
  FieldRules(const customer::RecordView& record, const Options& options, Places& places, Report& report)
      : record_{record}, options_{options}, places_{places}, report_{report} {}

  // Judges the value of `field`, which is present in the record.
  void judge(catalogue::Field field);

 private:
  using Kind = catalogue::Kind;

  void judge_value();
  void no_value(Code when_required);

  // A text after cleaning. `shown` is what sign-up stores; `stored` is what this strictness stores.
  struct Text {
    std::string_view raw, stored, shown;
    bool usable = false;  // false: findings were added, or there is no value
    bool ascii = false;   // printable ASCII as it came
  };
  [[nodiscard]] Text read_text();
  void add_character_findings(Text& text);

  void judge_text();
  void judge_email();
  void judge_phone();
  void judge_url();
  void judge_country();
  void judge_state();
  void judge_postal();
  void judge_picklist();
  void judge_picklist_set();
  void judge_uuid();
  void judge_number();
  void judge_cycle();
  void judge_boolean();
  void judge_date();

  // Stores `canonical` at sign-up; through the API stores the text as sent and mentions the other spelling.
  void store_canonical(const Text& text, std::string_view canonical);
  void store(const Text& text, std::string_view value);
  void refuse_or_warn(Code code, const Text& text);
  [[nodiscard]] bool fits(std::string_view value);

  void error(Code code, std::string_view param1 = {}, std::string_view param2 = {},
             std::optional<std::string_view> suggestion = std::nullopt) {
    report_.add(code, Severity::error, member(), param1, param2, suggestion);
  }
  void warning(Code code, std::string_view param1 = {}, std::optional<std::string_view> suggestion = std::nullopt) {
    report_.add(code, Severity::warning, member(), param1, {}, suggestion);
  }

  // For a rule that needs the atlas and has none: the member was judged by its structure alone.
  void unchecked() { report_.add_unchecked(member()); }

  [[nodiscard]] bool signup() const { return options_.strictness == Strictness::signup; }
  [[nodiscard]] Member member() const { return member_of(field_); }
  [[nodiscard]] const catalogue::FieldInfo& field_info() const { return catalogue::info(field_); }
  [[nodiscard]] const customer::ValueView& value() const { return record_[field_]; }

  const customer::RecordView& record_;
  const Options& options_;
  Places& places_;
  Report& report_;
  catalogue::Field field_{};
  std::string composed_;  // the NFC of what the API stores, where that differs from what was sent
};

}  // namespace vestibule::validation
