/// What a check found, in a form that is filled again and again without allocating: numbers, and ranges of one text.
/// Depends on: code, finding, catalogue/field, customer/record_view, limits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/code.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/finding.hpp"

namespace vestibule::validation {

/// A part of Report::text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// The member a finding is about: a field's number, or `unknown_member` + the place in RecordView::unknown.
using Member = std::uint16_t;
inline constexpr Member unknown_member = 0x8000;

[[nodiscard]] constexpr Member member_of(catalogue::Field field) { return static_cast<Member>(field); }

struct ReportFinding {
  Code code{};
  Severity severity{};
  Member member = 0;
  std::array<TextRange, 2> params{};
  std::uint8_t param_count = 0;
  bool has_suggestion = false;
  TextRange suggestion{};
};

struct ReportValue {
  catalogue::Field field{};
  customer::ValueKind kind{};  ///< absent: the member was sent but means no value
  bool changed = false;        ///< then `text` is the value; otherwise the record's own text is
  TextRange text{};
};

struct ReportCustomValue {
  Member member = 0;           ///< unknown_member + the place of the custom field
  customer::ValueKind kind{};  ///< as of ReportValue
  bool changed = false;
  TextRange text{};  ///< always the value, whether changed or not
};

class Report {
 public:
  void start();

  /// Adds a finding; beyond 64 the finding is dropped and truncated() is set, but an error still refuses.
  void add(Code code, Severity severity, Member member, std::string_view param1 = {}, std::string_view param2 = {},
           std::optional<std::string_view> suggestion = std::nullopt);

  /// Adds the value of a field; `text` is kept when given, and means the value was changed.
  void add_value(catalogue::Field field, customer::ValueKind kind, std::optional<std::string_view> text = std::nullopt);

  void add_custom_value(Member member, customer::ValueKind kind, std::string_view text, bool changed);

  /// Notes that a rule on this member needs the atlas and did without: only its structure was judged.
  void add_unchecked(Member member);

  /// A text to work in, emptied by whoever uses it; what is added above must not point into text().
  [[nodiscard]] std::string& scratch() { return scratch_; }
  [[nodiscard]] std::string_view text(TextRange range) const;

  [[nodiscard]] bool ok() const { return errors_ == 0; }
  [[nodiscard]] bool truncated() const { return truncated_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] const std::vector<ReportFinding>& findings() const { return findings_; }
  /// In the order of the catalogue. Meaningful only when ok().
  [[nodiscard]] const std::vector<ReportValue>& values() const { return values_; }
  /// By name. Meaningful only when ok().
  [[nodiscard]] const std::vector<ReportCustomValue>& custom_values() const { return custom_values_; }
  /// Members that were judged by structure alone, in the order of the catalogue, each once.
  [[nodiscard]] const std::vector<Member>& unchecked() const { return unchecked_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  [[nodiscard]] TextRange keep(std::string_view text);

  std::vector<ReportFinding> findings_;
  std::vector<ReportValue> values_;
  std::vector<ReportCustomValue> custom_values_;
  std::vector<Member> unchecked_;
  std::string text_;
  std::string scratch_;
  std::size_t errors_ = 0;
  bool truncated_ = false;
};

}  // namespace vestibule::validation
