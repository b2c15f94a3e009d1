/// The org's two objects and their fields: those the catalogue maps to Salesforce, and the keys that tie the sides together.
/// Depends on: catalogue of the core.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/picklist.hpp"

namespace vestibule::sandbox::org {

enum class Object : std::uint8_t { account, contact };
inline constexpr Object all_objects[] = {Object::account, Object::contact};

/// Which rule judges a value; the order of the table in judge.cpp.
enum class Type : std::uint8_t { text, email, picklist, picklist_set, integer, number, boolean, date, reference, key };

struct Field {
  std::string_view name;  ///< of the member and of the column
  Type type{};
  std::uint32_t max_utf16 = 0;     ///< of text
  std::int64_t min = 0, max = 0;   ///< of numbers
  catalogue::Picklist picklist{};  ///< its values, where it has a list
  bool required = false;
  Object target{};     ///< of a reference
  bool owner = false;  ///< of a reference: the record goes to the bin with the one it names, and comes back with it
};

using FieldIndex = std::size_t;

struct ObjectInfo {
  Object object{};
  std::string_view name;    ///< "Account"
  std::string_view prefix;  ///< of its ids
  std::vector<Field> fields;
  FieldIndex key = 0;  ///< Nue_Id__c

  [[nodiscard]] std::optional<FieldIndex> find(std::string_view field) const;
};

inline constexpr std::string_view key_name = "Nue_Id__c";

[[nodiscard]] const ObjectInfo& info(Object object);
[[nodiscard]] std::optional<Object> find_object(std::string_view name);

/// Members of a record that nobody writes.
[[nodiscard]] std::span<const std::string_view> read_only_members();

}  // namespace vestibule::sandbox::org
