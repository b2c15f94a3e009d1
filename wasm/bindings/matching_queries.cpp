#include "matching_queries.hpp"

#include "vestibule/json/write.hpp"
#include "vestibule/matching/compare.hpp"
#include "vestibule/matching/keys.hpp"

namespace vestibule::bridge {
namespace {

matching::Keys next_keys(Arguments& arguments) {
  matching::Details details;
  details.name = arguments.next();
  details.email = arguments.next();
  details.phone = arguments.next();
  details.website = arguments.next();
  return matching::match_keys(details);
}

void append_member(std::string& out, char before, std::string_view name, std::string_view value) {
  out.push_back(before);
  json::append_string(out, name);
  out.push_back(':');
  json::append_string(out, value);
}

}  // namespace

void answer_match_keys(Arguments arguments, const QueryContext&, std::string& out) {
  const matching::Keys keys = next_keys(arguments);
  append_member(out, '{', "name", keys.name);
  append_member(out, ',', "email", keys.email);
  append_member(out, ',', "emailDomain", keys.email_domain);
  append_member(out, ',', "phone", (keys.phone_international ? "+" : "") + keys.phone);
  append_member(out, ',', "website", keys.website);
  out.push_back('}');
}

void answer_match_compare(Arguments arguments, const QueryContext&, std::string& out) {
  const matching::Keys a = next_keys(arguments);
  const matching::Keys b = next_keys(arguments);
  out.push_back('[');
  bool first = true;
  for (const matching::Reason& reason : matching::compare(a, b)) {
    if (!first) out.push_back(',');
    first = false;
    append_member(out, '{', "key", to_string(reason.key));
    append_member(out, ',', "likeness", to_string(reason.likeness));
    append_member(out, ',', "strength", to_string(reason.strength));
    out.push_back('}');
  }
  out.push_back(']');
}

}  // namespace vestibule::bridge
