/// A list of records, from its parameters to its answer.
/// Depends on: list_query, route.
#pragma once

#include <functional>
#include <string>

#include "list_query.hpp"
#include "route.hpp"

namespace vestibule::sandbox {

/// The members that a list adds to a record, by what its query includes: JSON text, each with a comma before it.
using Embed = std::function<std::string(Repositories&, const ListQuery&, const Values&)>;

/// `customer_id` restricts the list to one customer, where the path names it.
[[nodiscard]] Response answer_list(Repositories& repositories, const Call& call, const ListRules& rules,
                                   const Embed& embed = {}, const std::optional<std::string>& customer_id = {});

/// One record as an array of one. Of the parameters of its list it takes `includes` alone.
[[nodiscard]] Response answer_one(Repositories& repositories, const Call& call, const ListRules& rules,
                                  const Values& record, const Embed& embed = {});

}  // namespace vestibule::sandbox
