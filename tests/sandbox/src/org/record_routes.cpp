#include "org/record_routes.hpp"

#include <algorithm>

#include "org/bin.hpp"
#include "org/edit.hpp"
#include "org/listing.hpp"
#include "org/lookup.hpp"
#include "org/write.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::sandbox::org {
namespace {

const std::string& id_in(const Call& call) { return call.target.segments[2]; }

OrgResponse answer(const Record& record) {
  OrgResponse response{200, etag_of(record), {}};
  append_record(response.body, record);
  return response;
}

OrgResponse no_content(const Record& record) { return {204, etag_of(record), {}}; }

// What POST and upsert answer.
OrgResponse saved(const Record& record, bool created) {
  OrgResponse response{created ? 201 : 200, etag_of(record), "{"};
  append_member(response.body, "id", record.id);
  append_member(response.body, "success", true);
  append_name(response.body, "errors");
  response.body += "[]";
  append_member(response.body, "created", created);
  response.body += '}';
  return response;
}

Outcome<std::vector<Change>> changes_in(const Call& call, const ObjectInfo& object) {
  const auto members = read_members(call.request.body);
  if (!members) return members.error();
  return judge(object, members.value(), call.restricted);
}

// The record that the path names when it is alive and at the version that the request asks for.
Outcome<Record> record_to_change(const Call& call) {
  auto record = living_record(call, id_in(call));
  if (!record) return record;
  if (auto problem = check_match(call, record.value())) return *std::move(problem);
  return record;
}

// The key in the path, in lower case; nothing when it is no UUID.
std::optional<std::string> key_in(const Call& call) {
  const auto uuid = ids::parse_uuid(call.target.segments[3]);
  return uuid ? std::optional{ids::to_string(uuid.value())} : std::nullopt;
}

OrgResponse respond_update(Call& call, const ObjectInfo& object, const Record& record,
                           OrgResponse (*success)(const Record&)) {
  const auto changes = changes_in(call, object);
  if (!changes) return respond(changes.error());
  Journal journal = journal_of(call);
  const auto after = update(call.storage, journal, record, changes.value());
  return after ? success(after.value()) : respond(after.error());
}

}  // namespace

OrgResponse list(Call& call) {
  const auto object = object_of(call);
  return object ? list_records(call.storage, *object.value(), call.target) : respond(object.error());
}

OrgResponse insert(Call& call) {
  const auto object = object_of(call);
  if (!object) return respond(object.error());
  const auto changes = changes_in(call, *object.value());
  if (!changes) return respond(changes.error());
  Journal journal = journal_of(call);
  const auto made = create(call.storage, journal, *object.value(), changes.value());
  return made ? saved(made.value(), true) : respond(made.error());
}

OrgResponse read(Call& call) {
  const auto record = living_record(call, id_in(call));
  return record ? answer(record.value()) : respond(record.error());
}

OrgResponse read_by_key(Call& call) {
  const auto object = object_of(call);
  if (!object) return respond(object.error());
  const auto key = key_in(call);
  const auto record = key ? call.storage.of(object.value()->object).find_key(*key) : std::nullopt;
  return record ? answer(*record) : respond({ErrorCode::not_found, "The requested resource does not exist"});
}

OrgResponse patch(Call& call) {
  const auto record = record_to_change(call);
  if (!record) return respond(record.error());
  return respond_update(call, info(record.value().object), record.value(), no_content);
}

OrgResponse upsert(Call& call) {
  const auto found = object_of(call);
  if (!found) return respond(found.error());
  const ObjectInfo& object = *found.value();
  const auto key = key_in(call);
  if (!key) return respond({ErrorCode::validation, "Nue_Id__c: not a UUID", {std::string{key_name}}});
  auto changes = changes_in(call, object);
  if (!changes) return respond(changes.error());
  if (std::ranges::count(changes.value(), object.key, &Change::field) > 0) {
    return respond({ErrorCode::invalid_field,
                    "The Nue_Id__c field should not be specified in the sobject data.",
                    {std::string{key_name}}});
  }
  if (const auto record = call.storage.of(object.object).find_key(*key)) {
    if (const auto problem = check_match(call, *record)) return respond(*problem);
    return respond_update(call, object, *record, [](const Record& after) { return saved(after, false); });
  }
  if (call.request.if_match) return respond({ErrorCode::precondition_failed, "there is no such record yet"});
  changes.value().push_back({object.key, key});
  Journal journal = journal_of(call);
  const auto made = create(call.storage, journal, object, changes.value());
  return made ? saved(made.value(), true) : respond(made.error());
}

OrgResponse put_in_bin(Call& call) {
  const auto record = record_to_change(call);
  if (!record) return respond(record.error());
  Journal journal = journal_of(call);
  return no_content(remove(call.storage, journal, record.value()));
}

OrgResponse take_from_bin(Call& call) {
  const auto record = any_record(call, id_in(call));
  if (!record) return respond(record.error());
  if (const auto problem = check_match(call, record.value())) return respond(*problem);
  Journal journal = journal_of(call);
  const auto after = undelete(call.storage, journal, record.value());
  return after ? answer(after.value()) : respond(after.error());
}

OrgResponse purge_record(Call& call) {
  const auto record = any_record(call, id_in(call));
  if (!record) return respond(record.error());
  Journal journal = journal_of(call);
  purge(call.storage, journal, record.value());
  return {204, {}, {}};
}

OrgResponse merge_records(Call& call) {
  const auto winner = record_to_change(call);
  if (!winner) return respond(winner.error());
  const auto members = read_members(call.request.body);
  if (!members) return respond(members.error());
  const bool one = members.value().size() == 1 && members.value()[0].name == "loser";
  if (!one || members.value()[0].kind != Member::Kind::text) {
    return respond({ErrorCode::json_parser_error, "expected {\"loser\": id}", {"loser"}});
  }
  const auto loser = living_record(call, members.value()[0].text);
  if (!loser) return respond(loser.error());
  Journal journal = journal_of(call);
  const auto after = merge(call.storage, journal, winner.value(), loser.value());
  return after ? answer(after.value()) : respond(after.error());
}

OrgResponse list_merges(Call& call) {
  const auto object = object_of(call);
  if (!object) return respond(object.error());
  OrgResponse response{200, {}, "{"};
  append_name(response.body, "merges");
  response.body += '[';
  for (const PastMerge& merge : merges_into(call.storage, id_in(call))) {
    response.body += response.body.back() == '[' ? "{" : ",{";
    append_member(response.body, "sequence", merge.sequence);
    append_member(response.body, "loser", merge.loser);
    append_member(response.body, "winner", merge.winner);
    append_member(response.body, key_name, merge.key);
    response.body += '}';
  }
  response.body += "]}";
  return response;
}

OrgResponse list_changes(Call& call) { return list_events(call.storage, call.target); }

}  // namespace vestibule::sandbox::org
