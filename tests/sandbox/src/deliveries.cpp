#include "deliveries.hpp"

#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

// Of messages before a sequence. The newest delivery stays, because the next number follows it; without its message it is
// in no list.
constexpr std::string_view settled = "sequence < ? AND id < (SELECT MAX(id) FROM deliveries)";

// The first attempt is due at once, whatever the clock says later.
constexpr std::string_view insert =
    "INSERT INTO deliveries (id, sequence, webhook, state, place, due, attempts) "
    "SELECT number, ?, ?, ?, number, 0, 0 FROM (SELECT COALESCE(MAX(id), 0) + 1 AS number FROM deliveries)";

void append_text(std::string& out, std::string_view name, const std::optional<std::string_view>& text) {
  out.append(",\"").append(name).append("\":");
  if (!text) {
    out += "null";
    return;
  }
  json::append_string(out, *text);
}

}  // namespace

void prepare_deliveries(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS deliveries (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, webhook TEXT NOT NULL,
      state TEXT NOT NULL, place INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS deliveries_of ON deliveries (sequence);
    CREATE INDEX IF NOT EXISTS deliveries_waiting ON deliveries (webhook, place) WHERE state = 'waiting';
    CREATE INDEX IF NOT EXISTS deliveries_gathering ON deliveries (place) WHERE state = 'gathering';
    CREATE TABLE IF NOT EXISTS delivery_attempts (delivery INTEGER NOT NULL, attempt INTEGER NOT NULL,
      time TEXT NOT NULL, status TEXT, error TEXT, PRIMARY KEY (delivery, attempt)) WITHOUT ROWID;
  )");
}

Deliveries::Deliveries(Database& database)
    : add_{database, std::string{insert}},
      release_{database,
               "UPDATE deliveries SET state = 'waiting', place = (SELECT MIN(place) + MAX(place) FROM deliveries "
               "WHERE state = 'gathering') - place WHERE state = 'gathering'"},
      repeat_{database,
              "SELECT sequence, webhook FROM deliveries WHERE id = ? AND webhook IN (SELECT id FROM webhooks) "
              "AND sequence IN (SELECT sequence FROM outbox)"},
      last_{database, "SELECT MAX(id) FROM deliveries"},
      next_{database,
            "SELECT id, sequence, attempts FROM deliveries WHERE webhook = ? AND state = 'waiting' AND due <= ? "
            "ORDER BY place, id LIMIT 1"},
      settle_{database, "UPDATE deliveries SET state = ?, due = ?, attempts = ? WHERE id = ? AND state = 'waiting'"},
      log_{database, "INSERT INTO delivery_attempts (delivery, attempt, time, status, error) VALUES (?, ?, ?, ?, ?)"},
      remove_{database,
              "UPDATE deliveries SET state = 'removed' WHERE webhook = ? AND state IN ('waiting', 'gathering')"},
      list_{database,
            "SELECT d.id, o.id, o.event, d.sequence, d.webhook, d.state FROM deliveries d JOIN outbox o "
            "ON o.sequence = d.sequence WHERE d.id > ? ORDER BY d.id LIMIT ?"},
      attempts_{database,
                "SELECT attempt, time, status, error FROM delivery_attempts WHERE delivery = ? ORDER BY attempt"},
      unsettled_{database,
                 "SELECT MIN(first) FROM (SELECT MIN(sequence) AS first FROM deliveries WHERE state = 'waiting' "
                 "UNION ALL SELECT MIN(sequence) FROM deliveries WHERE state = 'gathering')"},
      forget_attempts_{database, "DELETE FROM delivery_attempts WHERE delivery IN (SELECT id FROM deliveries WHERE " +
                                     std::string{settled} + ")"},
      forget_{database, "DELETE FROM deliveries WHERE " + std::string{settled}} {}

std::int64_t Deliveries::add(std::int64_t sequence, std::string_view webhook, bool gathers) {
  {
    const Rows guard{add_};
    add_.bind(1, sequence);
    add_.bind(2, webhook);
    add_.bind(3, std::string_view{gathers ? "gathering" : "waiting"});
    add_.run();
  }
  const Rows guard{last_};
  return last_.step() ? last_.number(0) : 0;
}

