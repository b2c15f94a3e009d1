/// The catalogue: every field of a customer and of a contact, as one table. Rows stand in core/data/fields.csv.
/// Depends on: catalogue/picklist.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include "vestibule/catalogue/picklist.hpp"

namespace vestibule::catalogue {

/// Which record a field belongs to.
enum class Entity : std::uint8_t { customer, contact };

/// In the order of the table, customers first; the number is the field's name on the WebAssembly boundary. The fields
/// of a contact begin with "contact_".
enum class Field : std::uint16_t {
#define VESTIBULE_FIELD(enumerator, of, name, kind, required, signup, create, patch, max, signup_max, min, max_value, \
                        list)                                                                                         \
  enumerator,
#include "vestibule/generated/fields.inc"
#undef VESTIBULE_FIELD
};

/// Which rule judges the value.
enum class Kind : std::uint8_t {
  text,       ///< one line
  multiline,  ///< lines kept
  street,     ///< the lines of an address above the city
  state,      ///< first-level area of a country, by name or code
  postal,     ///< postal code
  email,
  phone,
  url,
  country,
  picklist,
  picklist_set,  ///< an array of picklist values, each once
  uuid,
  salesforce_account,  ///< an 18-character account id
  salesforce_contact,  ///< the same of a contact
  date,
  datetime,
  integer,
  number,
  boolean,
  tax_id,    ///< number of a tax authority; only in a tenant's own fields, which name its scheme
  cycle,     ///< a whole number from min to max as text; a JSON integer is taken too
  records,   ///< embedded records, only ever answered
  reserved,  ///< no field at all: a name that is refused wherever it is sent
};

struct FieldInfo {
  Entity of;
  std::string_view name;  ///< as Nue spells it: "billingPostalCode"
  Kind kind;
  bool required;                   ///< must have a value on create, and cannot be emptied
  bool signup;                     ///< may be sent by the public sign-up
  bool create;                     ///< may be sent when creating through the API
  bool patch;                      ///< may be sent when changing through the API
  std::uint32_t max_utf16;         ///< UTF-16 units after cleaning; 0 = no limit of its own
  std::uint32_t signup_max_utf16;  ///< the same at sign-up
  std::int64_t min, max;           ///< of numbers; both 0 = unbounded
  Picklist picklist;
};

inline constexpr FieldInfo field_table[] = {
#define VESTIBULE_FIELD(enumerator, of, name, kind, required, signup, create, patch, max, signup_max, min, max_value, \
                        list)                                                                                         \
  FieldInfo{Entity::of, name, Kind::kind, required, signup,    create,                                                \
            patch,      max,  signup_max, min,      max_value, Picklist::list},
#include "vestibule/generated/fields.inc"
#undef VESTIBULE_FIELD
};

inline constexpr std::size_t field_count = std::size(field_table);

[[nodiscard]] constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
[[nodiscard]] constexpr const FieldInfo& info(Field field) { return field_table[index(field)]; }

/// The fields of one entity: the numbers from `begin` up to, and without, `end`.
struct FieldRange {
  std::size_t begin, end;
};

inline constexpr std::size_t customer_field_count = [] {
  std::size_t customers = 0;
  while (customers < field_count && field_table[customers].of == Entity::customer) ++customers;
  return customers;
}();

[[nodiscard]] constexpr FieldRange fields_of(Entity of) {
  return of == Entity::customer ? FieldRange{0, customer_field_count} : FieldRange{customer_field_count, field_count};
}

/// The field of exactly this name, case included. Cost: a binary search.
[[nodiscard]] std::optional<Field> find_field(std::string_view name, Entity of = Entity::customer);

/// The field somebody probably meant by an unknown name: the same letters in another case, or at most two typing
/// mistakes away. Cost: linear in the table; names over 64 bytes are not looked at.
[[nodiscard]] std::optional<Field> closest_field(std::string_view name, Entity of = Entity::customer);

}  // namespace vestibule::catalogue
