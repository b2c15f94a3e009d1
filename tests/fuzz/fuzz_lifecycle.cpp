// Stored lives, events, ledgers and audit logs, any bytes: what is read is written and read again as it was, an event leads
// somewhere from any life, and a log never verifies that was not written by append().
#include <string>

#include "oracle.hpp"
#include "vestibule/audit/verify.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/sync/json.hpp"
#include "vestibule/sync/preview.hpp"

namespace {

using namespace vestibule;

template <class Value>
std::string text_of(const Value& value) {
  std::string text;
  append_json(text, value);
  return text;
}

// The life that the events of earlier inputs led to is not kept: each input is judged alone.
void step_everywhere(const lifecycle::Life& life) {
  for (std::size_t kind = 0; kind < lifecycle::event_kind_count; ++kind) {
    lifecycle::Event event;
    event.kind = static_cast<lifecycle::EventKind>(kind);
    const lifecycle::Step step = lifecycle::step(life, event);
    fuzz::require(stage_of(step.life) >= stage_of(life) || !life.id, "a stage never goes back");
    fuzz::require(!life.erased || !step.effects.has(lifecycle::Effect::make_account), "who was erased gets no account");
    const bool silent = step.outcome == lifecycle::Outcome::ignored || step.outcome == lifecycle::Outcome::repeated;
    fuzz::require(!silent || (step.life == life && step.effects.empty()), "what is ignored changes nothing");
  }
}

void verify(std::string_view log) {
  audit::Verifier verifier;
  const auto fault = verifier.add_all(log);
  fuzz::require(fault || log.empty() || verifier.head().count > 0, "only a log that has lines verifies");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);
  if (const auto life = lifecycle::read_life(input); life.ok()) {
    const auto again = lifecycle::read_life(text_of(life.value()));
    fuzz::require(again.ok() && again.value() == life.value(), "a life is read as it was written");
    step_everywhere(life.value());
  }
  if (const auto event = lifecycle::read_event(input); event.ok()) {
    const auto again = lifecycle::read_event(text_of(event.value()));
    fuzz::require(again.ok() && text_of(again.value()) == text_of(event.value()), "an event is read as it was written");
    step_everywhere(lifecycle::step({}, event.value()).life);
  }
  if (const auto ledger = sync::read_ledger(input); ledger.ok()) {
    const auto again = sync::read_ledger(text_of(ledger.value()));
    fuzz::require(again.ok() && again.value() == ledger.value(), "a ledger is read as it was written");
  }
  if (const auto rows = sync::preview(input, {}); rows.ok()) {
    for (const sync::PreviewRow& row : rows.value()) {
      const bool shown = row.state == sync::PreviewState::kept || row.state == sync::PreviewState::changed;
      fuzz::require(shown == !row.code, "a reason is given for what does not travel as it is, and for nothing else");
    }
  }
  verify(input);
  return 0;
}
