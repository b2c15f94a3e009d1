/// nue.db: one connection that writes, on the writer's thread, and one that reads, on the caller's.
/// Depends on: customers, database, schema, select, writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "customers.hpp"
#include "database.hpp"
#include "select.hpp"
#include "writer.hpp"

namespace vestibule::sandbox {

class Store {
 public:
  explicit Store(const std::string& path);

  void write(WriteJob job) { writer_.submit(std::move(job)); }

  /// The reading side, for one thread. A write that has finished is seen.
  [[nodiscard]] std::optional<Values> find(std::string_view id) { return readers_customers_.find(id); }
  [[nodiscard]] Page select(const Selection& selection) { return select_customers(reader_, selection); }
  [[nodiscard]] bool empty() { return readers_customers_.empty(); }

  /// The Nue id of whatever names a customer: its own id in any case, or a Salesforce id of 15 or 18 characters.
  /// Nothing when there is no such customer, or when the text is no id at all.
  [[nodiscard]] std::optional<std::string> resolve(std::string_view id);

 private:
  Database writers_;
  Database reader_;
  Customers readers_customers_;
  Writer writer_;  // last, so that its thread ends first
};

}  // namespace vestibule::sandbox
