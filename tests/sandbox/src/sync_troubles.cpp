#include "sync_troubles.hpp"

#include <chrono>
#include <optional>
#include <thread>

#include "in_writer.hpp"
#include "log.hpp"

namespace vestibule::sandbox {

SyncTroubles::Trouble SyncTroubles::before(std::string_view step, std::string_view object) {
  const std::string name = std::string{"sync "}.append(step).append(" ").append(object);
  const bool writes = step == "create" || step == "write_org";
  bool off = false;
  std::optional<Fault> fault;
  in_writer(store_, [&](Repositories& repositories) {
    restricts_picklists_ = repositories.settings.has(Choice::picklists_restricted);
    off = writes && repositories.settings.has(Choice::nue_to_salesforce_off);
    if (faults_ && !off) fault = repositories.faults.meet(name, true);
  });
  if (off) return Trouble::transient;
  if (!fault) return Trouble::none;
  log_event("fault", to_string(fault->kind));
  if (fault->kind == FaultKind::sync_cut) throw SyncCut{};
  if (fault->kind == FaultKind::sync_lost) return Trouble::lost;
  if (fault->kind == FaultKind::sync_delay) {
    std::this_thread::sleep_for(std::chrono::milliseconds{fault->delay});
    return Trouble::none;
  }
  return fault->permanent ? Trouble::permanent : Trouble::transient;
}

}  // namespace vestibule::sandbox
