/// Why the org refuses: Salesforce's error codes, each with its HTTP status, in the shape of its REST API.
/// Depends on: org/message.
#pragma once

#include <string>
#include <vector>

#include "org/message.hpp"
#include "vestibule/result.hpp"

namespace vestibule::sandbox::org {

/// In the order of the table in problem.cpp.
enum class ErrorCode {
  not_found,
  entity_is_deleted,
  method_not_allowed,
  precondition_failed,
  json_parser_error,
  malformed_query,
  malformed_id,
  invalid_field,
  read_only_field,
  required_field_missing,
  string_too_long,
  number_outside_valid_range,
  invalid_email_address,
  restricted_picklist,
  validation,
  cross_reference,
  circular_dependency,
  duplicate_value,
  undelete_failed,
  unknown_exception,
};

struct Problem {
  ErrorCode code{};
  std::string message;
  std::vector<std::string> fields{};
};

template <class T>
using Outcome = Result<T, Problem>;

/// `[{"message":"...","errorCode":"...","fields":[...]}]`.
[[nodiscard]] OrgResponse respond(const Problem& problem);

}  // namespace vestibule::sandbox::org
