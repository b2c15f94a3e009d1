#include "vestibule/sync/ledger.hpp"

#include <utility>

namespace vestibule::sync {

Ledger for_new_account(Snapshot values, std::uint64_t nue_version) {
  Ledger ledger;
  ledger.base = std::move(values);
  ledger.versions[static_cast<std::size_t>(Side::nue)] = nue_version;
  return ledger;
}

Ledger for_other_account(Ledger ledger) {
  std::erase_if(ledger.log, [](const LoggedWrite& write) { return write.side == Side::org; });
  ledger.versions[static_cast<std::size_t>(Side::org)] = 0;
  return ledger;
}

}  // namespace vestibule::sync
