/// Findings of the core in Nue's form of message: "[1].recordType: expected one of Business, Consumer".
/// Depends on: finding, validation/options of the core.
#pragma once

#include <span>
#include <string>

#include "vestibule/finding.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::sandbox {

/// How every body is judged: as strictly as Nue, with the custom fields of tenant.hpp.
[[nodiscard]] validation::Options check_options(validation::Operation operation,
                                                catalogue::Entity of = catalogue::Entity::customer);

/// "/1/recordType" as "[1].recordType"; "" as `whole`, what the body is called.
[[nodiscard]] std::string member_path(std::string_view pointer, std::string_view whole);

/// One finding in plain English.
[[nodiscard]] std::string words_of(const Finding& finding);

/// The first 20 errors, joined by "; ".
[[nodiscard]] std::string problem_text(std::span<const Finding> findings, std::string_view whole);

}  // namespace vestibule::sandbox
