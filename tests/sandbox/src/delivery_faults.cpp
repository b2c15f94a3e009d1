#include "delivery_faults.hpp"

namespace vestibule::sandbox {

void prepare_delivery_faults(Database& database) {
  database.execute(R"(
    CREATE TABLE IF NOT EXISTS delivery_faults (only INTEGER PRIMARY KEY CHECK (only = 1),
      duplicate INTEGER NOT NULL, reverse INTEGER NOT NULL, hold INTEGER NOT NULL);
  )");
}

DeliveryFaultStore::DeliveryFaultStore(Database& database)
    : read_{database, "SELECT duplicate, reverse, hold FROM delivery_faults"},
      write_{database,
             "INSERT INTO delivery_faults (only, duplicate, reverse, hold) VALUES (1, ?, ?, ?) ON CONFLICT (only) DO "
             "UPDATE SET duplicate = excluded.duplicate, reverse = excluded.reverse, hold = excluded.hold"} {}

DeliveryFaults DeliveryFaultStore::faults() {
  const Rows guard{read_};
  if (!read_.step()) return {};
  return {.duplicate = read_.number(0), .reverse = read_.number(1), .hold = read_.number(2) != 0};
}

void DeliveryFaultStore::set(const DeliveryFaults& faults) {
  const Rows guard{write_};
  write_.bind(1, faults.duplicate);
  write_.bind(2, faults.reverse);
  write_.bind(3, std::int64_t{faults.hold});
  write_.run();
}

Handling DeliveryFaultStore::take() {
  DeliveryFaults left = faults();
  Handling handling;
  if (left.duplicate == 0 && left.reverse == 0) return handling;
  if (left.duplicate > 0) {
    handling.copies = 2;
    --left.duplicate;
  }
  if (left.reverse > 0) {
    handling.gathers = true;
    handling.releases = --left.reverse == 0;
  }
  set(left);
  return handling;
}

}  // namespace vestibule::sandbox
