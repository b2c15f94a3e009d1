/// Everything in org.db, and one transaction around a piece of work on it.
/// Depends on: org/tables, org/records, org/counters, org/feed.
#pragma once

#include <array>
#include <iterator>
#include <string>

#include "database.hpp"
#include "org/counters.hpp"
#include "org/feed.hpp"
#include "org/records.hpp"
#include "org/tables.hpp"

namespace vestibule::sandbox::org {

struct Storage {
  explicit Storage(const std::string& path);

  [[nodiscard]] Records& of(Object object) { return records[static_cast<std::size_t>(object)]; }

  Database database;
  std::array<Records, std::size(all_objects)> records;  // by Object
  Counters counters;
  Feed feed;
};

/// Rolls back unless commit() was called.
class Transaction {
 public:
  /// One that writes takes the lock at once: taken later it could be refused in the middle.
  Transaction(Database& database, bool writes);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
};

}  // namespace vestibule::sandbox::org
