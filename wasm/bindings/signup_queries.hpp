// The browser's part of a sign-up, step by step.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

void answer_signup_step(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
