// The rule of each kind of field. Internal to validation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "address_rules.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/scope.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

// Everything a rule for one field sees and writes.
class FieldRules {
 public:
  FieldRules(const customer::RecordView& record, const Options& options, Places& places, Report& report);

  // Judges the value of a field of the catalogue, or of the tenant; it may be absent only where nothing asks for it
  // (judge_missing).
  void judge(catalogue::Field field);
  void judge_custom(std::size_t place);
  // The same on create for every field, whether it is there or not.
  void judge_or_miss(catalogue::Field field);
  void judge_or_miss_custom(std::size_t place);

 private:
  using Kind = catalogue::Kind;

  void choose(catalogue::Field field);
  void choose_custom(std::size_t place);
  void judge_chosen();
  void judge_or_miss_chosen();
  void judge_value();
  void no_value(Code when_required);
  [[nodiscard]] bool allowed_at_signup() const;
  [[nodiscard]] bool required() const;
  // False when the record is of a type the field does not belong to, and must be refused for it.
  bool judge_record_type();

  // A text after cleaning. `shown` is what sign-up stores; `stored` is what this strictness stores.
  struct Text {
    std::string_view raw, stored, shown;
    bool usable = false;  // false: findings were added, or there is no value
    bool ascii = false;   // printable ASCII as it came
  };
  [[nodiscard]] Text read_text();
  void add_character_findings(Text& text);
  [[nodiscard]] std::size_t bytes_worth_composing() const;

  void judge_text();
  void judge_email();
  void judge_phone();
  void judge_phone_structure(const Text& text, std::string_view country);
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
  void judge_tax_id();

  // Stores `canonical` at sign-up; through the API stores the text as sent and mentions the other spelling.
  void store_canonical(const Text& text, std::string_view canonical);
  void store(const Text& text, std::string_view value);
  void refuse_or_warn(Code code, const Text& text, std::optional<std::string_view> suggestion = std::nullopt);
  [[nodiscard]] bool fits(std::string_view value);
  [[nodiscard]] std::uint32_t max_utf16() const;  // of this strictness; 0: the kind has a bound of its own

  void error(Code code, std::string_view param1 = {}, std::string_view param2 = {},
             std::optional<std::string_view> suggestion = std::nullopt) {
    report_.add(code, Severity::error, member(), param1, param2, suggestion);
  }
  void warning(Code code, std::string_view param1 = {}, std::optional<std::string_view> suggestion = std::nullopt) {
    report_.add(code, Severity::warning, member(), param1, {}, suggestion);
  }

  // For a rule that needs the atlas and has none: the member was judged by its structure alone.
  void unchecked() { report_.add_unchecked(member()); }

  // "" where there is no atlas.
  [[nodiscard]] std::string_view atlas_section(std::string_view tag) const {
    return options_.atlas == nullptr ? std::string_view{} : options_.atlas->section(tag);
  }

  [[nodiscard]] bool signup() const { return signup_only() || options_.strictness == Strictness::signup; }
  [[nodiscard]] Member member() const { return member_; }
  [[nodiscard]] bool is(catalogue::Field field) const { return member_ == member_of(field); }
  [[nodiscard]] const catalogue::FieldInfo& field_info() const { return *info_; }
  [[nodiscard]] const customer::ValueView& value() const { return *value_; }
  // nullptr for a field of the catalogue.
  [[nodiscard]] const profile::CustomField* custom() const { return signup_only() ? nullptr : custom_; }
  // The values of a picklist: the tenant's own field's, or those of the list the field names.
  [[nodiscard]] catalogue::ValueList value_list() const;
  void add_value(customer::ValueKind kind, std::optional<std::string_view> text = std::nullopt) {
    report_.add_value(member_, kind, text);
  }

  const customer::RecordView& record_;
  const Options& options_;
  Places& places_;
  Report& report_;
  std::string composed_;  // the NFC of what the API stores, where that differs from what was sent
  profile::RecordTypes types_ = profile::every_record;  // of the record
  // What is judged. Where a rule asks what stands around the field, one of the tenant's own is taken for the phone of its
  // entity: it belongs to the record as a whole. Which field it is, is() says.
  catalogue::Field field_{};
  Member member_ = 0;
  const catalogue::FieldInfo* info_ = nullptr;
  const customer::ValueView* value_ = nullptr;
  const profile::CustomField* custom_ = nullptr;
};

}  // namespace vestibule::validation
