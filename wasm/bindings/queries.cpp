#include "queries.hpp"

#include <algorithm>

#include "address_queries.hpp"
#include "phone_queries.hpp"
#include "signup_queries.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::bridge {
namespace {

// In the order of Query.
constexpr Answer answers[] = {
    answer_address_layout, answer_country_find,  answer_phone_describe,
    answer_phone_typing,   answer_phone_example, answer_signup_step,
};

}  // namespace

std::string_view Arguments::next() {
  const std::size_t end = std::min(rest_.find('\0'), rest_.size());
  const std::string_view argument = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return argument;
}

void append_problem(std::string& out, const json::Problem& problem) {
  out += "{\"problem\":{\"code\":";
  json::append_string(out, to_string(problem.code));
  out += ",\"pointer\":";
  json::append_string(out, problem.pointer);
  out += "}}";
}

void answer_from(std::span<const Answer> table, std::size_t question, std::string_view arguments,
                 const QueryContext& context, std::string& out) {
  if (question >= table.size() || text::first_invalid_utf8(arguments) != arguments.size()) {
    out += "null";
    return;
  }
  table[question](Arguments{arguments}, context, out);
}

void answer(Query query, std::string_view arguments, const QueryContext& context, std::string& out) {
  answer_from(answers, static_cast<std::size_t>(query), arguments, context, out);
}

}  // namespace vestibule::bridge
