// Fills a record from decoded form fields. Internal: shared by the readers of forms.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/json/problem.hpp"

namespace vestibule::validation {

class FormRecord {
 public:
  // `record` must have been started with room for everything that will be added.
  explicit FormRecord(customer::RecordView& record, catalogue::Entity of = catalogue::Entity::customer)
      : record_{record}, of_{of} {}

  // Errors: form.duplicate_key, for an empty field too.
  [[nodiscard]] std::optional<json::Problem> add(std::string_view name, std::string_view value);

 private:
  customer::RecordView& record_;
  catalogue::Entity of_;
  std::array<bool, catalogue::field_count> sent_{};  // an empty field leaves no trace in the record
};

}  // namespace vestibule::validation
