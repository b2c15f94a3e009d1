#include "credit_routes.hpp"

#include "list_answer.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

constexpr NamedParameter named[] = {{"accountPoolIds", "accountPoolId", NamedParameter::Reading::texts}};

const ListRules& rules() {
  static const ListRules made{credits_table(), {}, false, {}, named};
  return made;
}

}  // namespace

Response list_credits(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return failure(problem_of(Refusal::Reason::customer_not_found, ""));
  return answer_list(repositories, call, rules(), {}, (*customer)["id"]);
}

}  // namespace vestibule::sandbox
