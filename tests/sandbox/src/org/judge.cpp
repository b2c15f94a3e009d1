#include "org/judge.hpp"

#include <algorithm>

#include "vestibule/checks/date.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::sandbox::org {
namespace {

using Refused = std::optional<Problem>;

Problem about(const Field& field, ErrorCode code, std::string_view what) {
  std::string message{field.name};
  message.append(": ").append(what);
  return {code, std::move(message), {std::string{field.name}}};
}

bool is_listed(const Field& field, std::string_view value) {
  return std::ranges::count(catalogue::built_in(field.picklist).values, value) > 0;
}

Refused judge_text(const Field& field, std::string& value, bool) {
  if (text::utf16_length(value) <= field.max_utf16) return std::nullopt;
  return about(field, ErrorCode::string_too_long,
               "data value too large (max length=" + std::to_string(field.max_utf16) + ")");
}

Refused judge_email(const Field& field, std::string& value, bool restricted) {
  if (auto refused = judge_text(field, value, restricted)) return refused;
  if (checks::parse_email(value).ok()) return std::nullopt;
  return about(field, ErrorCode::invalid_email_address, "invalid email address");
}

Refused judge_picklist(const Field& field, std::string& value, bool restricted) {
  if (auto refused = judge_text(field, value, restricted)) return refused;
  // A record type is a record of its own in Salesforce, so it is never free text.
  const bool listed_only = restricted || field.picklist == catalogue::Picklist::record_type;
  if (!listed_only || is_listed(field, value)) return std::nullopt;
  return about(field, ErrorCode::restricted_picklist, "bad value for restricted picklist field");
}

Refused judge_picklist_set(const Field& field, std::string& value, bool restricted) {
  if (auto refused = judge_text(field, value, restricted)) return refused;
  for (std::size_t begin = 0; restricted && begin <= value.size();) {
    const std::size_t end = std::min(value.find(';', begin), value.size());
    if (!is_listed(field, std::string_view{value}.substr(begin, end - begin))) {
      return about(field, ErrorCode::restricted_picklist, "bad value for restricted picklist field");
    }
    begin = end + 1;
  }
  return std::nullopt;
}

Refused judge_number(const Field& field, std::string& value, bool) {
  const auto number = checks::parse_decimal(value);
  const bool whole = field.type == Type::integer;
  if (!number.ok() || (whole && !number.value().integer) || !checks::within(number.value(), field.min, field.max)) {
    return about(field, ErrorCode::number_outside_valid_range, "value outside of valid range");
  }
  value = number.value().text;
  return std::nullopt;
}

Refused judge_boolean(const Field&, std::string&, bool) { return std::nullopt; }

Refused judge_date(const Field& field, std::string& value, bool) {
  if (checks::parse_date(value).ok()) return std::nullopt;
  return about(field, ErrorCode::json_parser_error, "not a valid value for the type xsd:date");
}

Refused judge_reference(const Field& field, std::string& value, bool) {
  const auto id = ids::parse_salesforce_id(value);
  if (!id.ok()) return about(field, ErrorCode::malformed_id, "id value of incorrect type");
  if (id.value().id.object() != info(field.target).prefix) {
    return about(field, ErrorCode::cross_reference, "an id of another object");
  }
  value = id.value().id.text();
  return std::nullopt;
}

Refused judge_key(const Field& field, std::string& value, bool) {
  const auto uuid = ids::parse_uuid(value);
  if (!uuid.ok()) return about(field, ErrorCode::validation, "not a UUID");
  value = ids::to_string(uuid.value());
  return std::nullopt;
}

struct Rule {
  Member::Kind kind;  // of JSON
  Refused (*judge)(const Field&, std::string&, bool restricted);
};

// By Type.
constexpr Rule rules[] = {
    {Member::Kind::text, judge_text},          // text
    {Member::Kind::text, judge_email},         // email
    {Member::Kind::text, judge_picklist},      // picklist
    {Member::Kind::text, judge_picklist_set},  // picklist_set
    {Member::Kind::number, judge_number},      // integer
    {Member::Kind::number, judge_number},      // number
    {Member::Kind::boolean, judge_boolean},    // boolean
    {Member::Kind::text, judge_date},          // date
    {Member::Kind::text, judge_reference},     // reference
    {Member::Kind::text, judge_key},           // key
};
static_assert(std::size(rules) == static_cast<std::size_t>(Type::key) + 1);

Problem unknown_member(const ObjectInfo& object, const std::string& name) {
  if (std::ranges::count(read_only_members(), name) > 0) {
    return {ErrorCode::read_only_field, "Unable to create/update fields: " + name, {name}};
  }
  return {
      ErrorCode::invalid_field, "No such column '" + name + "' on sobject of type " + std::string{object.name}, {name}};
}

}  // namespace

Outcome<std::vector<Change>> judge(const ObjectInfo& object, std::span<const Member> members, bool restricted) {
  std::vector<Change> changes;
  for (const Member& member : members) {
    const auto at = object.find(member.name);
    if (!at) return unknown_member(object, member.name);
    const Field& field = object.fields[*at];
    const Rule& rule = rules[static_cast<std::size_t>(field.type)];
    std::string value = member.kind == Member::Kind::text ? std::string{text::trim(member.text)} : member.text;
    // Salesforce keeps no difference between blank and null, in a field of any type.
    if (member.kind == Member::Kind::null || (member.kind == Member::Kind::text && value.empty())) {
      if (field.required) {
        return Problem{
            ErrorCode::required_field_missing, "Required fields are missing: [" + member.name + "]", {member.name}};
      }
      changes.push_back({*at, std::nullopt});
      continue;
    }
    if (member.kind != rule.kind) return about(field, ErrorCode::json_parser_error, "value of another JSON type");
    if (auto refused = rule.judge(field, value, restricted)) return *std::move(refused);
    changes.push_back({*at, std::move(value)});
  }
  return changes;
}

}  // namespace vestibule::sandbox::org
