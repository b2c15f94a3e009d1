#include "vestibule/sync/contact.hpp"

#include "mutants.hpp"

namespace vestibule::sync {

ContactWork work_for_contact(const lifecycle::Life& customer, bool made) {
  const bool may_write = mutant == Mutant::contacts_of_held ? customer.account.has_value() && !customer.erased
                                                            : lifecycle::may_write_account(customer);
  if (!may_write) return ContactWork::none;
  return made ? ContactWork::compare : ContactWork::make;
}

bool wakes_contacts(const lifecycle::Step& step) {
  if (mutant == Mutant::contacts_asleep) return false;
  return step.effects.has(lifecycle::Effect::refresh);
}

}  // namespace vestibule::sync
