#include "org/objects.hpp"

#include <algorithm>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/ids/salesforce_id.hpp"

namespace vestibule::sandbox::org {
namespace {

using catalogue::Kind;

constexpr std::uint32_t longest_text = 255;  // of a Salesforce text field or picklist value without a length of its own
constexpr std::uint32_t longest_set = 4099;  // of a multi-select picklist
constexpr std::uint32_t key_length = 36;
constexpr std::int64_t widest_number = 999'999'999'999'999'999;  // 18 digits before the point

constexpr std::string_view read_only[] = {
    "Id",      "IsDeleted",   "MasterRecordId", "CreatedDate", "LastModifiedDate", "LastModifiedById",
    "Version", "SyncVersion", "Sequence",       "attributes"};

Type type_of(Kind kind) {
  switch (kind) {
    case Kind::email: return Type::email;
    case Kind::picklist: return Type::picklist;
    case Kind::picklist_set: return Type::picklist_set;
    case Kind::integer: return Type::integer;
    case Kind::number: return Type::number;
    case Kind::boolean: return Type::boolean;
    case Kind::date: return Type::date;
    case Kind::uuid: return Type::reference;  // an id on Nue's side is an id of the org on this one
    default: return Type::text;
  }
}

// What no column of the catalogue tells: which fields Salesforce insists on, and what references name.
constexpr std::string_view required_fields[] = {"Name", "LastName"};

Field field_of(catalogue::Field field, Object object) {
  const catalogue::FieldInfo& from = catalogue::info(field);
  Field result{.name = catalogue::presentation(field).salesforce, .type = type_of(from.kind)};
  // The name of a record type is a field of another object in Salesforce; here it is one flat member.
  if (result.name == "RecordType.Name") result.name = "RecordType";
  const std::uint32_t fallback = result.type == Type::picklist_set ? longest_set : longest_text;
  result.max_utf16 = from.max_utf16 == 0 ? fallback : from.max_utf16;
  const bool bounded = from.min != 0 || from.max != 0;
  result.min = bounded ? from.min : -widest_number;
  result.max = bounded ? from.max : widest_number;
  result.picklist = from.picklist;
  result.required = result.name == (object == Object::account ? required_fields[0] : required_fields[1]);
  result.target = result.name == "OrderPrimaryContact__c" ? Object::contact : Object::account;
  return result;
}

ObjectInfo make(Object object) {
  const bool account = object == Object::account;
  ObjectInfo made{object, account ? "Account" : "Contact", account ? ids::account_prefix : ids::contact_prefix, {}, 0};
  const auto range = catalogue::fields_of(account ? catalogue::Entity::customer : catalogue::Entity::contact);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto field = static_cast<catalogue::Field>(i);
    const std::string_view name = catalogue::presentation(field).salesforce;
    if (!name.empty() && name != "Id") made.fields.push_back(field_of(field, object));
  }
  if (!account) made.fields.push_back({.name = "AccountId", .type = Type::reference, .owner = true});
  made.key = made.fields.size();
  made.fields.push_back({.name = key_name, .type = Type::key, .max_utf16 = key_length});
  return made;
}

}  // namespace

std::optional<FieldIndex> ObjectInfo::find(std::string_view field) const {
  const auto at = std::ranges::find(fields, field, &Field::name);
  if (at == fields.end()) return std::nullopt;
  return static_cast<FieldIndex>(at - fields.begin());
}

const ObjectInfo& info(Object object) {
  static const ObjectInfo objects[] = {make(Object::account), make(Object::contact)};
  return objects[static_cast<std::size_t>(object)];
}

std::optional<Object> find_object(std::string_view name) {
  for (const Object object : all_objects) {
    if (info(object).name == name) return object;
  }
  return std::nullopt;
}

std::span<const std::string_view> read_only_members() { return read_only; }

}  // namespace vestibule::sandbox::org
