// Fills a record from decoded form fields. Internal: shared by the readers of forms.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "members.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::validation {

class FormRecord {
 public:
  // `record` must have been started with room for everything that will be added.
  FormRecord(customer::RecordView& record, const MemberNames& names) : record_{record}, names_{names} {}

  // Errors: form.duplicate_key, for an empty field too.
  [[nodiscard]] std::optional<json::Problem> add(std::string_view name, std::string_view value);

 private:
  // Whether the member was sent before; an empty field leaves no trace in the record.
  bool note(customer::Member member);

  customer::RecordView& record_;
  MemberNames names_;
  std::array<bool, catalogue::field_count + limits::profile_max_fields> sent_{};
};

}  // namespace vestibule::validation
