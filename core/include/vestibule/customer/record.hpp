/// One accepted customer record: normalised values that own their text.
/// Depends on: catalogue/field, customer/record_view.
#pragma once

#include <string>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"

namespace vestibule::customer {

struct FieldValue {
  catalogue::Field field{};
  ValueKind kind{};                ///< null only in a patch, where it empties the field
  std::string text;                ///< of a string, or the literal of a number
  std::vector<std::string> items;  ///< of an array

  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// The value of a tenant's own field.
struct CustomValue {
  std::string name;
  ValueKind kind{};  ///< null only in a patch
  std::string text;  ///< of a string, or the literal of a number

  friend bool operator==(const CustomValue&, const CustomValue&) = default;
};

struct Record {
  std::vector<FieldValue> values;   ///< in the order of the catalogue, no field twice
  std::vector<CustomValue> custom;  ///< in the order of the profile

  /// nullptr when the record has no such member.
  [[nodiscard]] const FieldValue* find(catalogue::Field field) const;

  friend bool operator==(const Record&, const Record&) = default;
};

/// Appends the record as a JSON object.
void append_json(std::string& out, const Record& record);

}  // namespace vestibule::customer
