#include "vestibule/sync/pass.hpp"

#include <algorithm>
#include <span>

#include "mutants.hpp"
#include "vestibule/sync/merge.hpp"

namespace vestibule::sync {
namespace {

constexpr std::size_t at(Side side) { return static_cast<std::size_t>(side); }

std::span<const Value> part(const Snapshot& snapshot, const Unit& unit) {
  return std::span{snapshot}.subspan(unit.first, unit.count);
}

Snapshot copy(std::span<const Value> values) { return {values.begin(), values.end()}; }

void put(Snapshot& snapshot, const Unit& unit, std::span<const Value> values) {
  std::copy(values.begin(), values.end(), snapshot.begin() + unit.first);
}

std::vector<Effect> begin_reading(Pass& pass) {
  pass.phase = Phase::reading;
  pass.repeats = false;
  pass.now = {};
  pass.writes.clear();
  return {Effect::read_nue, Effect::read_org};
}

bool was_carried_out(const LoggedWrite& write, const Reading& now, const Unit& unit) {
  if (now.ours) return *now.ours > write.version;
  const auto current = part(now.values, unit);
  return std::equal(current.begin(), current.end(), write.values.begin(), write.values.end());
}

// Step 2 of the source: a logged write that was carried out is agreed on, whatever happened to the value since; what it
// replaced is lost now. One that was not, and cannot be because the side has moved on, never was. What is left may be on
// its way still.
void settle_log(const Plan& plan, Pass& pass) {
  std::erase_if(pass.ledger.log, [&](LoggedWrite& write) {
    const Unit& unit = plan.units[write.unit];
    const Reading& now = *pass.now[at(write.side)];
    if (!was_carried_out(write, now, unit)) return now.version != write.version;
    put(pass.ledger.base, unit, write.values);
    if (write.lost) pass.conflicts.push_back({write.unit, write.side, *std::move(write.lost)});
    return true;
  });
}

void merge_unit(const Unit& unit, std::uint16_t number, Pass& pass) {
  const Snapshot& nue = pass.now[at(Side::nue)]->values;
  const Snapshot& org = pass.now[at(Side::org)]->values;
  const Merged merged = merge(unit, part(pass.ledger.base, unit), part(nue, unit), part(org, unit));
  if (merged.same) return put(pass.merged, unit, part(nue, unit));
  const auto winning = part(merged.winner == Side::nue ? nue : org, unit);
  const Side loser = other(merged.winner);
  const Reading& losing = *pass.now[at(loser)];
  put(pass.merged, unit, winning);
  pass.writes.push_back({loser, number, copy(winning),
                         merged.lost ? std::optional{copy(part(losing.values, unit))} : std::nullopt, losing.version});
}

void merge_all(const Plan& plan, Pass& pass) {
  pass.merged.assign(pass.now[0]->values.size(), std::nullopt);
  for (std::size_t i = 0; i < plan.units.size(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    if constexpr (mutant == Mutant::merge_address_by_field) {
      for (std::uint16_t field = 0; field < plan.units[i].count; ++field) {
        Unit single = plan.units[i];
        single.first = static_cast<std::uint16_t>(single.first + field);
        single.count = 1;
        merge_unit(single, number, pass);
      }
    } else {
      merge_unit(plan.units[i], number, pass);
    }
  }
}

std::vector<Effect> commit(Pass& pass) {
  for (LoggedWrite& write : pass.writes) {
    if (write.lost) pass.conflicts.push_back({write.unit, write.side, *std::move(write.lost)});
  }
  pass.writes.clear();
  pass.ledger.base = pass.merged;
  pass.ledger.log.clear();
  pass.ledger.versions = {pass.now[0]->version, pass.now[1]->version};
  pass.phase = Phase::committing;
  return {Effect::store};
}

std::vector<Effect> write_next(Pass& pass, bool org_done, bool nue_done);

// Sends again what may be on its way still, as it was: another write at the same version could not be told from it once
// one of the two has arrived. Then everything is read again.
std::vector<Effect> repeat_log(const Plan& plan, Pass& pass) {
  pass.repeats = true;
  pass.writes = pass.ledger.log;
  pass.merged = pass.now[at(Side::nue)]->values;
  for (const LoggedWrite& write : pass.writes) put(pass.merged, plan.units[write.unit], write.values);
  return write_next(pass, false, false);
}

// The other system first: it is the one that may refuse.
std::vector<Effect> write_next(Pass& pass, bool org_done, bool nue_done) {
  const auto has = [&](Side side) {
    return std::any_of(pass.writes.begin(), pass.writes.end(),
                       [side](const LoggedWrite& write) { return write.side == side; });
  };
  pass.phase = Phase::writing;
  if (!org_done && has(Side::org)) return {Effect::write_org};
  if (!nue_done && has(Side::nue)) return {Effect::write_nue};
  return pass.repeats ? begin_reading(pass) : commit(pass);
}

std::vector<Effect> decide(const Plan& plan, Pass& pass) {
  const bool had_log = !pass.ledger.log.empty();
  const std::size_t size = pass.now[0]->values.size();
  const bool first = pass.ledger.base.size() != size;
  if (first) pass.ledger.base.assign(size, std::nullopt);
  settle_log(plan, pass);
  if (!pass.ledger.log.empty()) return repeat_log(plan, pass);
  merge_all(plan, pass);
  if (pass.writes.empty()) {
    const bool agreed = !first && !had_log && pass.conflicts.empty() && pass.merged == pass.ledger.base &&
                        pass.ledger.versions == std::array{pass.now[0]->version, pass.now[1]->version};
    if (!agreed) return commit(pass);
    pass.phase = Phase::idle;
    return {Effect::finished};
  }
  if constexpr (mutant == Mutant::no_write_log) return write_next(pass, false, false);
  pass.ledger.log = pass.writes;
  if constexpr (mutant == Mutant::base_before_writes) {
    pass.ledger.base = pass.merged;
    pass.ledger.log.clear();
  }
  pass.phase = Phase::logging;
  return {Effect::store};
}

std::vector<Effect> on_stored(Pass& pass) {
  pass.conflicts.clear();
  if (pass.phase == Phase::logging) return write_next(pass, false, false);
  if (pass.phase != Phase::committing) return {};
  pass.phase = Phase::idle;
  return {Effect::finished};
}

std::vector<Effect> on_read(const Plan& plan, Pass& pass, const Event& event) {
  if (pass.phase != Phase::reading) return {};
  if constexpr (mutant == Mutant::apply_payloads) {
    if (event.side == Side::org && event.hint) {
      pass.now[at(Side::org)] = *event.hint;
    } else {
      pass.now[at(event.side)] = event.reading;
    }
  } else {
    pass.now[at(event.side)] = event.reading;
  }
  if (!pass.now[0] || !pass.now[1]) return {};
  return decide(plan, pass);
}

std::vector<Effect> give_up(Pass& pass, Effect how) {
  pass.phase = Phase::idle;
  return {how};
}

std::vector<Effect> on_changed(Pass& pass) {
  if (pass.phase != Phase::writing) return {};
  if (++pass.rounds >= pass_max_rounds) return give_up(pass, Effect::gave_up);
  return begin_reading(pass);
}

// A write that is refused is on its way no more.
std::vector<Effect> on_refused(Pass& pass, const Event& event) {
  if (pass.phase == Phase::idle) return {};
  pass.phase = Phase::idle;
  const auto ended = std::erase_if(pass.ledger.log, [&](const LoggedWrite& write) { return write.side == event.side; });
  if (ended == 0) return {Effect::hold};
  return {Effect::store, Effect::hold};
}

std::vector<Effect> on_written(Pass& pass, const Event& event) {
  if (pass.phase != Phase::writing) return {};
  pass.now[at(event.side)]->version = event.version;
  return write_next(pass, true, event.side == Side::nue);
}

}  // namespace

std::vector<Effect> step(const Plan& plan, Pass& pass, const Event& event) {
  switch (event.kind) {
    case EventKind::start:
      pass = {};
      pass.ledger = event.ledger;
      return begin_reading(pass);
    case EventKind::read: return on_read(plan, pass, event);
    case EventKind::stored: return on_stored(pass);
    case EventKind::written: return on_written(pass, event);
    case EventKind::changed: return on_changed(pass);
    case EventKind::unreachable:
      return pass.phase == Phase::idle ? std::vector<Effect>{} : give_up(pass, Effect::gave_up);
    case EventKind::refused: return on_refused(pass, event);
  }
  return {};
}

SideWrite changes_for(const Plan& plan, const Pass& pass, Side side) {
  SideWrite write;
  write.version = pass.now[at(side)]->version;
  for (const LoggedWrite& logged : pass.writes) {
    if (logged.side != side) continue;
    const Unit& unit = plan.units[logged.unit];
    for (std::uint16_t i = 0; i < unit.count; ++i) {
      const auto place = static_cast<std::uint16_t>(unit.first + i);
      const Value& value = pass.merged[place];
      if (pass.now[at(side)]->values[place] != value) write.changes.push_back({place, value});
    }
  }
  return write;
}

}  // namespace vestibule::sync
