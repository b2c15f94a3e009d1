#include "org/problem.hpp"

#include <iterator>
#include <string_view>

#include "org/write.hpp"

namespace vestibule::sandbox::org {
namespace {

struct Row {
  std::string_view name;
  int status;
};

constexpr Row rows[] = {
    {"NOT_FOUND", 404},
    {"ENTITY_IS_DELETED", 404},
    {"METHOD_NOT_ALLOWED", 405},
    {"PRECONDITION_FAILED", 412},
    {"JSON_PARSER_ERROR", 400},
    {"MALFORMED_QUERY", 400},
    {"MALFORMED_ID", 400},
    {"INVALID_FIELD", 400},
    {"INVALID_FIELD_FOR_INSERT_UPDATE", 400},
    {"REQUIRED_FIELD_MISSING", 400},
    {"STRING_TOO_LONG", 400},
    {"NUMBER_OUTSIDE_VALID_RANGE", 400},
    {"INVALID_EMAIL_ADDRESS", 400},
    {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", 400},
    {"FIELD_CUSTOM_VALIDATION_EXCEPTION", 400},
    {"INVALID_CROSS_REFERENCE_KEY", 400},
    {"CIRCULAR_DEPENDENCY", 400},
    {"DUPLICATE_VALUE", 400},
    {"UNDELETE_FAILED", 400},
    {"UNKNOWN_EXCEPTION", 500},
};

static_assert(std::size(rows) == static_cast<std::size_t>(ErrorCode::unknown_exception) + 1);

}  // namespace

OrgResponse respond(const Problem& problem) {
  const Row& row = rows[static_cast<std::size_t>(problem.code)];
  OrgResponse response{row.status, {}, "[{"};
  append_member(response.body, "message", problem.message);
  append_member(response.body, "errorCode", std::string{row.name});
  append_name(response.body, "fields");
  append_texts(response.body, problem.fields);
  response.body += "}]";
  return response;
}

}  // namespace vestibule::sandbox::org
