// The answers about pasted texts. Internal to queries.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

// the text, the country that is meant if it names none -> {"parts":{"name":{"text","confidence"},...},"country","rest"}.
// Answers without an atlas too, with less.
void answer_signature_split(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
