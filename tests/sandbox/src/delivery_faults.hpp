/// Switches for what a network does to messages: they come twice, late, or in another order.
/// Depends on: database.
#pragma once

#include <cstdint>
#include <string_view>

#include "database.hpp"

namespace vestibule::sandbox {

struct DeliveryFaults {
  std::int64_t duplicate = 0;  ///< so many of the next messages are sent twice
  std::int64_t reverse = 0;    ///< so many of the next messages wait for one another and go out last first
  bool hold = false;           ///< nothing is sent while this is on
};

/// What the switches mean for one message.
struct Handling {
  int copies = 1;
  bool gathers = false;   ///< waits for the others
  bool releases = false;  ///< is the last one that the others waited for
};

class DeliveryFaultStore {
 public:
  explicit DeliveryFaultStore(Database& database);

  [[nodiscard]] DeliveryFaults faults();
  void set(const DeliveryFaults& faults);

  /// How to handle the next message; counts it.
  [[nodiscard]] Handling take();

 private:
  Statement read_, write_;
};

void prepare_delivery_faults(Database& database);

}  // namespace vestibule::sandbox
