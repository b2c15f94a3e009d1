#include "audit_log.hpp"

#include "random_id.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::sandbox {
namespace {

digest::Sha256Digest from_hex(std::string_view text) {
  digest::Sha256Digest digest{};
  for (std::size_t i = 0; i < digest.size() && 2 * i + 1 < text.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(16 * text::hex_value(text[2 * i]) + text::hex_value(text[2 * i + 1]));
  }
  return digest;
}

}  // namespace

void prepare_audit_log(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS audit (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, line TEXT NOT NULL);
    CREATE TRIGGER IF NOT EXISTS audit_is_not_updated BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;
    CREATE TRIGGER IF NOT EXISTS audit_is_not_deleted BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;
    CREATE TABLE IF NOT EXISTS audit_keys (id TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
  )");
}

AuditLog::AuditLog(Database& database)
    : head_{database, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"},
      insert_{database, "INSERT INTO audit (seq, hash, line) VALUES (?, ?, ?)"},
      key_{database, "SELECT key FROM audit_keys WHERE id = ?"},
      new_key_{database, "INSERT INTO audit_keys (id, key) VALUES (?, ?)"},
      no_key_{database, "DELETE FROM audit_keys WHERE id = ?"},
      lines_{database, "SELECT line FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?"} {}

audit::Head AuditLog::head() {
  const Rows guard{head_};
  if (!head_.step()) return {};
  return {static_cast<std::uint64_t>(head_.number(0)) + 1, from_hex(head_.text(1).value_or(""))};
}

void AuditLog::append(const audit::Entry& entry) {
  audit::Head head = this->head();
  const auto seq = static_cast<std::int64_t>(head.count);
  std::string line;
  audit::append(line, head, entry);
  line.pop_back();
  const std::string hash = digest::to_hex(head.hash);
  const Rows guard{insert_};
  insert_.bind(1, seq);
  insert_.bind(2, std::string_view{hash});
  insert_.bind(3, std::string_view{line});
  insert_.run();
}

std::string AuditLog::key_of(std::string_view customer_id) {
  {
    const Rows guard{key_};
    key_.bind(1, customer_id);
    if (key_.step()) return std::string{key_.text(0).value_or("")};
  }
  const std::string key = random_uuid() + random_uuid();
  const Rows guard{new_key_};
  new_key_.bind(1, customer_id);
  new_key_.bind(2, std::string_view{key});
  new_key_.run();
  return key;
}

void AuditLog::destroy_key(std::string_view customer_id) {
  const Rows guard{no_key_};
  no_key_.bind(1, customer_id);
  no_key_.run();
}

std::string AuditLog::lines(std::uint64_t from, std::uint64_t limit) {
  std::string text;
  const Rows guard{lines_};
  lines_.bind(1, static_cast<std::int64_t>(from));
  lines_.bind(2, static_cast<std::int64_t>(limit));
  while (lines_.step()) text.append(lines_.text(0).value_or("")).append("\n");
  return text;
}

}  // namespace vestibule::sandbox