void Deliveries::release() { release_.run(); }

std::optional<std::int64_t> Deliveries::repeat(std::int64_t id) {
  const Rows guard{repeat_};
  repeat_.bind(1, id);
  if (!repeat_.step()) return std::nullopt;
  return add(repeat_.number(0), std::string{repeat_.text(1).value_or("")}, false);
}

std::optional<Delivery> Deliveries::next(std::string_view webhook, Milliseconds time) {
  const Rows guard{next_};
  next_.bind(1, webhook);
  next_.bind(2, time);
  if (!next_.step()) return std::nullopt;
  return Delivery{next_.number(0), next_.number(1), next_.number(2)};
}

bool Deliveries::record(const Delivery& delivery, const Attempt& attempt, std::int64_t retry_delay) {
  const std::int64_t number = delivery.attempts + 1;
  const bool done = attempt.status >= 200 && attempt.status <= 299;
  const bool gave_up = !done && number >= delivery_attempts_max;
  // Bound values live until the statement is reset.
  const std::string time = to_iso(attempt.time);
  const auto status = attempt.status == 0 ? std::nullopt : std::optional{std::to_string(attempt.status)};
  const auto error = attempt.error.empty() ? std::nullopt : std::optional{std::string{attempt.error}};
  {
    const Rows guard{log_};
    log_.bind(1, delivery.id);
    log_.bind(2, number);
    log_.bind(3, std::string_view{time});
    log_.bind(4, status);
    log_.bind(5, error);
    log_.run();
  }
  const Rows guard{settle_};
  settle_.bind(1, std::string_view{done ? "delivered" : gave_up ? "given_up" : "waiting"});
  settle_.bind(2, attempt.time + (retry_delay << delivery.attempts));
  settle_.bind(3, number);
  settle_.bind(4, delivery.id);
  settle_.run();
  return !gave_up;
}

void Deliveries::remove_waiting(std::string_view webhook) {
  const Rows guard{remove_};
  remove_.bind(1, webhook);
  remove_.run();
}

std::optional<std::int64_t> Deliveries::first_unsettled() {
  const Rows guard{unsettled_};
  if (!unsettled_.step() || !unsettled_.text(0)) return std::nullopt;
  return unsettled_.number(0);
}

void Deliveries::remove_before(std::int64_t sequence) {
  for (Statement* const statement : {&forget_attempts_, &forget_}) {
    const Rows guard{*statement};
    statement->bind(1, sequence);
    statement->run();
  }
}

std::string Deliveries::list_after(std::int64_t id, std::int64_t limit) {
  std::string text = "[";
  const Rows guard{list_};
  list_.bind(1, id);
  list_.bind(2, limit);
  while (list_.step()) {
    text += (text.size() > 1 ? ",{\"id\":" : "{\"id\":") + std::to_string(list_.number(0));
    append_text(text, "messageId", list_.text(1));
    append_text(text, "event", list_.text(2));
    text.append(",\"sequence\":").append(std::to_string(list_.number(3)));
    append_text(text, "webhookId", list_.text(4));
    append_text(text, "state", list_.text(5));
    text.append(",\"attempts\":").append(attempts_of(list_.number(0))).append("}");
  }
  return text + "]";
}

std::string Deliveries::attempts_of(std::int64_t id) {
  std::string text = "[";
  const Rows guard{attempts_};
  attempts_.bind(1, id);
  while (attempts_.step()) {
    text += (text.size() > 1 ? ",{\"attempt\":" : "{\"attempt\":") + std::to_string(attempts_.number(0));
    append_text(text, "time", attempts_.text(1));
    text.append(",\"status\":").append(attempts_.text(2).value_or("null"));
    append_text(text, "error", attempts_.text(3));
    text += '}';
  }
  return text + "]";
}

}  // namespace vestibule::sandbox
