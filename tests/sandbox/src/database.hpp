/// SQLite, as little of it as is needed: a connection, a statement, errors as exceptions.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace vestibule::sandbox {

/// The database refused or failed. The text is SQLite's, about itself; it never holds a bound value.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Database {
 public:
  /// Opens or makes the file, in WAL mode and with synchronous=FULL: a commit that returned is on the disk.
  explicit Database(const std::string& path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const char* sql);
  /// Rows changed by the statement before.
  [[nodiscard]] std::int64_t changes() const;
  /// Whether a transaction is open. SQLite ends one by itself when the disk is full or failing.
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement, bound and run again and again. Values are always bound, never part of the text.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Parameters count from 1. The text must live until reset().
  void bind(int parameter, std::string_view text);
  void bind(int parameter, std::int64_t number);
  void bind(int parameter, const std::optional<std::string>& text);
  void bind(int parameter, std::optional<std::string>&& text) = delete;  // would not live until reset()

  /// The next row; false after the last one.
  [[nodiscard]] bool step();
  /// Runs a statement that has no rows, and resets it.
  void run();
  /// Forgets rows and bound values. Also lets go of the read transaction, so call it as soon as the rows are read.
  void reset();

  /// Columns count from 0. The text lives until the next step() or reset().
  [[nodiscard]] std::optional<std::string_view> text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

/// A transaction that only reads, to the end of a scope: what is read in it is of one moment.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database) : database_{database} { database.execute("BEGIN"); }
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& database_;
};

/// Resets a statement at the end of a scope.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_{statement} {}
  ~Rows() { statement_.reset(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

 private:
  Statement& statement_;
};

}  // namespace vestibule::sandbox
