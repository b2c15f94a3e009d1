#include "signup/world.hpp"

#include <vector>

namespace vestibule::simulation {
namespace {

// One run in eight has no slot to find records by, so what is not answered is for a person.
gateway::Policy policy_of(Random& work) {
  gateway::Policy policy;
  policy.has_slot = !work.chance(125);
  policy.single_owner = work.chance(500);
  return policy;
}

}  // namespace

SignupWorld::SignupWorld(Run& run)
    : run_{run},
      clock_{run},
      policy_{policy_of(run.work)},
      judge_{run, policy_},
      nue_{run, judge_},
      to_nue_{run, "nue"},
      to_gateway_{run, "gateway"},
      office_{run, clock_, nue_, to_nue_, judge_, policy_},
      gateway_{office_},
      witness_{run, office_.store},
      street_{run, clock_, to_gateway_, gateway_, witness_},
      people_{street_} {
  to_nue_.foreign = [this] { return nue_.foreign(); };
  to_nue_.on_twice = [this] { judge_.doubled(); };
}

Time SignupWorld::start() {
  run_.log.add(run_.now(), policy_.single_owner ? "one worker" : "two workers", policy_.has_slot ? "slot" : "no slot");
  run_.scheduler.after(minute, [this] { every_minute(); });
  return people_.start();
}

void SignupWorld::every_minute() {
  if (is_calm_) return;
  if (const std::optional<Fault> fault = run_.faults.at(Site::tick)) {
    run_.log.add(run_.now(), "fault", to_string(*fault));
    suffer(*fault);
  }
  run_.scheduler.after(minute, [this] { every_minute(); });
}

void SignupWorld::suffer(const Fault& fault) {
  switch (fault.kind) {
    case FaultKind::jump:
      judge_.jumped();
      clock_.set(fault.amount);
      return gateway_.ring_all();
    case FaultKind::replay: return people_.replay(fault.amount);
    case FaultKind::cut: {
      creation::Link& link = fault.amount % 2 == 0 ? to_nue_ : to_gateway_;
      const Time span = fault.amount / 4;
      return fault.amount % 4 < 2 ? link.cut_requests(span) : link.cut_answers(span);
    }
    default: return;
  }
}

// Three days: sweeps go on for one, and a clock may have been a day ahead. After three hours a page has been asked about
// all that can be known; then people close their tabs. Three days more once the last one has come back who was away.
Time SignupWorld::calm() {
  run_.log.add(run_.now(), "it is calm");
  is_calm_ = true;
  to_nue_.restore();
  to_gateway_.restore();
  clock_.set_right();
  gateway_.start_all();
  gateway_.ring_all();
  people_.come_back();
  for (const Time pause : {30 * minute, 90 * minute, 150 * minute}) {
    run_.scheduler.after(pause, [this] { people_.settle_by_hand(); });
  }
  for (const Time pause : {hour, 2 * hour, 3 * hour - 10 * minute}) {
    run_.scheduler.after(pause, [this] { people_.come_back(); });
  }
  run_.scheduler.after(3 * hour, [this] {
    people_.look();
    people_.leave();
  });
  return people_.await_absent() + 3 * day + hour;
}

void SignupWorld::rest() {
  std::vector<creation::Standing> standings;
  for (const auto& [key, kept] : office_.store) standings.push_back({key, kept.machine});
  const std::vector<nue::Row> rows = nue_.rows();
  const std::vector<nue::Row> contacts = nue_.contacts();
  judge_.rest(standings, rows, contacts);
  made_ = rows.size() + contacts.size();
}

Time SignupWorld::again() {
  run_.log.add(run_.now(), "everything is sent again");
  people_.replay_all(office_.store);
  return hour;
}

void SignupWorld::rest_again() {
  if (nue_.rows().size() + nue_.contacts().size() != made_) run_.fail("C8 what was sent again made a record");
}

}  // namespace vestibule::simulation
