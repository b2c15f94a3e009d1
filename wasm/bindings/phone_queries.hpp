// The questions about phone numbers. Depends on: queries, checks/phone_number, checks/phone_typing.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

void answer_phone_describe(Arguments arguments, const QueryContext& context, std::string& out);
void answer_phone_typing(Arguments arguments, const QueryContext& context, std::string& out);
void answer_phone_example(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
