// Mistakes that can be compiled in on purpose, one at a time, to prove that the explorer finds them. None is in a library:
// tests/exploration compiles the sources again for each.
#pragma once

#include <cstdint>

namespace vestibule {

enum class Mutant : std::uint8_t {
  none,
  // Of the sync, for explore and simulate.
  no_write_log,            // our own writes look like edits after a crash (L8)
  no_compare_and_set,      // a write overwrites what it never read (L7, L13)
  apply_payloads,          // an event's values are taken for the record's (L12)
  merge_address_by_field,  // an address becomes a mixture of two (L10)
  lower_case_ids,          // two accounts become one (L3, L5)
  audit_apart,             // a change and its audit entry are two transactions (L20)
  base_before_writes,      // a crash forgets that a write is due (L8)
  // Of the contacts, for simulate.
  contacts_asleep,   // what kept contacts waiting ends, and nobody looks at them (L7)
  contacts_of_held,  // contacts are written to while their customer is held (L17)
  // Of the gateway, for explore_create.
  send_unrecorded,     // a create leaves before it is on record (C2, C8)
  resend_unprobed,     // after a restart a create counts as never sent (C3, C8)
  resend_on_silence,   // a create without an answer counts as not carried out (C3, C8)
  conclude_early,      // a record that is not there yet counts as never made (C8)
  no_epoch_check,      // what a dead run brings late still counts (C4, C8)
  no_sweep_of_parked,  // nobody looks for what a parked sign-up made after all (C9)
  bind_by_position,    // the first record of an answer counts as ours (C16)
  // Of the signup, for simulate.
  contact_early,         // a contact goes off beside its customer (1.7)
  contact_apart,         // a customer and the intent of its contact are two transactions (1.7)
  contact_resent,        // a contact without an answer counts as not carried out (C3)
  answer_after_contact,  // whoever signed up waits for the contact (1.7)
  no_retry_budget,       // every retry passes (C17)
  relink_unparked,       // a person may bind what the machine still works on (C7)
  payload_kept,          // what was typed outlives the outcome (C18)
  recheck_for_ever,      // a browser asks about a key that the gateway has forgotten (C19)
};

#ifdef VESTIBULE_MUTANT
inline constexpr Mutant mutant = Mutant::VESTIBULE_MUTANT;
#else
inline constexpr Mutant mutant = Mutant::none;
#endif

}  // namespace vestibule
