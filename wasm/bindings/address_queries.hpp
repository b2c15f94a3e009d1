// The questions about addresses and countries. Depends on: queries, address/*, atlas/*.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

void answer_address_layout(Arguments arguments, const QueryContext& context, std::string& out);
void answer_address_format(Arguments arguments, const QueryContext& context, std::string& out);
void answer_address_split(Arguments arguments, const QueryContext& context, std::string& out);
void answer_country_find(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
