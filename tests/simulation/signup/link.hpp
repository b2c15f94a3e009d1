/// The way between somebody who asks and somebody who answers. Everything that can go wrong on it goes wrong here.
/// Depends on: signup/messages, frame/run.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "frame/run.hpp"
#include "signup/messages.hpp"

namespace vestibule::simulation::creation {

class Link {
 public:
  /// What arrives is carried out, once or twice, and answered by calling the Reply, at once or later.
  using Arrive = std::function<void(Reply)>;
  /// Called once: with an empty Answer where none came in time.
  using Done = std::function<void(const Answer&)>;

  Link(Run& run, std::string_view name) : run_{run}, name_{name} {}

  void ask(Time timeout, Arrive arrive, Done done);

  void cut_requests(Time span) { requests_cut_until_ = run_.now() + span; }
  void cut_answers(Time span) { answers_cut_until_ = run_.now() + span; }
  /// Everything works again.
  void restore();

  /// Rows nobody asked for, for an answer that ignores the filter.
  std::function<std::vector<nue::Row>()> foreign = [] { return std::vector<nue::Row>{}; };
  /// A request goes over the link twice.
  std::function<void()> on_twice = [] {};

 private:
  using Asker = std::shared_ptr<Done>;

  [[nodiscard]] Time latency() { return run_.chance.between(5, 200); }
  [[nodiscard]] std::optional<Answer> refusal(const std::optional<Fault>& fault);
  void note(const std::optional<Fault>& fault);
  void answer(Answer answer, const Asker& asker);

  Run& run_;
  std::string_view name_;
  Time requests_cut_until_ = 0;
  Time answers_cut_until_ = 0;
  Time storm_until_ = 0;
};

}  // namespace vestibule::simulation::creation
