#include "phone_queries.hpp"

#include <string_view>

#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/phone_typing.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::bridge {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out.append(",\"").append(name).append("\":");
  json::append_string(out, text);
}

void append_number(std::string& out, const checks::PhoneNumber& number, const atlas::PhonePlans& plans) {
  out.append("{\"valid\":").append(number.valid() ? "true" : "false");
  out.append(",\"possible\":").append(number.possible ? "true" : "false");
  std::string text;
  checks::append_e164(number, plans, text);
  append_member(out, "e164", text);
  text.clear();
  checks::append_national(number, plans, text);
  append_member(out, "national", text);
  text.clear();
  checks::append_international(number, plans, text);
  append_member(out, "international", text);
  append_member(out, "region", number.region());
  append_member(out, "type", checks::to_string(number.type));
  append_member(out, "extension", number.extension());
  out.push_back('}');
}

}  // namespace

void answer_phone_describe(Arguments arguments, const QueryContext& context, std::string& out) {
  const atlas::PhonePlans& plans = atlas::phones_of(context.atlas);
  const std::string_view text = arguments.next();
  const auto number = plans.loaded() ? checks::read_phone(text, plans, arguments.next()) : Code::phone_syntax;
  if (number)
    append_number(out, number.value(), plans);
  else
    out += "null";
}

void answer_phone_typing(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view text = arguments.next();
  std::size_t caret = 0;
  for (const char c : arguments.next())
    caret = text::is_digit(c) ? caret * 10 + static_cast<std::size_t>(c - '0') : caret;
  const checks::TypedPhone shown =
      checks::format_typed_phone(text, caret, atlas::phones_of(context.atlas), arguments.next());
  out += "{\"text\":";
  json::append_string(out, shown.text);
  out.append(",\"caret\":").append(text::decimal(shown.caret)).append("}");
}

void answer_phone_example(Arguments arguments, const QueryContext& context, std::string& out) {
  const atlas::PhonePlans& plans = atlas::phones_of(context.atlas);
  checks::PhoneNumber number;
  if (checks::example_phone(plans, arguments.next(), number))
    append_number(out, number, plans);
  else
    out += "null";
}

}  // namespace vestibule::bridge
