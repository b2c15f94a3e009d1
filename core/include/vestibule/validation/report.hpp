/// What a check found, in a form that is filled again and again without allocating: numbers, and ranges of one text.
/// Depends on: code, finding, catalogue/field, customer/record_view, limits, profile/profile.
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
#include "vestibule/profile/profile.hpp"

namespace vestibule::validation {

/// A part of Report::text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

using customer::custom_member;
using customer::Member;
using customer::member_of;
using customer::unknown_member;
inline constexpr Member whole_record = 0xFFFF;  ///< what no member alone is to blame for

struct ReportFinding {
  Code code{};
  Severity severity{};
  Member member = 0;  ///< or whole_record
  std::array<TextRange, 2> params{};
  std::uint8_t param_count = 0;
  bool has_suggestion = false;
  TextRange suggestion{};
};

struct ReportValue {
  Member member = 0;           ///< a field of the catalogue or of the tenant
  customer::ValueKind kind{};  ///< absent: the member was sent but means no value
  bool changed = false;        ///< then `text` is the value; otherwise the record's own text is
  TextRange text{};
};

class Report {
 public:
  /// Empties the report. `profile` must outlive it: it names the tenant's own fields.
  void start(const profile::Profile* profile = nullptr);

  /// Adds a finding; beyond 64 the finding is dropped and truncated() is set, but an error still refuses.
  void add(Code code, Severity severity, Member member, std::string_view param1 = {}, std::string_view param2 = {},
           std::optional<std::string_view> suggestion = std::nullopt);

  /// Adds the value of a field; `text` is kept when given, and means the value was changed.
  void add_value(Member member, customer::ValueKind kind, std::optional<std::string_view> text = std::nullopt);

  /// Notes that a rule on this member needs the atlas and did without: only its structure was judged.
  void add_unchecked(Member member);

  /// A text to work in, emptied by whoever uses it; what is added above must not point into text().
  [[nodiscard]] std::string& scratch() { return scratch_; }
  [[nodiscard]] std::string_view text(TextRange range) const;

  [[nodiscard]] bool ok() const { return errors_ == 0; }
  [[nodiscard]] bool truncated() const { return truncated_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] const std::vector<ReportFinding>& findings() const { return findings_; }
  /// In the order of the catalogue, then of the profile. Meaningful only when ok().
  [[nodiscard]] const std::vector<ReportValue>& values() const { return values_; }
  /// Members that were judged by structure alone, in the order of the catalogue, each once.
  [[nodiscard]] const std::vector<Member>& unchecked() const { return unchecked_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const profile::Profile* profile() const { return profile_; }

 private:
  [[nodiscard]] TextRange keep(std::string_view text);

  const profile::Profile* profile_ = nullptr;
  std::vector<ReportFinding> findings_;
  std::vector<ReportValue> values_;
  std::vector<Member> unchecked_;
  std::string text_;
  std::string scratch_;
  std::size_t errors_ = 0;
  bool truncated_ = false;
};

}  // namespace vestibule::validation
