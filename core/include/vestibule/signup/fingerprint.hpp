/// What two requests have in common when they mean the same sign-up.
/// Depends on: customer/record, digest/sha256.
#pragma once

#include <string>

#include "vestibule/customer/record.hpp"
#include "vestibule/digest/sha256.hpp"

namespace vestibule::signup {

/// Appends the record as canonical JSON: members in ascending order, no white space, numbers as ECMAScript writes them.
/// Source: RFC 8785. Input: an accepted record, so names are ASCII and numbers are plain decimals.
void append_canonical_json(std::string& out, const customer::Record& record);

/// SHA-256 of the canonical JSON of {"contact": record, "customer": record}, without the first where there is none. Spelling
/// that normalises away, the order of members and white space do not change it; anything a person would call another sign-up
/// does.
[[nodiscard]] digest::Sha256Digest fingerprint(const customer::Record& customer,
                                               const customer::Record* contact = nullptr);

}  // namespace vestibule::signup
