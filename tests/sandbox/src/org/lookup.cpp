#include "org/lookup.hpp"

#include "vestibule/ids/salesforce_id.hpp"

namespace vestibule::sandbox::org {
namespace {

Problem not_found() { return {ErrorCode::not_found, "The requested resource does not exist"}; }

}  // namespace

Outcome<const ObjectInfo*> object_of(const Call& call) {
  const auto object = find_object(call.target.segments[1]);
  if (!object) return not_found();
  return &info(*object);
}

Outcome<Record> any_record(const Call& call, std::string_view id) {
  const auto object = object_of(call);
  if (!object) return object.error();
  const auto parsed = ids::parse_salesforce_id(id);
  if (!parsed) return not_found();
  auto record = call.storage.of(object.value()->object).find(parsed.value().id.text());
  if (!record) return not_found();
  return *std::move(record);
}

Outcome<Record> living_record(const Call& call, std::string_view id) {
  auto record = any_record(call, id);
  if (record && record.value().deleted) return Problem{ErrorCode::entity_is_deleted, "entity is deleted"};
  return record;
}

std::optional<Problem> check_match(const Call& call, const Record& record) {
  const auto& expected = call.request.if_match;
  if (!expected || *expected == "*" || *expected == etag_of(record)) return std::nullopt;
  return Problem{ErrorCode::precondition_failed, "the record has another version"};
}

Journal journal_of(Call& call) { return {call.storage, call.request.actor, call.time}; }

}  // namespace vestibule::sandbox::org
