/// Writes of customers and contacts: a body that the core accepts, stored by the rules of its entity.
/// Depends on: lenient_check, route, tenant, words.
#pragma once

#include <functional>
#include <string_view>
#include <variant>
#include <vector>

#include "route.hpp"
#include "vestibule/catalogue/field.hpp"

namespace vestibule::sandbox {

/// What stores the accepted rows of a batch.
using CreateRows =
    std::function<std::variant<std::vector<Values>, Refusal>(Repositories&, const std::vector<Changes>&, Milliseconds)>;
/// What stores the accepted members of a patch.
using PatchRow = std::function<std::variant<Values, Refusal>(Repositories&, const Changes&, Milliseconds)>;

/// Answers 201 with every record in the order sent, or a refusal of the whole batch; where the settings say so, 207 with the
/// rows that were good.
void create_checked(Store& store, catalogue::Entity entity, std::string_view body, CreateRows create,
                    const Answer& answer);

/// Answers 200 with an array of the changed record.
void patch_checked(Store& store, catalogue::Entity entity, std::string_view body, PatchRow patch, const Answer& answer);

}  // namespace vestibule::sandbox
