#include "outbox.hpp"

#include "random_id.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {

void prepare_outbox(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS outbox
      (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, event TEXT NOT NULL, line TEXT NOT NULL);
  )");
}

Outbox::Outbox(Database& database)
    : last_{database, "SELECT COALESCE(MAX(sequence), 0) FROM outbox"},
      insert_{database, "INSERT INTO outbox (sequence, id, event, line) VALUES (?, ?, ?, ?)"},
      remove_{database, "DELETE FROM outbox WHERE sequence < ?"},
      first_{database, "SELECT COALESCE(MIN(sequence), 1) FROM outbox"},
      find_{database, "SELECT id, line FROM outbox WHERE sequence = ?"},
      lines_{database, "SELECT line FROM outbox WHERE sequence > ? ORDER BY sequence LIMIT ?"} {}

std::int64_t Outbox::append(OutboxEvent event, Milliseconds time, std::string_view members) {
  std::int64_t sequence = 0;
  {
    const Rows guard{last_};
    if (last_.step()) sequence = last_.number(0) + 1;
  }
  const std::string id = random_uuid();
  std::string line = "{\"sequence\":" + std::to_string(sequence) + R"(,"id":")" + id + R"(","event":)";
  json::append_string(line, to_string(event));
  line.append(R"(,"time":")").append(to_iso(time)).append("\"").append(members).append("}");
  const Rows guard{insert_};
  insert_.bind(1, sequence);
  insert_.bind(2, std::string_view{id});
  insert_.bind(3, to_string(event));
  insert_.bind(4, std::string_view{line});
  insert_.run();
  return sequence;
}

void Outbox::remove_before(std::int64_t sequence) {
  const Rows guard{remove_};
  remove_.bind(1, sequence);
  remove_.run();
}

std::int64_t Outbox::first() {
  const Rows guard{first_};
  return first_.step() ? first_.number(0) : 1;
}

std::optional<OutboxMessage> Outbox::find(std::int64_t sequence) {
  const Rows guard{find_};
  find_.bind(1, sequence);
  if (!find_.step()) return std::nullopt;
  return OutboxMessage{std::string{find_.text(0).value_or("")}, std::string{find_.text(1).value_or("")}};
}

std::string Outbox::lines_after(std::int64_t sequence, std::int64_t limit) {
  std::string text;
  const Rows guard{lines_};
  lines_.bind(1, sequence);
  lines_.bind(2, limit);
  while (lines_.step()) text.append(lines_.text(0).value_or("")).append("\n");
  return text;
}

}  // namespace vestibule::sandbox
