#include "org/bin.hpp"

#include "org/edit.hpp"
#include "org/references.hpp"

namespace vestibule::sandbox::org {

Record remove(Storage& storage, Journal& journal, Record record) {
  std::vector<Record> with;
  for (Record& owned : owned_by(storage, record)) {
    if (owned.deleted) continue;
    owned.deleted = true;
    owned.deleted_with = record.id;
    with.push_back(std::move(owned));
  }
  record.deleted = true;
  journal.change(OrgChange::remove, {&record, 1});
  journal.change(OrgChange::remove, with);
  return record;
}

Outcome<Record> undelete(Storage& storage, Journal& journal, Record record) {
  if (!record.deleted) return Problem{ErrorCode::undelete_failed, "entity is not in the recycle bin"};
  const auto& fields = info(record.object).fields;
  for (FieldIndex i = 0; i < fields.size(); ++i) {
    if (fields[i].owner && check_reference(storage, record, i)) {
      return Problem{ErrorCode::undelete_failed, "the record it belongs to is deleted", {std::string{fields[i].name}}};
    }
  }
  std::vector<Record> with;
  for (Record& owned : owned_by(storage, record)) {
    if (owned.deleted_with == record.id) with.push_back(std::move(owned));
  }
  if (auto problem = check_key(storage, record)) return *std::move(problem);
  for (Record& owned : with) {
    if (auto problem = check_key(storage, owned)) return *std::move(problem);
    owned.deleted = false;
    owned.deleted_with.reset();
  }
  record.deleted = false;
  record.deleted_with.reset();
  record.master.reset();
  journal.change(OrgChange::undelete, {&record, 1});
  journal.change(OrgChange::undelete, with);
  return record;
}

void purge(Storage& storage, Journal& journal, const Record& record) {
  for (const Record& owned : owned_by(storage, record)) {
    storage.of(owned.object).erase(owned.id);
    clear_references(storage, journal, owned);
  }
  storage.of(record.object).erase(record.id);
  clear_references(storage, journal, record);
}

Outcome<Record> merge(Storage& storage, Journal& journal, Record winner, Record loser) {
  if (winner.id == loser.id) {
    return Problem{ErrorCode::cross_reference, "a record cannot be merged with itself", {"loser"}};
  }
  loser.deleted = true;
  loser.master = winner.id;
  journal.change(OrgChange::remove, {&loser, 1}, {}, winner.id);
  Statement note{storage.database, "INSERT INTO merges (sequence, loser, winner, key) VALUES (?,?,?,?)"};
  note.bind(1, loser.sequence);
  note.bind(2, std::string_view{loser.id});
  note.bind(3, std::string_view{winner.id});
  note.bind(4, loser.values[info(loser.object).key]);
  note.run();
  if (auto problem = move_references(storage, journal, loser, winner.id)) return *std::move(problem);
  // Moving may have changed the winner, where it stood below the loser. A merge counts as a change of it in any case.
  Record after = storage.of(winner.object).find(winner.id).value_or(std::move(winner));
  journal.change(OrgChange::update, {&after, 1});
  return after;
}

std::vector<PastMerge> merges_into(Storage& storage, const std::string& winner) {
  Statement find{storage.database,
                 "SELECT sequence, loser, winner, key FROM merges WHERE winner = ? ORDER BY sequence"};
  find.bind(1, std::string_view{winner});
  std::vector<PastMerge> merges;
  while (find.step()) {
    PastMerge& merge = merges.emplace_back();
    merge.sequence = find.number(0);
    merge.loser = find.text(1).value_or("");
    merge.winner = find.text(2).value_or("");
    if (const auto key = find.text(3)) merge.key = std::string{*key};
  }
  return merges;
}

}  // namespace vestibule::sandbox::org
