#include "world.hpp"

namespace vestibule::exploration {
namespace {

using catalogue::SyncClass;

sync::Plan chosen{{{SyncClass::profile, 0, 1, false}, {SyncClass::address, 1, 2, false}}, {}};

}  // namespace

void choose_master(sync::Side master) {
  chosen.units[0].sync_class = master == sync::Side::nue ? SyncClass::billing : SyncClass::profile;
}

const sync::Plan& plan() { return chosen; }

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
