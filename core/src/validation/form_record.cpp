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

std::optional<json::Problem> FormRecord::add(std::string_view name, std::string_view value) {
  const auto field = catalogue::find_field(name, of_);
  const auto& unknown = record_.unknown();
  const bool seen = field ? std::exchange(sent_[catalogue::index(*field)], true)
                          : std::find(unknown.begin(), unknown.end(), name) != unknown.end();
  if (seen) {
    std::string pointer;
    json::append_pointer_token(pointer, name);
    return json::Problem{Code::form_duplicate_key, pointer, {}};
  }
  if (!field) {
    record_.add_unknown(record_.keep(name), {ValueKind::string, record_.keep(value), 0, 0});
  } else if (!value.empty()) {
    record_.set(*field, read_value(catalogue::info(*field).kind, record_.keep(value)));
  }
  return std::nullopt;
}

}  // namespace vestibule::validation
