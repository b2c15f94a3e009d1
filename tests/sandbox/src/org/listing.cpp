#include "org/listing.hpp"

#include <limits>

#include "org/write.hpp"
#include "vestibule/ids/salesforce_id.hpp"

namespace vestibule::sandbox::org {
namespace {

constexpr std::size_t ids_max = 200;
constexpr std::int64_t limit_default = 200;
constexpr std::int64_t limit_max = 2'000;  // of a batch of query results in Salesforce

struct Query {
  std::vector<Condition> conditions;
  bool deleted = false;
  std::int64_t limit = limit_default;
};

using Refused = std::optional<Problem>;

Refused malformed(std::string message) { return Problem{ErrorCode::malformed_query, std::move(message)}; }

Refused take_ids(Query& query, const ObjectInfo&, const std::string& value) {
  Condition condition;
  for (const std::string_view text : split(value, ',')) {
    const auto id = ids::parse_salesforce_id(text);
    if (!id.ok()) return Problem{ErrorCode::malformed_id, "ids: expected record ids, with commas between them"};
    condition.sql += condition.sql.empty() ? "\"Id\" IN (?" : ",?";
    condition.values.emplace_back(id.value().id.text());
  }
  if (condition.values.empty() || condition.values.size() > ids_max) return malformed("ids: expected 1 to 200 ids");
  condition.sql += ')';
  query.conditions.push_back(std::move(condition));
  return std::nullopt;
}

Refused take_after(Query& query, const ObjectInfo&, const std::string& value) {
  query.conditions.push_back({"\"Id\" > ?", {value}});
  return std::nullopt;
}

Refused take_changed_since(Query& query, const ObjectInfo&, const std::string& value) {
  if (!read_number(value, 0, std::numeric_limits<std::int64_t>::max())) {
    return malformed("changedSince: expected a sequence");
  }
  query.conditions.push_back({"\"Sequence\" > CAST(? AS INTEGER)", {value}});
  return std::nullopt;
}

Refused take_presence(Query& query, const ObjectInfo& object, const std::string& value, const char* condition) {
  for (const std::string_view name : split(value, ',')) {
    const auto field = object.find(name);
    if (!field) return Problem{ErrorCode::invalid_field, "No such column in a filter"};
    query.conditions.push_back({'"' + std::string{object.fields[*field].name} + "\" " + condition, {}});
  }
  return std::nullopt;
}

Refused take_set(Query& query, const ObjectInfo& object, const std::string& value) {
  return take_presence(query, object, value, "IS NOT NULL");
}

Refused take_unset(Query& query, const ObjectInfo& object, const std::string& value) {
  return take_presence(query, object, value, "IS NULL");
}

Refused take_deleted(Query& query, const ObjectInfo&, const std::string& value) {
  query.deleted = value == "true";
  return query.deleted || value == "false" ? std::nullopt : malformed("includeDeleted: expected true or false");
}

Refused take_limit(Query& query, const ObjectInfo&, const std::string& value) {
  const auto limit = read_number(value, 1, limit_max);
  if (!limit) return malformed("limit: expected 1 to 2000");
  query.limit = *limit;
  return std::nullopt;
}

struct Filter {
  std::string_view name;
  Refused (*take)(Query&, const ObjectInfo&, const std::string&);
};

constexpr Filter filters[] = {
    {"ids", take_ids},     {"after", take_after}, {"changedSince", take_changed_since}, {"set", take_set},
    {"unset", take_unset}, {"limit", take_limit}, {"includeDeleted", take_deleted},
};

Refused take(Query& query, const ObjectInfo& object, const std::string& name, const std::string& value) {
  for (const Filter& filter : filters) {
    if (filter.name == name) return filter.take(query, object, value);
  }
  const auto field = object.find(name);
  if (!field) return malformed("no such parameter");
  query.conditions.push_back({'"' + std::string{object.fields[*field].name} + "\" = ?", {value}});
  return std::nullopt;
}

}  // namespace

OrgResponse list_records(Storage& storage, const ObjectInfo& object, const Target& target) {
  Query query;
  for (const auto& [name, value] : target.parameters) {
    if (const auto problem = take(query, object, name, value)) return respond(*problem);
  }
  if (!query.deleted) query.conditions.push_back({"\"IsDeleted\" = 0", {}});
  // One more than asked for tells whether there are more.
  auto records = storage.of(object.object).select(query.conditions, query.limit + 1);
  const bool done = records.size() <= static_cast<std::size_t>(query.limit);
  if (!done) records.pop_back();

  OrgResponse response{200, {}, "{"};
  append_member(response.body, "done", done);
  append_member(response.body, "next", done ? std::nullopt : std::optional{records.back().id});
  append_member(response.body, "sequence", storage.counters.last_sequence());
  append_name(response.body, "records");
  response.body += '[';
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i > 0) response.body += ',';
    append_record(response.body, records[i]);
  }
  response.body += "]}";
  return response;
}

OrgResponse list_events(Storage& storage, const Target& target) {
  std::int64_t after = 0;
  std::int64_t limit = limit_default;
  for (const auto& [name, value] : target.parameters) {
    const bool is_after = name == "after";
    if (!is_after && name != "limit") return respond({ErrorCode::malformed_query, "no such parameter"});
    const auto number =
        is_after ? read_number(value, 0, std::numeric_limits<std::int64_t>::max()) : read_number(value, 1, limit_max);
    if (!number) return respond({ErrorCode::malformed_query, name + ": expected a whole number"});
    (is_after ? after : limit) = *number;
  }
  OrgResponse response{200, {}, "{"};
  append_member(response.body, "sequence", storage.counters.last_sequence());
  append_name(response.body, "events");
  response.body += '[';
  for (const OrgEvent& event : storage.feed.after(after, limit)) {
    if (response.body.back() != '[') response.body += ',';
    append_event(response.body, event);
  }
  response.body += "]}";
  return response;
}

}  // namespace vestibule::sandbox::org
