#include "world/network.hpp"

#include <utility>

namespace vestibule::simulation {

void Network::ask(const Request& request, Done done) {
  const Asker asker = std::make_shared<Done>(std::move(done));
  run_.scheduler.after(answer_timeout, [asker] {
    if (const Done waiting = std::exchange(*asker, nullptr)) waiting(nullptr);
  });
  const std::optional<Fault> fault = run_.faults.at(Site::request);
  if (fault) run_.log.add(run_.now(), "fault", to_string(*fault));
  if (is_cut(Link::requests)) return;
  Time delay = latency();
  if (fault && fault->kind == FaultKind::drop) return;
  if (fault && fault->kind == FaultKind::delay) delay += fault->amount;
  const int times = fault && fault->kind == FaultKind::twice ? 2 : 1;
  for (int i = 0; i < times; ++i) {
    run_.scheduler.after(delay, [this, request, asker, fault] { arrive(request, asker, fault); });
    delay += latency();
  }
}

// What the org answers without looking at the request.
std::optional<Answer> Network::refusal(const std::optional<Fault>& fault) {
  if (storm_until_ > run_.now()) return Answer{.status = 503, .retry_after = storm_until_ - run_.now()};
  if (!fault) return std::nullopt;
  if (fault->kind == FaultKind::busy) return Answer{.status = 429, .retry_after = fault->amount};
  if (fault->kind == FaultKind::hidden_error) return Answer{.status = 200, .error = true};
  if (fault->kind != FaultKind::storm) return std::nullopt;
  storm_until_ = run_.now() + fault->amount;
  return Answer{.status = 503, .retry_after = fault->amount};
}

void Network::arrive(const Request& request, const Asker& asker, const std::optional<Fault>& fault) {
  if (std::optional<Answer> refused = refusal(fault)) return answer(*std::move(refused), asker);
  Answer given = org_.handle(request);
  if (fault && fault->kind == FaultKind::fail_after) given = {.status = 500};
  answer(std::move(given), asker);
}

void Network::answer(Answer answer, const Asker& asker) {
  const std::optional<Fault> fault = run_.faults.at(Site::answer);
  if (is_cut(Link::answers)) return;
  Time delay = latency();
  if (fault) {
    run_.log.add(run_.now(), "fault", to_string(*fault));
    switch (fault->kind) {
      case FaultKind::drop: return;
      case FaultKind::delay: delay += fault->amount; break;
      case FaultKind::cut_body: answer.cut = true; break;
      case FaultKind::ignore_filter:
        if (fault->amount % 2 == 0) answer.records.clear();
        for (OrgNumber i = 0; i < org_.rows().size() && i < 3; ++i) {
          answer.records.insert(answer.records.begin(), org_.record_of(i));
        }
        break;
      default: break;
    }
  }
  const int times = fault && fault->kind == FaultKind::twice ? 2 : 1;
  for (int i = 0; i < times; ++i) {
    run_.scheduler.after(delay, [asker, answer] {
      if (const Done waiting = std::exchange(*asker, nullptr)) waiting(&answer);
    });
    delay += latency();
  }
}

void Network::send(const OrgEvent& event) {
  events_.push_back(event);
  const std::optional<Fault> fault = run_.faults.at(Site::event);
  if (fault) run_.log.add(run_.now(), "fault", to_string(*fault));
  if (is_cut(Link::events)) return;
  Time delay = latency();
  if (fault) {
    switch (fault->kind) {
      case FaultKind::drop: return;
      case FaultKind::twice: deliver(event, delay + latency()); break;
      case FaultKind::delay: delay += fault->amount; break;
      case FaultKind::forge: forge(event, fault->amount); break;
      case FaultKind::replay: suffer(*fault); break;
      default: break;
    }
  }
  deliver(event, delay);
}

void Network::deliver(const OrgEvent& event, Time delay) {
  run_.scheduler.after(delay, [this, event] { on_event(event); });
}

// Somebody who knows what events look like, and not the secret.
void Network::forge(const OrgEvent& event, std::uint32_t amount) {
  OrgEvent forged = event;
  forged.change = static_cast<OrgChange>(amount % 3);
  forged.record = org_.rows()[amount / 3 % org_.rows().size()].id;
  forged.reading.version += amount % 7;
  for (sync::Value& value : forged.reading.values) value = "forged";
  deliver(forged, latency());
}

void Network::send(const Order& order) {
  orders_.push_back(order);
  const std::optional<Fault> fault = run_.faults.at(Site::order);
  if (fault) run_.log.add(run_.now(), "fault", to_string(*fault));
  const auto taken = std::make_shared<bool>(false);
  Time delay = latency();
  if (fault && fault->kind == FaultKind::delay) delay += fault->amount;
  if (fault && fault->kind == FaultKind::twice) deliver(order, std::make_shared<bool>(false), delay + latency());
  deliver(order, taken, delay);
}

void Network::deliver(const Order& order, const std::shared_ptr<bool>& taken, Time delay) {
  run_.scheduler.after(delay, [this, order, taken] {
    if (*taken) return;
    if (!is_cut(Link::orders)) on_order(order, [taken] { *taken = true; });
    deliver(order, taken, minute);
  });
}

void Network::suffer(const Fault& fault) {
  if (fault.kind == FaultKind::cut) cut_until_[fault.amount % 4] = run_.now() + fault.amount / 4;
  if (fault.kind != FaultKind::replay) return;
  if (!events_.empty()) deliver(events_[fault.amount % events_.size()], latency());
  if (!orders_.empty()) deliver(orders_[fault.amount % orders_.size()], std::make_shared<bool>(false), latency());
}

void Network::restore() {
  cut_until_ = {};
  storm_until_ = 0;
}

void Network::replay_all() {
  for (const OrgEvent& event : events_) deliver(event, latency());
  for (const Order& order : orders_) deliver(order, std::make_shared<bool>(false), latency());
}

}  // namespace vestibule::simulation
