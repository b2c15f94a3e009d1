// The questions of the full module; a file of its own, so that the linker leaves all of it out of the other one.
#include "address_queries.hpp"
#include "gateway_queries.hpp"
#include "lifecycle_queries.hpp"
#include "matching_queries.hpp"
#include "paste_queries.hpp"
#include "queries.hpp"
#include "vestibule/profile/describe.hpp"
#include "vestibule/validation/check_id.hpp"

namespace vestibule::bridge {
namespace {

void answer_tax_id(Arguments arguments, const QueryContext&, std::string& out) {
  const auto scheme = checks::find_tax_scheme(arguments.next());
  const std::string_view text = arguments.next();
  if (!scheme) {
    out += "null";
    return;
  }
  validation::append_json(out, validation::check_tax_id(*scheme, text, arguments.next()));
}

void answer_profile_describe(Arguments, const QueryContext& context, std::string& out) {
  if (context.profile != nullptr) {
    profile::append_json(out, *context.profile);
  } else {
    profile::append_json(out, profile::Profile{});
  }
}

// In the order of FullQuery.
constexpr Answer answers[] = {
    answer_address_format, answer_address_split, answer_tax_id,          answer_profile_describe,
    answer_match_keys,     answer_match_compare, answer_signature_split, answer_lifecycle_describe,
    answer_lifecycle_step, answer_sync_preview,  answer_audit_verify,    answer_gateway_step,
    answer_gateway_admit,  answer_gateway_pass,  answer_gateway_note,
};

}  // namespace

void answer(FullQuery query, std::string_view arguments, const QueryContext& context, std::string& out) {
  answer_from(answers, static_cast<std::size_t>(query), arguments, context, out);
}

}  // namespace vestibule::bridge
