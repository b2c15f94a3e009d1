// The answers of matching. Internal to queries.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

// name, email, phone, website -> {"name":...,"email":...,"emailDomain":...,"phone":...,"website":...}; "" for no key
void answer_match_keys(Arguments arguments, const QueryContext& context, std::string& out);

// The four of one record, then of the other -> [{"key":"name","likeness":"near","strength":"weak"},...]
void answer_match_compare(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
