// Questions about one sign-up in the gateway, and about how much the gateway may ask of the API.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

void answer_gateway_step(Arguments arguments, const QueryContext& context, std::string& out);
void answer_gateway_admit(Arguments arguments, const QueryContext& context, std::string& out);
void answer_gateway_pass(Arguments arguments, const QueryContext& context, std::string& out);
void answer_gateway_note(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
