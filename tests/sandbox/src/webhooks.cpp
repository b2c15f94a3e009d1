#include "webhooks.hpp"

#include "random_id.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::string_view columns = "id, url, events, secret, certificate, retry_delay, created";

std::string select(std::string_view condition) {
  return "SELECT " + std::string{columns} + " FROM webhooks " + std::string{condition} + " ORDER BY number";
}

Webhook read(const Statement& row) {
  const auto text = [&](int column) { return std::string{row.text(column).value_or("")}; };
  return {text(0), text(1), text(2), text(3), text(4), row.number(5), text(6)};
}

std::vector<Webhook> read_all(Statement& statement) {
  std::vector<Webhook> webhooks;
  while (statement.step()) webhooks.push_back(read(statement));
  return webhooks;
}

}  // namespace

void prepare_webhooks(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS webhooks (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL,
      events TEXT NOT NULL, secret TEXT NOT NULL, certificate TEXT NOT NULL, retry_delay INTEGER NOT NULL,
      created TEXT NOT NULL);
  )");
}

std::string json_of(const Webhook& webhook) {
  std::string text = R"({"id":")" + webhook.id + R"(","url":)";
  json::append_string(text, webhook.url);
  return text + ",\"events\":" + webhook.events + ",\"retryDelay\":" + std::to_string(webhook.retry_delay) +
         R"(,"createdDate":")" + webhook.created + "\"}";
}

Webhooks::Webhooks(Database& database)
    : insert_{database, "INSERT INTO webhooks (" + std::string{columns} + ") VALUES (?, ?, ?, ?, ?, ?, ?)"},
      remove_{database, "DELETE FROM webhooks WHERE id = ?"},
      find_{database, select("WHERE id = ?")},
      all_{database, select("")},
      listening_{database, select(R"(WHERE events = '[]' OR instr(events, '"' || ? || '"') > 0)")} {}

void Webhooks::add(Webhook& webhook, Milliseconds time) {
  webhook.id = random_uuid();
  webhook.created = to_iso(time);
  const Rows guard{insert_};
  insert_.bind(1, std::string_view{webhook.id});
  insert_.bind(2, std::string_view{webhook.url});
  insert_.bind(3, std::string_view{webhook.events});
  insert_.bind(4, std::string_view{webhook.secret});
  insert_.bind(5, std::string_view{webhook.certificate});
  insert_.bind(6, webhook.retry_delay);
  insert_.bind(7, std::string_view{webhook.created});
  insert_.run();
}

void Webhooks::remove(std::string_view id) {
  const Rows guard{remove_};
  remove_.bind(1, id);
  remove_.run();
}

std::optional<Webhook> Webhooks::find(std::string_view id) {
  const Rows guard{find_};
  find_.bind(1, id);
  return find_.step() ? std::optional{read(find_)} : std::nullopt;
}

std::vector<Webhook> Webhooks::all() {
  const Rows guard{all_};
  return read_all(all_);
}

std::vector<Webhook> Webhooks::listening_to(OutboxEvent event) {
  const Rows guard{listening_};
  listening_.bind(1, to_string(event));
  return read_all(listening_);
}

}  // namespace vestibule::sandbox
