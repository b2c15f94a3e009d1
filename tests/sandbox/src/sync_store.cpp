#include "sync_store.hpp"

#include <charconv>

#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr Milliseconds default_delay = 2'000;                    // nue-api 10.14
constexpr std::string_view default_filter = "CustomerSince__c";  // nue-api R20
constexpr std::string_view no_filter = "-";
// In front of a place, so that the place before the first is no empty text.
constexpr std::string_view behind = "behind ";

}  // namespace

void prepare_sync_store(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS sync_tasks
      (id TEXT PRIMARY KEY, entity TEXT NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL,
       asked INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS sync_tasks_due ON sync_tasks (due, id);
    CREATE TABLE IF NOT EXISTS ledgers (id TEXT PRIMARY KEY, ledger TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS conflicts (seq INTEGER PRIMARY KEY, record TEXT NOT NULL, fields TEXT NOT NULL,
      side TEXT NOT NULL, lost TEXT NOT NULL, time TEXT NOT NULL);
  )");
}

SyncStore::SyncStore(Database& database)
    : settings_{database},
      add_{database,
           "INSERT INTO sync_tasks (id, entity, due, attempts, asked) VALUES (?, ?, ?, 0, 1) "
           "ON CONFLICT (id) DO UPDATE SET due = MIN(due, excluded.due), asked = asked + 1"},
      put_off_{database, "UPDATE sync_tasks SET due = ?, attempts = attempts + 1 WHERE id = ? AND asked = ?"},
      hasten_{database, "UPDATE sync_tasks SET due = MIN(due, ?)"},
      finish_{database, "DELETE FROM sync_tasks WHERE id = ? AND asked = ?"},
      next_{database,
            "SELECT id, entity, due, attempts, asked FROM sync_tasks WHERE due <= ? ORDER BY due, id LIMIT 1"},
      ledger_{database, "SELECT ledger FROM ledgers WHERE id = ?"},
      store_{database,
             "INSERT INTO ledgers (id, ledger) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET ledger = excluded.ledger"},
      add_conflict_{database, "INSERT INTO conflicts (record, fields, side, lost, time) VALUES (?, ?, ?, ?, ?)"},
      conflicts_{database, "SELECT record, fields, side, lost, time FROM conflicts ORDER BY seq"},
      forget_ledger_{database, "DELETE FROM ledgers WHERE id = ?"},
      forget_conflicts_{database, "DELETE FROM conflicts WHERE record = ?"} {}

std::int64_t SyncStore::number(std::string_view setting, std::int64_t otherwise) {
  const std::string text = settings_.text(setting).value_or("");
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

lifecycle::Mode SyncStore::mode() {
  return settings_.text("customerSync") == "continuous" ? lifecycle::Mode::continuous : lifecycle::Mode::selective;
}
void SyncStore::set_mode(lifecycle::Mode mode) { settings_.set("customerSync", lifecycle::to_string(mode)); }
Milliseconds SyncStore::delay() { return number("syncDelay", default_delay); }
void SyncStore::set_delay(Milliseconds delay) { settings_.set("syncDelay", std::to_string(delay)); }
std::int64_t SyncStore::cursor() { return number("cursor", 0); }
void SyncStore::set_cursor(std::int64_t sequence) { settings_.set("cursor", std::to_string(sequence)); }

std::string SyncStore::account_filter() {
  const std::string field = settings_.text("accountFilter").value_or("");
  if (field.empty()) return std::string{default_filter};
  return field == no_filter ? "" : field;
}
void SyncStore::set_account_filter(std::string_view field) {
  settings_.set("accountFilter", field.empty() ? no_filter : field);
}

std::optional<std::string> SyncStore::accounts_seen() { return place("accountsSeen"); }
void SyncStore::set_accounts_seen(const std::optional<std::string>& account) { set_place("accountsSeen", account); }
std::optional<std::string> SyncStore::reconciled() { return place("reconciled"); }
void SyncStore::set_reconciled(const std::optional<std::string>& customer) { set_place("reconciled", customer); }
std::optional<Day> SyncStore::reconciled_on() { return read_day(settings_.text("reconciledOn").value_or("")); }
void SyncStore::set_reconciled_on(Day day) { settings_.set("reconciledOn", day_text(day)); }

std::optional<std::string> SyncStore::place(std::string_view name) {
  const std::string text = settings_.text(name).value_or("");
  if (!text.starts_with(behind)) return std::nullopt;
  return text.substr(behind.size());
}

void SyncStore::set_place(std::string_view name, const std::optional<std::string>& place) {
  settings_.set(name, place ? std::string{behind} + *place : "");
}

void SyncStore::add(std::string_view id, std::string_view entity, Milliseconds due) {
  const Rows guard{add_};
  add_.bind(1, id);
  add_.bind(2, entity);
  add_.bind(3, due);
  add_.run();
}

void SyncStore::put_off(const SyncTask& task, Milliseconds due) {
  const Rows guard{put_off_};
  put_off_.bind(1, due);
  put_off_.bind(2, std::string_view{task.id});
  put_off_.bind(3, task.asked);
  put_off_.run();
}

void SyncStore::hasten(Milliseconds time) {
  const Rows guard{hasten_};
  hasten_.bind(1, time);
  hasten_.run();
}

void SyncStore::finish(const SyncTask& task) {
  const Rows guard{finish_};
  finish_.bind(1, std::string_view{task.id});
  finish_.bind(2, task.asked);
  finish_.run();
}

std::optional<SyncTask> SyncStore::next(Milliseconds time) {
  const Rows guard{next_};
  next_.bind(1, time);
  if (!next_.step()) return std::nullopt;
  return SyncTask{std::string{next_.text(0).value_or("")}, std::string{next_.text(1).value_or("")}, next_.number(2),
                  next_.number(3), next_.number(4)};
}

sync::Ledger SyncStore::ledger(std::string_view id) {
  const Rows guard{ledger_};
  ledger_.bind(1, id);
  if (!ledger_.step()) return {};
  auto ledger = sync::read_ledger(ledger_.text(0).value_or(""));
  if (!ledger.ok()) throw StoreError{"a stored ledger cannot be read"};
  return std::move(ledger.value());
}

void SyncStore::store(std::string_view id, const sync::Ledger& ledger) {
  std::string text;
  sync::append_json(text, ledger);
  const Rows guard{store_};
  store_.bind(1, id);
  store_.bind(2, std::string_view{text});
  store_.run();
}

void SyncStore::add_conflict(std::string_view id, std::string_view fields, std::string_view side, std::string_view lost,
                             Milliseconds time) {
  const std::string when = to_iso(time);
  const Rows guard{add_conflict_};
  add_conflict_.bind(1, id);
  add_conflict_.bind(2, fields);
  add_conflict_.bind(3, side);
  add_conflict_.bind(4, lost);
  add_conflict_.bind(5, std::string_view{when});
  add_conflict_.run();
}

std::string SyncStore::conflicts() {
  std::string text = "[";
  const Rows guard{conflicts_};
  while (conflicts_.step()) {
    if (text.size() > 1) text += ',';
    text += "{\"record\":";
    json::append_string(text, conflicts_.text(0).value_or(""));
    text.append(",\"fields\":").append(conflicts_.text(1).value_or("[]"));
    text += ",\"side\":";
    json::append_string(text, conflicts_.text(2).value_or(""));
    text.append(",\"lost\":").append(conflicts_.text(3).value_or("[]"));
    text += ",\"time\":";
    json::append_string(text, conflicts_.text(4).value_or(""));
    text += '}';
  }
  return text + "]";
}

void SyncStore::forget(std::string_view id) {
  for (Statement* const statement : {&forget_ledger_, &forget_conflicts_}) {
    const Rows guard{*statement};
    statement->bind(1, id);
    statement->run();
  }
}

}  // namespace vestibule::sandbox
