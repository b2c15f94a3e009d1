#include "org/journal.hpp"

#include <utility>

namespace vestibule::sandbox::org {

Journal::Journal(Storage& storage, std::string actor, std::string time)
    : storage_{storage}, actor_{std::move(actor)}, time_{std::move(time)} {}

std::int64_t Journal::store(std::span<Record> records) {
  const std::int64_t sequence = storage_.counters.next_sequence();
  for (Record& record : records) {
    ++record.version;
    if (actor_ == sync_actor) record.sync_version = record.version;
    record.modified = time_;
    record.modified_by = actor_;
    record.sequence = sequence;
    storage_.of(record.object).save(record);
  }
  return sequence;
}

void Journal::change(OrgChange change, std::span<Record> records, std::vector<std::string> fields,
                     std::optional<std::string> master) {
  if (records.empty()) return;
  OrgEvent event{.sequence = store(records),
                 .object = std::string{info(records.front().object).name},
                 .change = change,
                 .records = {},
                 .master = std::move(master),
                 .fields = std::move(fields),
                 .actor = actor_,
                 .time = time_};
  for (const Record& record : records) event.records.push_back({record.id, record.version});
  storage_.feed.append(event);
}

void Journal::change_silently(std::span<Record> records) {
  if (!records.empty()) static_cast<void>(store(records));
}

}  // namespace vestibule::sandbox::org
