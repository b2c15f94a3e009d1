#include "lives.hpp"

#include "vestibule/lifecycle/overdue.hpp"

namespace vestibule::sandbox {
namespace {

std::vector<std::string> column(Statement& statement) {
  std::vector<std::string> result;
  const Rows guard{statement};
  while (statement.step()) result.emplace_back(statement.text(0).value_or(""));
  return result;
}

// Since when something is so: the first time it is seen, until it is so no more.
void note_time(bool is_so, Statement& begin, Statement& end, std::string_view customer_id, Milliseconds time) {
  Statement& statement = is_so ? begin : end;
  const Rows guard{statement};
  statement.bind(1, customer_id);
  if (is_so) statement.bind(2, time);
  statement.run();
}

}  // namespace

void prepare_lives(Database& database) {
  // The unique account is the last guard of L3: one account, one customer.
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS lives (id TEXT PRIMARY KEY, life TEXT NOT NULL, link TEXT NOT NULL, account TEXT) WITHOUT ROWID;
    CREATE UNIQUE INDEX IF NOT EXISTS lives_account ON lives (account) WHERE account IS NOT NULL;
    CREATE TABLE IF NOT EXISTS suspensions (id TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS pendings (id TEXT PRIMARY KEY, since INTEGER NOT NULL, told INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS pendings_since ON pendings (since) WHERE told = 0;
  )");
}

Lives::Lives(Database& database)
    : find_{database, "SELECT life FROM lives WHERE id = ?"},
      store_{database,
             "INSERT INTO lives (id, life, link, account) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
             "life = excluded.life, link = excluded.link, account = excluded.account"},
      holder_{database, "SELECT id FROM lives WHERE account = ?"},
      unlinked_{database, "SELECT id FROM lives WHERE link = 'None' ORDER BY id"},
      all_{database, "SELECT id FROM lives ORDER BY id"},
      pending_{database, "SELECT id FROM lives WHERE link = 'Pending' ORDER BY id"},
      ties_{database, "SELECT id, account FROM lives WHERE account IS NOT NULL AND id > ? ORDER BY id LIMIT ?"},
      suspend_{database, "INSERT OR IGNORE INTO suspensions (id, since) VALUES (?, ?)"},
      resume_{database, "DELETE FROM suspensions WHERE id = ?"},
      suspended_{database, "SELECT since FROM suspensions WHERE id = ?"},
      wait_{database, "INSERT OR IGNORE INTO pendings (id, since, told) VALUES (?, ?, 0)"},
      arrive_{database, "DELETE FROM pendings WHERE id = ?"},
      waits_{database, "SELECT since FROM pendings WHERE id = ?"},
      waiting_{database, "SELECT id FROM pendings WHERE told = 0 AND since < ? ORDER BY since, id"},
      told_{database, "UPDATE pendings SET told = 1 WHERE id = ?"} {}

lifecycle::Life Lives::find(std::string_view customer_id) {
  const Rows guard{find_};
  find_.bind(1, customer_id);
  if (!find_.step()) return {};
  auto life = lifecycle::read_life(find_.text(0).value_or(""));
  if (!life.ok()) throw StoreError{"a stored life cannot be read"};
  return std::move(life.value());
}

void Lives::store(std::string_view customer_id, const lifecycle::Life& life, Milliseconds time) {
  std::string text;
  lifecycle::append_json(text, life);
  const std::optional<std::string> account =
      life.account ? std::optional{std::string{life.account->text()}} : std::nullopt;
  const Rows guard{store_};
  store_.bind(1, customer_id);
  store_.bind(2, std::string_view{text});
  store_.bind(3, lifecycle::to_string(life.link));
  store_.bind(4, account);
  store_.run();
  note_time(life.link == lifecycle::Link::suspended, suspend_, resume_, customer_id, time);
  note_time(lifecycle::is_waiting(life), wait_, arrive_, customer_id, time);
}

std::optional<std::string> Lives::holder_of(std::string_view account) {
  const Rows guard{holder_};
  holder_.bind(1, account);
  if (!holder_.step()) return std::nullopt;
  return std::string{holder_.text(0).value_or("")};
}

std::vector<std::string> Lives::unlinked() { return column(unlinked_); }
std::vector<std::string> Lives::all() { return column(all_); }
std::vector<std::string> Lives::pending() { return column(pending_); }

std::vector<Lives::Tie> Lives::ties_after(std::string_view customer_id, std::size_t limit) {
  std::vector<Tie> ties;
  const Rows guard{ties_};
  ties_.bind(1, customer_id);
  ties_.bind(2, static_cast<std::int64_t>(limit));
  while (ties_.step())
    ties.push_back({std::string{ties_.text(0).value_or("")}, std::string{ties_.text(1).value_or("")}});
  return ties;
}

std::optional<Milliseconds> Lives::pending_since(std::string_view customer_id) {
  const Rows guard{waits_};
  waits_.bind(1, customer_id);
  if (!waits_.step()) return std::nullopt;
  return waits_.number(0);
}

std::vector<std::string> Lives::newly_overdue(Milliseconds now) {
  std::vector<std::string> overdue;
  {
    const Rows guard{waiting_};
    waiting_.bind(1, now - static_cast<Milliseconds>(lifecycle::pending_max_ms));
    while (waiting_.step()) overdue.emplace_back(waiting_.text(0).value_or(""));
  }
  for (const std::string& customer : overdue) {
    const Rows guard{told_};
    told_.bind(1, std::string_view{customer});
    told_.run();
  }
  return overdue;
}

std::optional<Milliseconds> Lives::suspended_since(std::string_view customer_id) {
  const Rows guard{suspended_};
  suspended_.bind(1, customer_id);
  if (!suspended_.step()) return std::nullopt;
  return suspended_.number(0);
}

}  // namespace vestibule::sandbox
