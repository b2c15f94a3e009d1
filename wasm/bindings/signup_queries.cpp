#include "signup_queries.hpp"

#include <string>

#include "vestibule/signup/json.hpp"
#include "vestibule/signup/texts.hpp"

namespace vestibule::bridge {
namespace {

// The arguments up to an empty one, as signup/texts.hpp reads them.
std::string take_texts(Arguments& arguments) {
  std::string texts;
  for (std::string_view text = arguments.next(); !text.empty(); text = arguments.next()) {
    texts.append(text).push_back('\0');
  }
  return texts;
}

}  // namespace

void answer_signup_step(Arguments arguments, const QueryContext&, std::string& out) {
  const auto state = signup::read_state_texts(take_texts(arguments));
  const auto event = signup::read_event_texts(take_texts(arguments));
  if (!state || !event) {
    out += "null";
    return;
  }
  const signup::Step step = signup::step(*state, *event);
  out += "{\"state\":";
  signup::append_json(out, step.state);
  out.push_back(',');
  signup::append_effects(out, step);
  out.push_back('}');
}

}  // namespace vestibule::bridge
