// What people do about contacts, on both sides.
#include "world/people.hpp"

namespace vestibule::simulation {

void People::draw_contacts(Random& random) {
  if (!random.chance(700)) return;
  constexpr Act acts[] = {Act::make_contact,        Act::make_contact,         Act::make_contact,
                          Act::edit_contact,        Act::edit_contact,         Act::edit_contact_in_org,
                          Act::edit_contact_in_org, Act::edit_contact_on_both, Act::make_contact_in_org,
                          Act::remove_contact,      Act::undelete_contact,     Act::purge_contact};
  const auto others = static_cast<std::uint32_t>(deeds_.size());
  for (std::uint32_t left = random.between(4, 40); left > 0; --left) {
    const std::uint32_t after = random.below(others);
    const Act act = acts[random.below(std::size(acts))];
    const Time gap = random.below(random.chance(700) ? 300 : static_cast<std::uint32_t>(minute));
    const std::uint32_t who = random.chance(600) ? random.below(3) : random.below(1'000'000);
    contacts_.push_back({after, {gap, act, who, random.below(1'000'000), random.below(1'000'000)}});
  }
}

void People::change_contacts(const Deed& deed) {
  switch (deed.act) {
    case Act::make_contact: return make_contact(deed);
    case Act::edit_contact: return edit_contact(deed);
    case Act::edit_contact_in_org: return edit_contact_in_org(deed);
    case Act::edit_contact_on_both:
      run_.scheduler.after(deed.how % second, [this, deed] { edit_contact_in_org(deed); });
      return edit_contact(deed);
    default: return change_contacts_in_org(deed);
  }
}

void People::make_contact(const Deed& deed) {
  if (host_.nue.rows().empty()) return;
  sync::Snapshot values;
  for (std::size_t i = 0; i < plan(Entity::contact).fields.size(); ++i) values.emplace_back(next_value('N'));
  host_.submit([this, customer = customer_of(deed), values] {
    if (!host_.nue.row(customer).life.erased) host_.nue.make_contact(customer, values);
  });
}

void People::edit_contact(const Deed& deed) {
  if (host_.nue.contacts().empty() || !host_.runs()) return;
  const Key key = contact_key(deed.who % static_cast<std::uint32_t>(host_.nue.contacts().size()));
  if (host_.nue.life(key).erased) return;
  const std::size_t unit = deed.what % plan(Entity::contact).units.size();
  host_.submit([this, key, changes = typing(deed, 'N', key, unit)] {
    if (!host_.nue.life(key).erased) host_.nue.change(key, changes);
  });
}

// One that Nue knows, or now and then any other.
std::optional<OrgNumber> People::contact_in_org(const Deed& deed, OrgRow::State state) const {
  const auto& contacts = host_.nue.contacts();
  if (deed.how % 5 != 0 && !contacts.empty()) {
    const auto& external = contacts[deed.who % contacts.size()].external;
    const auto number = external ? org_.find(*external) : std::nullopt;
    return number && org_.rows()[*number].state == state ? number : std::nullopt;
  }
  const auto count = static_cast<OrgNumber>(org_.rows().size());
  for (OrgNumber i = 0; i < count; ++i) {
    const OrgNumber place = (deed.what + i) % count;
    if (org_.rows()[place].entity == Entity::contact && org_.rows()[place].state == state) return place;
  }
  return std::nullopt;
}

void People::edit_contact_in_org(const Deed& deed) {
  const auto number = contact_in_org(deed, OrgRow::State::living);
  if (!number) return;
  const sync::Snapshot before = org_.rows()[*number].values;
  const std::size_t unit = deed.what % plan(Entity::contact).units.size();
  const auto known = host_.nue.record_tied_to(org_.rows()[*number].id);
  if (!known) {
    const std::uint16_t place = plan(Entity::contact).units[unit].first;
    return org_.edit(*number, {{place, next_value('S')}});
  }
  org_.edit(*number, typing(deed, 'S', *known, unit));
  judge_.org_typed(*number, unit, before);
}

void People::change_contacts_in_org(const Deed& deed) {
  if (deed.act == Act::make_contact_in_org) {
    const auto account = org_.rows().empty() ? std::nullopt : any_account(deed.what, OrgRow::State::living);
    if (!account) return;
    sync::Snapshot values;
    for (std::size_t i = 0; i < plan(Entity::contact).fields.size(); ++i) values.emplace_back(next_value('S'));
    (void)org_.make_contact(*account, std::move(values), std::nullopt);
    return;
  }
  const bool back = deed.act == Act::undelete_contact;
  const auto number = contact_in_org(deed, back ? OrgRow::State::in_bin : OrgRow::State::living);
  if (!number) return;
  if (deed.act == Act::remove_contact) return org_.remove(*number);
  if (deed.act == Act::purge_contact) return org_.purge(*number);
  (void)org_.undelete(*number);
}

}  // namespace vestibule::simulation
