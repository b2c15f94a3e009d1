#include "world/people.hpp"

#include <algorithm>

namespace vestibule::simulation {
namespace {

using lifecycle::EventKind;

struct Weight {
  Act act{};
  std::uint32_t per_mille = 0;
};
constexpr Weight weights[] = {
    {Act::edit_nue, 240},     {Act::edit_org, 240},   {Act::edit_both, 80},  {Act::edit_badly, 20},
    {Act::order, 110},        {Act::later_order, 50}, {Act::push_draft, 20}, {Act::change_mode, 10},
    {Act::make_account, 30},  {Act::merge, 50},       {Act::remove, 40},     {Act::undelete, 35},
    {Act::purge, 10},         {Act::relink, 12},      {Act::release, 18},    {Act::erase, 5},
    {Act::make_customer, 30},
};

Act act_of(std::uint32_t lot) {
  for (const Weight& weight : weights) {
    if (lot < weight.per_mille) return weight.act;
    lot -= weight.per_mille;
  }
  return Act::edit_nue;
}

// People come in bursts, nights are long, and some things happen a week later.
Time gap_of(Random& random) {
  const std::uint32_t lot = random.below(100);
  if (lot < 40) return random.below(300);
  if (lot < 70) return random.below(5 * second);
  if (lot < 90) return random.below(5 * minute);
  if (lot < 99) return random.below(static_cast<std::uint32_t>(12 * hour));
  return random.below(static_cast<std::uint32_t>(8 * day));
}

bool is_bad(const sync::Value& value) { return value && value->starts_with('!'); }

}  // namespace

People::People(Run& run, Host& host, Org& org, Network& network, Judge& judge)
    : run_{run}, host_{host}, org_{org}, network_{network}, judge_{judge} {
  Random& random = run.work;
  const std::uint32_t customers = random.between(3, 12);
  const std::uint32_t count = random.between(40, 160);
  for (std::uint32_t i = 0; i < customers; ++i) {
    deeds_.push_back({random.below(100), Act::make_customer, random.below(1'000'000), 0, 0});
    if (random.chance(700)) deeds_.push_back({random.below(1000), Act::order, i, random.below(1'000), 0});
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const Time gap = gap_of(random);
    const Act act = act_of(random.below(1000));
    // Most of it happens to a few.
    const std::uint32_t who = random.chance(600) ? random.below(3) : random.below(1'000'000);
    deeds_.push_back({gap, act, who, random.below(1'000'000), random.below(1'000'000)});
  }
  draw_besides(run.more);
  draw_contacts(run.more);
}

void People::draw_besides(Random& random) {
  if (!random.chance(500)) return;
  for (std::uint32_t left = random.between(1, 12); left > 0; --left) {
    const Act act = random.chance(700) ? Act::import_file : Act::merge_in_circle;
    const std::uint32_t when = random.below(1'000);
    besides_.push_back({when, act, 0, random.below(1'000'000), random.below(1'000'000)});
  }
}

Time People::start(const std::function<void()>& between) {
  Time when = 0;
  std::vector<Time> times;
  for (const Deed& deed : deeds_) {
    when += deed.gap;
    times.push_back(when);
    run_.scheduler.after(when, [this, deed, between] {
      perform(deed);
      between();
    });
  }
  for (const Deed& deed : besides_) run_.scheduler.after(when * deed.gap / 1'000, [this, deed] { perform(deed); });
  for (const auto& [after, deed] : contacts_) {
    run_.scheduler.after(times[after] + deed.gap, [this, later = deed] { perform(later); });
  }
  return when + minute;
}

void People::perform(const Deed& deed) {
  switch (deed.act) {
    case Act::make_customer: return make_customer(deed);
    case Act::edit_nue: return edit_nue(deed);
    case Act::edit_org: return edit_org(deed);
    case Act::edit_both:
      run_.scheduler.after(deed.how % second, [this, deed] { edit_org(deed); });
      return edit_nue(deed);
    case Act::edit_badly: return edit_badly(deed);
    case Act::order:
    case Act::later_order: return order(deed);
    case Act::make_account:
    case Act::merge:
    case Act::remove:
    case Act::undelete:
    case Act::purge: return change_accounts(deed);
    case Act::import_file: return import_file(deed);
    case Act::merge_in_circle: return merge_in_circle(deed);
    case Act::make_contact:
    case Act::edit_contact:
    case Act::edit_contact_in_org:
    case Act::edit_contact_on_both:
    case Act::make_contact_in_org:
    case Act::remove_contact:
    case Act::undelete_contact:
    case Act::purge_contact: return change_contacts(deed);
    default: return operate(deed);
  }
}

CustomerNumber People::customer_of(const Deed& deed) const {
  return deed.who % static_cast<std::uint32_t>(host_.nue.rows().size());
}

std::optional<OrgNumber> People::account_of(const Deed& deed) const {
  if (host_.nue.rows().empty()) return std::nullopt;
  const auto& account = host_.nue.row(customer_of(deed)).life.account;
  const auto number = account ? org_.find(*account) : std::nullopt;
  if (!number || org_.rows()[*number].state != OrgRow::State::living) return std::nullopt;
  return number;
}

std::optional<OrgNumber> People::any_account(std::uint32_t number, OrgRow::State state) const {
  const auto count = static_cast<OrgNumber>(org_.rows().size());
  for (OrgNumber i = 0; i < count; ++i) {
    const OrgNumber place = (number + i) % count;
    if (org_.rows()[place].entity == Entity::customer && org_.rows()[place].state == state) return place;
  }
  return std::nullopt;
}

// No two are equal, so that a value says where it was typed.
std::string People::next_value(char side) { return std::string{"v:"} + side + std::to_string(++values_); }

std::vector<sync::Change> People::typing(const Deed& deed, char side, const Key& key, std::size_t unit) {
  const sync::Unit& rules = plan(key.entity).units[unit];
  const bool may_blank = side == 'S' || !rules.required;
  std::vector<sync::Change> changes;
  if (deed.how % 8 == 0 && may_blank && judge_.witness(key).blanked.insert(unit).second) {
    for (std::uint16_t i = 0; i < rules.count; ++i) {
      changes.push_back({static_cast<std::uint16_t>(rules.first + i), std::nullopt});
    }
    return changes;
  }
  // Of an address any part, and one at least.
  const std::uint32_t first = deed.how % rules.count;
  for (std::uint16_t i = 0; i < rules.count; ++i) {
    if (i != first && ((deed.how >> i) & 1U) == 0) continue;
    changes.push_back({static_cast<std::uint16_t>(rules.first + i), next_value(side)});
  }
  return changes;
}

void People::make_customer(const Deed&) {
  sync::Snapshot values;
  for (std::size_t i = 0; i < plan().fields.size(); ++i) values.emplace_back(next_value('N'));
  values[plan().units[unit_of("type")].first] = "Prospect";
  values[plan().units[unit_of("customerSince")].first].reset();
  host_.submit([this, values] { host_.nue.make(values); });
}

void People::edit_nue(const Deed& deed) {
  if (host_.nue.rows().empty()) return;
  const CustomerNumber customer = customer_of(deed);
  const std::size_t unit = deed.what % plan().units.size();
  // Only Nue itself sets it.
  if (unit == unit_of("customerSince") || host_.nue.row(customer).life.erased) return;
  if (!host_.runs()) return;
  host_.submit([this, customer, changes = typing(deed, 'N', customer_key(customer), unit)] {
    if (!host_.nue.row(customer).life.erased) host_.nue.change(customer_key(customer), changes);
  });
}

void People::edit_org(const Deed& deed) {
  const auto account = account_of(deed);
  if (!account) return;
  const std::size_t unit = deed.what % plan().units.size();
  const sync::Snapshot before = org_.rows()[*account].values;
  org_.edit(*account, typing(deed, 'S', customer_key(customer_of(deed)), unit));
  judge_.org_typed(*account, unit, before);
}

void People::edit_badly(const Deed& deed) {
  if (host_.nue.rows().empty() || !host_.runs()) return;
  const std::uint16_t place = plan().units[unit_of("description")].first;
  host_.submit([this, customer = customer_of(deed), place, value = "!" + next_value('N')] {
    if (!host_.nue.row(customer).life.erased) host_.nue.change(customer_key(customer), {{place, value}});
  });
}

void People::mend_all() {
  if (!host_.runs()) return;
  host_.submit([this] {
    for (CustomerNumber i = 0; i < host_.nue.rows().size(); ++i) {
      const Row& row = host_.nue.row(i);
      std::vector<sync::Change> changes;
      for (std::size_t place = 0; place < row.record.values.size(); ++place) {
        if (is_bad(row.record.values[place])) changes.push_back({static_cast<std::uint16_t>(place), next_value('N')});
      }
      if (!changes.empty()) host_.nue.change(customer_key(i), changes);
      if (row.life.hold == lifecycle::Hold::refused) {
        host_.nue.tell(i, {.kind = EventKind::hold_released}, "operator:1");
      }
    }
  });
}

void People::order(const Deed& deed) {
  if (host_.nue.rows().empty()) return;
  constexpr EventKind kinds[] = {EventKind::order_changed, EventKind::renewed, EventKind::cancelled};
  const Order order{customer_of(deed),
                    {.kind = deed.act == Act::order ? EventKind::order_activated : kinds[deed.what % 3],
                     .order = uuid_of(2, ++orders_),
                     .day = {2026, static_cast<std::uint8_t>(1 + deed.what % 12), 1}}};
  run_.log.add(run_.now(), "an order of customer", order.customer);
  judge_.ordered(order);
  network_.send(order);
}

void People::change_accounts(const Deed& deed) {
  using State = OrgRow::State;
  if (deed.act == Act::make_account) {
    sync::Snapshot values;
    for (std::size_t i = 0; i < plan().fields.size(); ++i) values.emplace_back(next_value('S'));
    org_.make(std::move(values), std::nullopt);
    return;
  }
  if (org_.rows().empty()) return;
  if (deed.act == Act::undelete) {
    const auto account = any_account(deed.what, State::in_bin);
    if (account && !org_.rows()[*account].merged_into) (void)org_.undelete(*account);
    return;
  }
  const auto first = deed.how % 3 == 0 ? any_account(deed.what, State::living) : account_of(deed);
  if (!first) return;
  if (deed.act == Act::remove) return org_.remove(*first);
  if (deed.act == Act::purge) return org_.purge(*first);
  const auto winner = any_account(deed.how, State::living);
  if (winner != first) org_.merge(*first, *winner);
}

void People::tell(CustomerNumber customer, const lifecycle::Event& event) {
  host_.submit([this, customer, event] { host_.nue.tell(customer, event, "operator:1"); });
}

void People::operate(const Deed& deed) {
  if (host_.nue.rows().empty() || !host_.runs()) return;
  const CustomerNumber customer = customer_of(deed);
  switch (deed.act) {
    case Act::push_draft: return tell(customer, {.kind = EventKind::draft_pushed});
    case Act::release: return tell(customer, {.kind = EventKind::hold_released});
    case Act::erase: return tell(customer, {.kind = EventKind::erase, .open_order = deed.what % 4 == 0});
    case Act::change_mode:
      return host_.submit([this] {
        using enum lifecycle::Mode;
        host_.nue.set_mode(host_.nue.mode() == selective ? continuous : selective);
        for (CustomerNumber i = 0; i < host_.nue.rows().size(); ++i) {
          host_.nue.tell(i, {.kind = EventKind::mode_changed, .mode = host_.nue.mode()}, "operator:1");
        }
      });
    default: break;
  }
  const auto account = org_.rows().empty() ? std::nullopt : any_account(deed.what, OrgRow::State::living);
  if (!account) return;
  host_.submit([this, customer, id = org_.rows()[*account].id] {
    const auto holder = host_.nue.holder_of(id);
    host_.nue.tell(customer, {.kind = EventKind::relinked, .account = id, .taken = holder && *holder != customer},
                   "operator:1");
  });
}

}  // namespace vestibule::simulation
