/// The parameters of GET /customers as a Selection.
/// Depends on: query, select.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "query.hpp"
#include "select.hpp"

namespace vestibule::sandbox {

struct ListQuery {
  Selection selection;
  bool contacts = false;             ///< includes=contacts
  std::vector<std::size_t> missing;  ///< places in customerIds that name no customer
};

/// The Nue id of a customer, by whichever id; nothing when there is none.
using Resolve = std::function<std::optional<std::string>(std::string_view id)>;

/// Reserved are customerIds, includes, page, limit and _predicate; every other parameter is a filter on a field.
///
/// Errors  a sentence: an unknown field is never "match all"
/// Source  api-docs.nue.io fetching customers
[[nodiscard]] std::variant<ListQuery, std::string> read_list_query(std::span<const Parameter> parameters,
                                                                   const Resolve& resolve);

}  // namespace vestibule::sandbox
