/// A customer as a row of text columns, one for each field of the catalogue and each configured custom field.
/// Depends on: catalogue/field, customer/record, profile/profile of the core.
///
/// A column holds the text of a string, the literal of a number or boolean, or an array as JSON text; NULL is no value.
/// Literals are kept as they were accepted, so an answer repeats what was sent, digit for digit.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::sandbox {

/// The tenant: one custom field, the mark a sign-up leaves in its customer so that the sender can find it again.
[[nodiscard]] const profile::Profile& tenant();

struct Column {
  std::string_view name;  ///< of the member and of the column in the table
  catalogue::Kind kind;
  bool computed = false;  ///< a metric: a number nobody writes, 0 until an order exists
};

using ColumnIndex = std::size_t;

/// Fields first, in the catalogue's order, then custom fields.
[[nodiscard]] std::span<const Column> columns();
[[nodiscard]] ColumnIndex column_of(catalogue::Field field);
[[nodiscard]] std::optional<ColumnIndex> find_column(std::string_view name);

/// One value for each column.
using Values = std::vector<std::optional<std::string>>;

/// Members a record sets, each with its column; nullopt empties it.
struct Change {
  ColumnIndex column;
  std::optional<std::string> value;
};
[[nodiscard]] std::vector<Change> changes_of(const customer::Record& record);

/// Appends a customer as the API answers it: every member, null when empty. `contacts` adds the embedded list, which is
/// always empty here.
void append_customer(std::string& out, const Values& values, bool contacts);

}  // namespace vestibule::sandbox
