#include "form_record.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "vestibule/checks/number.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Kind;
using customer::ValueKind;
using customer::ValueView;

// What a control of this kind of field means by its text.
ValueView read_value(Kind kind, std::string_view text) {
  if (kind == Kind::integer || kind == Kind::number) {
    const auto number = checks::parse_decimal(text);
    const bool literal = number.ok() || number.error() != Code::field_type;  // a number out of bounds is still one
    return {literal ? ValueKind::number : ValueKind::string, text, 0, 0};
  }
  if (kind == Kind::boolean && (text == "true" || text == "on")) return {ValueKind::boolean_true, {}, 0, 0};
  if (kind == Kind::boolean && text == "false") return {ValueKind::boolean_false, {}, 0, 0};
  return {ValueKind::string, text, 0, 0};
}

}  // namespace

bool FormRecord::note(customer::Member member) {
  const auto place = static_cast<std::size_t>(member);
  const std::size_t slot =
      place < customer::custom_member ? place : catalogue::field_count + (place - customer::custom_member);
  return std::exchange(sent_[slot], true);
}

std::optional<json::Problem> FormRecord::add(std::string_view name, std::string_view value) {
  const auto member = names_.find(name);
  const auto& unknown = record_.unknown();
  const bool seen = member ? note(*member) : std::find(unknown.begin(), unknown.end(), name) != unknown.end();
  if (seen) {
    std::string pointer;
    json::append_pointer_token(pointer, name);
    return json::Problem{Code::form_duplicate_key, pointer, {}};
  }
  if (!member) {
    record_.add_unknown(record_.keep(name));
  } else if (!value.empty()) {
    record_.set(*member, read_value(names_.info(*member).kind, record_.keep(value)));
  }
  return std::nullopt;
}

}  // namespace vestibule::validation
