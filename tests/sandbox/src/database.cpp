#include "database.hpp"

#include <sqlite3.h>

namespace vestibule::sandbox {
namespace {

// How long another process may hold the file before we give up.
constexpr int busy_timeout_ms = 5'000;

[[noreturn]] void fail(sqlite3* handle) { throw StoreError{sqlite3_errmsg(handle)}; }

void expect_ok(int result, sqlite3* handle) {
  if (result != SQLITE_OK) fail(handle);
}

}  // namespace

Database::Database(const std::string& path) {
  // Each connection belongs to one thread at a time, so SQLite's own mutexes are not needed.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const StoreError error{handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_)};
    sqlite3_close(handle_);
    throw error;
  }
  try {
    expect_ok(sqlite3_busy_timeout(handle_, busy_timeout_ms), handle_);
    execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = "
        "ON;");
  } catch (...) {
    sqlite3_close(handle_);
    throw;
  }
}

Database::~Database() { sqlite3_close(handle_); }

void Database::execute(const char* sql) { expect_ok(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), handle_); }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

ReadTransaction::~ReadTransaction() {
  // There is nothing to undo, and an error has ended the transaction already.
  if (database_.in_transaction()) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Statement::Statement(Database& database, const std::string& sql) : database_{database} {
  expect_ok(sqlite3_prepare_v3(database.handle(), sql.c_str(), static_cast<int>(sql.size() + 1),
                               SQLITE_PREPARE_PERSISTENT, &handle_, nullptr),
            database.handle());
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL, and that is what the data of an empty view may be.
  const char* const data = text.data() == nullptr ? "" : text.data();
  expect_ok(sqlite3_bind_text64(handle_, parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8), database_.handle());
}

void Statement::bind(int parameter, std::int64_t number) {
  expect_ok(sqlite3_bind_int64(handle_, parameter, number), database_.handle());
}

void Statement::bind(int parameter, const std::optional<std::string>& text) {
  if (text) {
    bind(parameter, std::string_view{*text});
  } else {
    expect_ok(sqlite3_bind_null(handle_, parameter), database_.handle());
  }
}

bool Statement::step() {
  const int result = sqlite3_step(handle_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  fail(database_.handle());
}

void Statement::run() {
  const Rows rows{*this};
  while (step()) {
  }
}

void Statement::reset() {
  // The result repeats the error of the last step, which was thrown there.
  static_cast<void>(sqlite3_reset(handle_));
  static_cast<void>(sqlite3_clear_bindings(handle_));
}

std::optional<std::string_view> Statement::text(int column) const {
  const unsigned char* const data = sqlite3_column_text(handle_, column);
  if (data == nullptr) return std::nullopt;
  const void* const bytes = data;
  return std::string_view{static_cast<const char*>(bytes),
                          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_, column); }

}  // namespace vestibule::sandbox
