#include "org/feed.hpp"

#include <algorithm>

#include "org/write.hpp"

namespace vestibule::sandbox::org {
namespace {

// Names of fields hold no space, so a line of them is enough to store.
std::string joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : " ") + name;
  return line;
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    names.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

}  // namespace

Feed::Feed(Database& database)
    : append_{database,
              "INSERT INTO events (sequence, object, change, master, fields, actor, time) VALUES (?,?,?,?,?,?,?)"},
      append_record_{database, "INSERT INTO event_records (sequence, id, version) VALUES (?,?,?)"},
      after_{database,
             "SELECT sequence, object, change, master, fields, actor, time FROM events WHERE sequence > ? "
             "ORDER BY sequence LIMIT ?"},
      records_{database, "SELECT id, version FROM event_records WHERE sequence = ? ORDER BY id"},
      forget_records_{database, "DELETE FROM event_records WHERE sequence <= ?"},
      forget_{database, "DELETE FROM events WHERE sequence <= ?"} {}

void Feed::append(const OrgEvent& event) {
  const Rows guard{append_};
  const std::string fields = joined(event.fields);
  append_.bind(1, event.sequence);
  append_.bind(2, std::string_view{event.object});
  append_.bind(3, static_cast<std::int64_t>(event.change));
  append_.bind(4, event.master);
  append_.bind(5, std::string_view{fields});
  append_.bind(6, std::string_view{event.actor});
  append_.bind(7, std::string_view{event.time});
  append_.run();
  for (const OrgEvent::Recorded& record : event.records) {
    append_record_.bind(1, event.sequence);
    append_record_.bind(2, std::string_view{record.id});
    append_record_.bind(3, record.version);
    append_record_.run();
  }
}

std::vector<OrgEvent> Feed::after(std::int64_t sequence, std::int64_t limit) {
  std::vector<OrgEvent> events;
  const Rows guard{after_};
  after_.bind(1, sequence);
  after_.bind(2, limit);
  while (after_.step()) {
    OrgEvent& event = events.emplace_back();
    event.sequence = after_.number(0);
    event.object = after_.text(1).value_or("");
    event.change = static_cast<OrgChange>(after_.number(2));
    if (const auto master = after_.text(3)) event.master = std::string{*master};
    event.fields = split(after_.text(4).value_or(""));
    event.actor = after_.text(5).value_or("");
    event.time = after_.text(6).value_or("");
    const Rows records_guard{records_};
    records_.bind(1, event.sequence);
    while (records_.step()) {
      event.records.push_back({std::string{records_.text(0).value_or("")}, records_.number(1)});
    }
  }
  return events;
}

void Feed::forget(std::int64_t sequence) {
  for (Statement* const statement : {&forget_records_, &forget_}) {
    const Rows guard{*statement};
    statement->bind(1, sequence);
    statement->run();
  }
}

void append_event(std::string& out, const OrgEvent& event) {
  std::vector<std::string> ids;
  std::string versions;
  for (const OrgEvent::Recorded& record : event.records) {
    ids.push_back(record.id);
    versions += (versions.empty() ? "" : ",") + std::to_string(record.version);
  }
  out += '{';
  append_member(out, "sequence", event.sequence);
  append_member(out, "entityName", event.object);
  append_member(out, "changeType", std::string{to_string(event.change)});
  append_name(out, "recordIds");
  append_texts(out, ids);
  append_name(out, "versions");
  out += '[' + versions + ']';
  append_member(out, "masterRecordId", event.master);
  append_name(out, "changedFields");
  append_texts(out, event.fields);
  append_member(out, "commitUser", event.actor);
  append_member(out, "commitTimestamp", event.time);
  out += '}';
}

}  // namespace vestibule::sandbox::org
