#include "queries.hpp"

#include <algorithm>
#include <iterator>

#include "address_queries.hpp"
#include "matching_queries.hpp"
#include "phone_queries.hpp"
#include "vestibule/profile/describe.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_id.hpp"

namespace vestibule::bridge {
namespace {

using Answer = void (*)(Arguments arguments, const QueryContext& context, std::string& out);

void answer_atlas_info(Arguments, const QueryContext& context, std::string& out) {
  out += context.atlas != nullptr ? "{\"loaded\":true}" : "{\"loaded\":false}";
}

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

// In the order of Query.
constexpr Answer answers[] = {
    answer_atlas_info,    answer_address_layout, answer_address_format,   answer_address_split,
    answer_country_find,  answer_tax_id,         answer_profile_describe, answer_match_keys,
    answer_match_compare, answer_phone_describe, answer_phone_typing,     answer_phone_example,
};

}  // namespace

std::string_view Arguments::next() {
  const std::size_t end = std::min(rest_.find('\0'), rest_.size());
  const std::string_view argument = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return argument;
}

void answer(Query query, std::string_view arguments, const QueryContext& context, std::string& out) {
  const auto number = static_cast<std::size_t>(query);
  if (number >= std::size(answers) || text::first_invalid_utf8(arguments) != arguments.size()) {
    out += "null";
    return;
  }
  answers[number](Arguments{arguments}, context, out);
}

}  // namespace vestibule::bridge
