#include "answer.hpp"

namespace vestibule::signup {
namespace {

// 408, 425 and 429 were not carried out, 409 is under way; every other 4xx is final.
bool refuses_post(std::uint32_t status) {
  return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
}

}  // namespace

Answer classify(const State& state, const Event& event) {
  const bool asked = state.kind != StateKind::sending;
  // Without one it is not the gateway that speaks but something between, which knows nothing of what was sent before.
  const bool has_code = !event.code.empty();
  // A form token was asked for: nothing was sent, so nothing is created or refused.
  if (!asked && !state.has_token) return Answer::none;
  if ((event.status == 200 || event.status == 201) && event.whole) return Answer::created;
  if (event.status == 202 || event.status == 409) return Answer::in_progress;
  if (asked && event.status == 404) return Answer::unknown;
  // What refuses a question says nothing about the sign-up: only an answer that was kept for its key does.
  if (asked) return event.status == 422 && has_code ? Answer::refused : Answer::none;
  if (!refuses_post(event.status)) return Answer::none;
  if (event.code == "form.stale") return Answer::stale;
  if (event.code == "request.key_reused") return Answer::reused;
  return has_code || state.attempt.sends <= 1 ? Answer::refused : Answer::none;
}

}  // namespace vestibule::signup
