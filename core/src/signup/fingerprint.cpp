#include "vestibule/signup/fingerprint.hpp"

#include <algorithm>
#include <string_view>

namespace vestibule::signup {
namespace {

// ECMAScript writes a magnitude below 1e-6 with an exponent: 0.00000012 is 1.2e-7 (ECMA-262, Number::toString).
// Numbers of 1e21 and more, its other exponent form, have more digits than the core accepts.
std::string ecmascript_number(std::string_view plain) {
  const bool negative = plain.starts_with('-');
  std::string_view magnitude = plain.substr(negative ? 1 : 0);
  constexpr std::string_view small = "0.000000";
  if (!magnitude.starts_with(small)) return std::string{plain};
  const std::size_t first = magnitude.find_first_not_of("0.");
  const std::string_view digits = magnitude.substr(first);
  std::string text = negative ? "-" : "";
  text += digits.front();
  if (digits.size() > 1) text.append(".").append(digits.substr(1));
  return text + "e-" + std::to_string(first - 1);
}

}  // namespace

void append_canonical_json(std::string& out, const customer::Record& record) {
  customer::Record sorted = record;
  // Field names are ASCII, so bytes order them as the UTF-16 units of RFC 8785 section 3.2.3 do.
  std::sort(sorted.values.begin(), sorted.values.end(),
            [](const auto& a, const auto& b) { return catalogue::info(a.field).name < catalogue::info(b.field).name; });
  for (customer::FieldValue& value : sorted.values) {
    if (value.kind == customer::ValueKind::number) value.text = ecmascript_number(value.text);
  }
  customer::append_json(out, sorted);
}

digest::Sha256Digest fingerprint(const customer::Record& customer, const customer::Record* contact) {
  std::string text = "{";
  if (contact != nullptr) {
    text += "\"contact\":";
    append_canonical_json(text, *contact);
    text.push_back(',');
  }
  text += "\"customer\":";
  append_canonical_json(text, customer);
  text.push_back('}');
  return digest::sha256(text);
}

}  // namespace vestibule::signup
