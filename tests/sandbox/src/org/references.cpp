#include "org/references.hpp"

namespace vestibule::sandbox::org {
namespace {

// Calls work(object, index, field) for each field of any object that may name a record of `target`.
template <class Work>
void for_each_reference(Object target, Work work) {
  for (const Object object : all_objects) {
    const auto& fields = info(object).fields;
    for (FieldIndex i = 0; i < fields.size(); ++i) {
      if (fields[i].type == Type::reference && fields[i].target == target) work(object, i, fields[i]);
    }
  }
}

bool is_above_itself(Storage& storage, const Record& record, FieldIndex field) {
  std::optional<std::string> above = record.values[field];
  while (above && *above != record.id) {
    const auto next = storage.of(record.object).find(*above);
    above = next ? next->values[field] : std::nullopt;
  }
  return above.has_value();
}

}  // namespace

std::optional<Problem> check_reference(Storage& storage, const Record& record, FieldIndex field) {
  const Field& reference = info(record.object).fields[field];
  if (!record.values[field]) return std::nullopt;
  const auto named = storage.of(reference.target).find(*record.values[field]);
  if (!named || named->deleted) {
    return Problem{ErrorCode::cross_reference,
                   std::string{reference.name} + ": no such record, or it is deleted",
                   {std::string{reference.name}}};
  }
  if (reference.target == record.object && is_above_itself(storage, record, field)) {
    return Problem{ErrorCode::circular_dependency,
                   std::string{reference.name} + ": a record would be above itself",
                   {std::string{reference.name}}};
  }
  return std::nullopt;
}

std::optional<Problem> move_references(Storage& storage, Journal& journal, const Record& from, const std::string& to) {
  std::optional<Problem> problem;
  for_each_reference(from.object, [&](Object object, FieldIndex index, const Field& field) {
    std::vector<Record> moved;
    for (Record& record : storage.of(object).referring(field, from.id)) {
      if (record.deleted) continue;
      // The winner below the loser is on top now.
      record.values[index] = record.id == to ? std::nullopt : std::optional{to};
      moved.push_back(std::move(record));
    }
    journal.change(OrgChange::update, moved, {std::string{field.name}});
    for (const Record& record : moved) {
      if (!problem) problem = check_reference(storage, record, index);
    }
  });
  return problem;
}

void clear_references(Storage& storage, Journal& journal, const Record& gone) {
  for_each_reference(gone.object, [&](Object object, FieldIndex index, const Field& field) {
    auto cleared = storage.of(object).referring(field, gone.id);
    for (Record& record : cleared) record.values[index] = std::nullopt;
    journal.change_silently(cleared);
  });
}

std::vector<Record> owned_by(Storage& storage, const Record& owner) {
  std::vector<Record> owned;
  for_each_reference(owner.object, [&](Object object, FieldIndex, const Field& field) {
    if (field.owner) owned = storage.of(object).referring(field, owner.id);
  });
  return owned;
}

}  // namespace vestibule::sandbox::org
