#include "org/edit.hpp"

#include "org/references.hpp"

namespace vestibule::sandbox::org {
namespace {

constexpr std::string_view name_parts[] = {"FirstName", "MiddleName", "LastName", "Suffix"};

// A contact's name as its parts give it; nothing for an object without such parts.
std::optional<std::string> composed_name(const Record& record) {
  std::string name;
  for (const std::string_view part : name_parts) {
    const auto field = info(record.object).find(part);
    if (!field) return std::nullopt;
    if (const auto& value = record.values[*field]) name += (name.empty() ? "" : " ") + *value;
  }
  return name.empty() ? std::nullopt : std::optional{name};
}

// Applies the changes; a name that only repeated its parts follows them, one that somebody wrote stays.
void apply(Record& record, std::span<const Change> changes) {
  const FieldIndex name = *info(record.object).find("Name");
  const bool follows = !record.values[name] || record.values[name] == composed_name(record);
  bool written = false;
  for (const Change& change : changes) {
    record.values[change.field] = change.value;
    written = written || (change.field == name && change.value);
  }
  if (auto composed = composed_name(record); composed && (follows || !record.values[name]) && !written) {
    record.values[name] = std::move(composed);
  }
}

std::optional<Problem> check_required(const Record& record) {
  Problem problem{ErrorCode::required_field_missing, "Required fields are missing: [", {}};
  const ObjectInfo& object = info(record.object);
  for (FieldIndex i = 0; i < object.fields.size(); ++i) {
    if (object.fields[i].required && !record.values[i]) problem.fields.emplace_back(object.fields[i].name);
  }
  if (problem.fields.empty()) return std::nullopt;
  for (const std::string& field : problem.fields) problem.message += field;
  problem.message += ']';
  return problem;
}

// Judges what became of `before` and stores it.
Outcome<Record> settle(Storage& storage, Journal& journal, const Record& before, Record after, OrgChange change) {
  if (auto problem = check_required(after)) return *std::move(problem);
  const ObjectInfo& object = info(after.object);
  std::vector<std::string> fields;
  for (FieldIndex i = 0; i < object.fields.size(); ++i) {
    if (after.values[i] == before.values[i]) continue;
    fields.emplace_back(object.fields[i].name);
    if (object.fields[i].type != Type::reference) continue;
    if (auto problem = check_reference(storage, after, i)) return *std::move(problem);
  }
  if (auto problem = check_key(storage, after)) return *std::move(problem);
  if (fields.empty()) return after;
  journal.change(change, {&after, 1}, std::move(fields));
  return after;
}

}  // namespace

std::optional<Problem> check_key(Storage& storage, const Record& record) {
  const auto& key = record.values[info(record.object).key];
  const auto other = key ? storage.of(record.object).find_key(*key) : std::nullopt;
  if (!other || other->id == record.id) return std::nullopt;
  return Problem{ErrorCode::duplicate_value,
                 "duplicate value found: Nue_Id__c duplicates value on record with id: " + other->id,
                 {std::string{key_name}}};
}

Outcome<Record> create(Storage& storage, Journal& journal, const ObjectInfo& object, std::span<const Change> changes) {
  Record blank{object.object, {}, {}};
  blank.values.resize(object.fields.size());
  blank.created = journal.time();
  Record made = blank;
  apply(made, changes);
  // Ids of refused records come again: the transaction that took them is rolled back.
  made.id = storage.counters.next_id(object);
  return settle(storage, journal, blank, std::move(made), OrgChange::create);
}

Outcome<Record> update(Storage& storage, Journal& journal, Record record, std::span<const Change> changes) {
  Record after = record;
  apply(after, changes);
  return settle(storage, journal, record, std::move(after), OrgChange::update);
}

}  // namespace vestibule::sandbox::org
