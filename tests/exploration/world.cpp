#include "world.hpp"

namespace vestibule::exploration {

const sync::Plan& plan() {
  using catalogue::SyncClass;
  static const sync::Plan plan{{{SyncClass::profile, 0, 1, false}, {SyncClass::address, 1, 2, false}}, {}};
  return plan;
}

ids::Uuid customer_id(std::size_t customer) {
  ids::Uuid id;
  id.bytes[15] = static_cast<std::uint8_t>(customer + 1);
  return id;
}

ids::SalesforceId account_id(std::size_t account) {
  static const std::array<ids::SalesforceId, account_count> ids{ids::parse_salesforce_id("0015f00002JUZPc").value().id,
                                                                ids::parse_salesforce_id("0015f00002JUZPC").value().id};
  return ids[account];
}

}  // namespace vestibule::exploration
