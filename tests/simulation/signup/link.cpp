#include "signup/link.hpp"

#include <utility>

namespace vestibule::simulation::creation {
namespace {

// Retry-After is in whole seconds.
Time whole_seconds(Time span) { return (span + second - 1) / second * second; }

}  // namespace

void Link::note(const std::optional<Fault>& fault) {
  if (fault) run_.log.add(run_.now(), "fault", name_, to_string(*fault));
}

void Link::ask(Time timeout, Arrive arrive, Done done) {
  const Asker asker = std::make_shared<Done>(std::move(done));
  run_.scheduler.after(timeout, [asker] {
    if (const Done waiting = std::exchange(*asker, nullptr)) waiting({});
  });
  const std::optional<Fault> fault = run_.faults.at(Site::request);
  note(fault);
  if (requests_cut_until_ > run_.now()) return;
  if (fault && fault->kind == FaultKind::drop) return;
  Time delay = latency();
  if (fault && fault->kind == FaultKind::delay) delay += fault->amount;
  const bool twice = fault && fault->kind == FaultKind::twice;
  if (twice) on_twice();
  for (int i = 0; i < (twice ? 2 : 1); ++i) {
    run_.scheduler.after(delay, [this, arrive, asker, fault] {
      if (std::optional<Answer> refused = refusal(fault)) return answer(*std::move(refused), asker);
      arrive([this, asker, fault](Answer given) {
        if (fault && fault->kind == FaultKind::fail_after) given = {.status = 500, .whole = true};
        answer(std::move(given), asker);
      });
    });
    delay += latency();
  }
}

// What is answered without looking at the request.
std::optional<Answer> Link::refusal(const std::optional<Fault>& fault) {
  const auto later = [](std::uint16_t status, Time span) {
    return Answer{.status = status, .whole = true, .retry_after = whole_seconds(span)};
  };
  if (storm_until_ > run_.now()) return later(503, storm_until_ - run_.now());
  if (!fault) return std::nullopt;
  if (fault->kind == FaultKind::busy) return later(429, fault->amount);
  if (fault->kind == FaultKind::hidden_error) return Answer{.status = 200, .whole = true};
  if (fault->kind != FaultKind::storm) return std::nullopt;
  storm_until_ = run_.now() + fault->amount;
  return later(503, fault->amount);
}

void Link::answer(Answer answer, const Asker& asker) {
  const std::optional<Fault> fault = run_.faults.at(Site::answer);
  note(fault);
  if (answers_cut_until_ > run_.now()) return;
  Time delay = latency();
  if (fault) {
    switch (fault->kind) {
      case FaultKind::drop: return;
      case FaultKind::delay: delay += fault->amount; break;
      case FaultKind::cut_body:
        answer.whole = false;
        answer.success = false;
        answer.rows.clear();
        answer.body.clear();
        answer.code.clear();
        break;
      case FaultKind::ignore_filter: {
        if (fault->amount % 2 == 0) answer.rows.clear();
        const auto others = foreign();
        answer.rows.insert(answer.rows.begin(), others.begin(), others.end());
        break;
      }
      default: break;
    }
  }
  run_.scheduler.after(delay, [asker, answer = std::move(answer)] {
    if (const Done waiting = std::exchange(*asker, nullptr)) waiting(answer);
  });
}

void Link::restore() {
  requests_cut_until_ = 0;
  answers_cut_until_ = 0;
  storm_until_ = 0;
}

}  // namespace vestibule::simulation::creation
