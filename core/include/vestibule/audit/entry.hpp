/// One line of the audit log: what happened to one customer, who did it, what came of it.
/// Depends on: lifecycle/step, digest/sha256, ids/uuid.
///
/// An entry holds no personal value. A changed field stands with a digest of its old and its new value under a key that
/// belongs to the customer alone; erasing the customer destroys the key, and what is left says nothing (L23).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/digest/sha256.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/lifecycle/step.hpp"

namespace vestibule::audit {

/// A digest of a value, 32 hexadecimal digits; "" where there was none.
using ValueMark = std::string;

struct FieldChange {
  std::string field;  ///< as the API spells it
  ValueMark before;
  ValueMark after;

  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct Entry {
  std::uint64_t time = 0;  ///< milliseconds since 1970; says when, never in which order (L26)
  std::string actor;       ///< "api", "sync", "salesforce", "operator:<name>", ...; never a person's name or address
  ids::Uuid customer;
  std::string cause;  ///< id of the request, event or job that led here; may be ""
  /// A lifecycle event, with what came of it. Without one the entry is about fields alone.
  std::optional<lifecycle::Event> event;
  lifecycle::Outcome outcome{};
  lifecycle::Because because{};
  std::vector<FieldChange> changes;  ///< in ascending order of field

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// The mark of a value under a customer's key of 32 random bytes. Fields with equal values have different marks.
[[nodiscard]] ValueMark mark(std::string_view key, std::string_view field, std::string_view value);

}  // namespace vestibule::audit
