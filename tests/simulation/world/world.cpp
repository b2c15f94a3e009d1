#include "world/world.hpp"

namespace vestibule::simulation {

SyncWorld::SyncWorld(Run& run)
    : run_{run},
      clock_{run},
      nue_{run, clock_},
      org_{run},
      network_{run, org_},
      host_{run, clock_, nue_, network_},
      judge_{run, nue_, org_},
      people_{run, host_, org_, network_, judge_} {
  org_.on_event = [this](const OrgEvent& event) { network_.send(event); };
  network_.on_event = [this](const OrgEvent& event) { host_.receive(event); };
  host_.on_start = [this] { judge_.process_started(); };
  host_.on_ask = [this](const Request& request) { judge_.asked(request); };
  network_.on_order = [this](const Order& order, const std::function<void()>& taken) { host_.receive(order, taken); };
}

Time SyncWorld::start() {
  host_.start();
  every_night();
  return people_.start([this] { suffer(); });
}

void SyncWorld::suffer() {
  const std::optional<Fault> fault = run_.faults.at(Site::tick);
  if (!fault) return;
  run_.log.add(run_.now(), "fault", to_string(*fault));
  network_.suffer(*fault);
  if (fault->kind != FaultKind::jump) return;
  clock_.set(fault->amount);
  judge_.clock_jumped();
  host_.wake();
}

void SyncWorld::every_night() {
  org_.empty_bin();
  host_.reconcile();
  run_.scheduler.after(day, [this] { every_night(); });
}

// Three days, because a lease or a pause may have been counted by a clock that was two days ahead. Nobody edits any more
// but the operator, who mends what Salesforce refused.
Time SyncWorld::calm() {
  run_.log.add(run_.now(), "it is calm");
  network_.restore();
  clock_.set_right();
  host_.start();
  host_.wake();
  host_.reconcile();
  for (const Time pause : {minute, hour, day, 2 * day}) {
    run_.scheduler.after(pause, [this] { people_.mend_all(); });
  }
  people_.import_all(false);
  return 3 * day + hour;
}

Time SyncWorld::again() {
  run_.log.add(run_.now(), "everything is told again");
  network_.replay_all();
  people_.import_all(true);
  host_.reconcile();
  return hour;
}

}  // namespace vestibule::simulation
