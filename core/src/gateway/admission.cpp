#include "vestibule/gateway/admission.hpp"

namespace vestibule::gateway {

Admission admit(const Known* known, const Marks& request) {
  if (known == nullptr) return request.fingerprint.empty() ? Admission::refuse : Admission::claim;
  const bool same_body = request.body_hash == known->marks.body_hash;
  const bool same_meaning = !request.fingerprint.empty() && request.fingerprint == known->marks.fingerprint;
  if (!same_body && !same_meaning) return Admission::reuse;
  return known->state == State::created || known->state == State::rejected ? Admission::replay : Admission::wait;
}

std::string_view to_string(Admission admission) {
  constexpr std::string_view names[] = {"claim", "refuse", "reuse", "replay", "wait"};
  return names[static_cast<std::size_t>(admission)];
}

}  // namespace vestibule::gateway
