#include "refusal.hpp"

namespace vestibule::sandbox {
namespace {

struct ReasonRow {
  unsigned status;
  std::string_view code;
  std::string_view member;  // "" where the record itself is not there
  std::string_view words;
};

// In the order of Refusal::Reason.
constexpr ReasonRow table[] = {
    {404, "CUSTOMER_NOT_FOUND", "", "there is no such customer"},
    {404, "CONTACT_NOT_FOUND", "", "there is no such contact"},
    {409, "DUPLICATE_ACCOUNT_NUMBER", "accountNumber", "another customer has it"},
    {409, "DUPLICATE_ID", "id", "another customer has it"},
    {409, "DUPLICATE_EMAIL", "email", "another contact has it"},
    {400, "INVALID_FIELD_VALUE", "parentCustomerId", "there is no such customer"},
    {400, "INVALID_FIELD_VALUE", "parentCustomerId", "a customer cannot be above itself"},
    {400, "INVALID_FIELD_VALUE", "orderPrimaryContactId", "not a contact of this customer"},
};

}  // namespace

Problem problem_of(Refusal::Reason reason, const std::string& place) {
  const ReasonRow& row = table[static_cast<std::size_t>(reason)];
  Problem problem{row.status, row.code, {}};
  if (!row.member.empty()) problem.message.append(place).append(row.member).append(": ");
  problem.message += row.words;
  return problem;
}

}  // namespace vestibule::sandbox
