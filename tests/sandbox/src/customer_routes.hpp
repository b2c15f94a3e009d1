/// What each route does with the store.
/// Depends on: envelope, list_query, router, store, words.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "envelope.hpp"
#include "query.hpp"
#include "store.hpp"

namespace vestibule::sandbox {

/// Called once, on any thread. For a write only after its commit.
using Answer = std::function<void(Response)>;

void create_customers(Store& store, std::string_view body, const Answer& answer);
void patch_customer(Store& store, std::string_view id, std::string_view body, const Answer& answer);
[[nodiscard]] Response read_customer(Store& store, std::string_view id, std::span<const Parameter> parameters);
[[nodiscard]] Response list_customers(Store& store, std::span<const Parameter> parameters);

}  // namespace vestibule::sandbox
