// Questions about a customer's life, what Salesforce would hold of it, and its audit log.
#pragma once

#include <string>

#include "queries.hpp"

namespace vestibule::bridge {

void answer_lifecycle_describe(Arguments arguments, const QueryContext& context, std::string& out);
void answer_lifecycle_step(Arguments arguments, const QueryContext& context, std::string& out);
void answer_sync_preview(Arguments arguments, const QueryContext& context, std::string& out);
void answer_audit_verify(Arguments arguments, const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
