#include "world/witness.hpp"

#include <algorithm>

namespace vestibule::simulation {
namespace {

using sync::Side;

constexpr std::size_t at(Side side) { return static_cast<std::size_t>(side); }

bool take(std::vector<std::string>& due, const std::string& value) {
  const auto place = std::find(due.begin(), due.end(), value);
  if (place == due.end()) return false;
  due.erase(place);
  return true;
}

}  // namespace

sync::Snapshot agreed_by(const sync::Plan& of, const sync::Ledger& ledger, const std::array<std::uint64_t, 2>& ours) {
  sync::Snapshot base = ledger.base;
  base.resize(of.fields.size());
  for (const sync::LoggedWrite& write : ledger.log) {
    if (ours[at(write.side)] <= write.version) continue;
    std::copy(write.values.begin(), write.values.end(), base.begin() + of.units[write.unit].first);
  }
  return base;
}

Witness::Witness(Entity entity, const sync::Snapshot& first) : plan_{&plan(entity)}, units_(plan_->units.size()) {
  for (std::size_t i = 0; i < units_.size(); ++i) units_[i].typed[at(Side::nue)].insert(text_of(*plan_, first, i));
}

void Witness::add(Side side, std::size_t unit, const std::string& value) {
  units_[unit].typed[at(side)].insert(value);
  auto& due = units_[unit].due[at(side)];
  if (std::find(due.begin(), due.end(), value) == due.end()) due.push_back(value);
}

void Witness::typed(Side side, std::size_t unit, const std::string& before, const sync::Snapshot& values,
                    const sync::Snapshot& agreed, const sync::Snapshot* opposite) {
  const std::string value = text_of(*plan_, values, unit);
  if (value == before) return;
  ++edits_;
  // Whoever types over a value of their own side gives it up themselves.
  take(units_[unit].due[at(side)], before);
  take(units_[unit].equal[at(side)], before);
  units_[unit].typed[at(side)].insert(value);
  // What is agreed on is no edit; before anything is agreed on, a blank is none: a merge could not tell it from a side that
  // nobody touched.
  if (value == text_of(*plan_, agreed, unit)) return;
  add(side, unit, value);
  if (opposite != nullptr && text_of(*plan_, *opposite, unit) == value) {
    for (std::size_t each = 0; each < 2; ++each) {
      take(units_[unit].due[each], value);
      units_[unit].equal[each].push_back(value);
    }
  }
  // Salesforce cannot empty what is required, so no trace of it has to be left: laxer than L8 and L9, which know no edit that
  // cannot hold.
  const sync::Unit& rules = plan_->units[unit];
  if (side == Side::org && rules.required && is_blank(part(values, rules))) take(units_[unit].due[at(side)], value);
}

std::string_view Witness::written(Side side, const std::vector<std::size_t>& units, const sync::Snapshot& values) {
  ++writes_;
  for (const std::size_t number : units) {
    Unit& unit = units_[number];
    const sync::Unit& rules = plan_->units[number];
    const std::string value = text_of(*plan_, values, number);
    take(unit.due[at(sync::other(side))], value);
    if (side == Side::nue && !travels_in(rules)) return "L15 Salesforce changed a field that is Nue's";
    if (side == Side::org && !travels_in(rules) && !unit.typed[at(Side::nue)].contains(value))
      return "L15 Salesforce was given a value of Nue's field that Nue never had";
    if (side == Side::nue && rules.required && is_blank(part(values, rules)))
      return "L15 a blank from Salesforce emptied a required field";
    if (!unit.typed[0].contains(value) && !unit.typed[1].contains(value)) {
      return rules.count > 1 ? "L10 an address is a mixture of two" : "L8 a value came from nowhere";
    }
  }
  return {};
}

std::string_view Witness::lost(const sync::Conflict& conflict, const sync::Snapshot& base) {
  Unit& unit = units_[conflict.unit];
  const std::string value = text_of(std::span{conflict.lost});
  if (!take(unit.due[at(conflict.side)], value) && !take(unit.equal[at(conflict.side)], value))
    return "L9 a value is in the conflict log twice, or was never lost";
  if (conflict.side == Side::nue && !travels_in(plan_->units[conflict.unit]))
    return "L9 Nue lost a value of a field that is its own";
  if (!unit.typed[at(sync::other(conflict.side))].contains(text_of(*plan_, base, conflict.unit)))
    return "L8 an edit lost to a value nobody typed";
  return {};
}

void Witness::tied(const sync::Snapshot& nue, const sync::Snapshot& org, const sync::Ledger& ledger,
                   std::uint64_t nue_ours) {
  const sync::Snapshot base = agreed_by(*plan_, ledger, {nue_ours, 0});
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const std::string ours = text_of(*plan_, nue, i);
    const std::string theirs = text_of(*plan_, org, i);
    const std::string agreed = text_of(*plan_, base, i);
    units_[i].due[at(Side::org)].clear();
    take(units_[i].due[at(Side::nue)], ours);
    units_[i].typed[at(Side::org)].insert(theirs);
    units_[i].equal = {};
    if (ours == theirs) {
      if (ours != agreed) units_[i].equal = {std::vector{ours}, std::vector{theirs}};
      continue;
    }
    // L11 counts it, for a write has to follow though nobody typed: two values were brought together.
    ++edits_;
    if (ours != agreed) add(Side::nue, i, ours);
    const sync::Unit& rules = plan_->units[i];
    const bool nothing = rules.required && is_blank(part(org, rules));
    if (theirs != agreed && !nothing) add(Side::org, i, theirs);
  }
}

void Witness::forget() {
  for (Unit& unit : units_) unit.due = {};
}

std::string_view Witness::open() const {
  for (const Unit& unit : units_) {
    if (!unit.due[0].empty() || !unit.due[1].empty()) return "L8 L9 an edit is neither kept nor in the conflict log";
  }
  if (writes_ > edits_) return "L11 more writes than edits";
  return {};
}

std::string Witness::due() const {
  std::string text = "wrote " + std::to_string(writes_) + " for " + std::to_string(edits_) + " edits; due:";
  for (const Unit& unit : units_) {
    for (std::size_t side = 0; side < 2; ++side) {
      for (const std::string& value : unit.due[side]) {
        text.append(" ").append(to_string(static_cast<Side>(side))).append(" ").append(value);
      }
    }
  }
  return text;
}

}  // namespace vestibule::simulation
