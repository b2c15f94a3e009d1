/// The links between the host, the org and the service of orders. Everything that can go wrong on the way goes wrong here.
/// Depends on: world/org, frame/run.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "frame/run.hpp"
#include "vestibule/lifecycle/event.hpp"
#include "world/org.hpp"

namespace vestibule::simulation {

/// How long an asker waits for an answer.
inline constexpr Time answer_timeout = 10 * second;

struct Order {
  CustomerNumber customer = 0;
  lifecycle::Event event;
};

class Network {
 public:
  /// nullptr: there was no answer, and nobody knows whether there was a request.
  using Done = std::function<void(const Answer*)>;

  Network(Run& run, Org& org) : run_{run}, org_{org} {}

  void ask(const Request& request, Done done);
  /// Told once; may get lost.
  void send(const OrgEvent& event);
  /// Told until on_order() takes it.
  void send(const Order& order);

  /// Of the faults of Site::tick those that are about links and messages.
  void suffer(const Fault& fault);
  /// Everything works again.
  void restore();
  /// Every event and every order that was ever sent, once more.
  void replay_all();

  std::function<void(const OrgEvent&)> on_event;
  std::function<void(const Order&, std::function<void()> taken)> on_order;

 private:
  enum class Link : std::uint8_t { requests, answers, events, orders };
  /// An asker that waits; a second answer finds nobody.
  using Asker = std::shared_ptr<Done>;

  [[nodiscard]] bool is_cut(Link link) const { return cut_until_[static_cast<std::size_t>(link)] > run_.now(); }
  [[nodiscard]] Time latency() { return run_.chance.between(5, 200); }
  [[nodiscard]] std::optional<Answer> refusal(const std::optional<Fault>& fault);
  void arrive(const Request& request, const Asker& asker, const std::optional<Fault>& fault);
  void answer(Answer answer, const Asker& asker);
  void deliver(const OrgEvent& event, Time delay);
  void deliver(const Order& order, const std::shared_ptr<bool>& taken, Time delay);
  void forge(const OrgEvent& event, std::uint32_t amount);

  Run& run_;
  Org& org_;
  std::array<Time, 4> cut_until_{};
  Time storm_until_ = 0;
  std::vector<OrgEvent> events_;
  std::vector<Order> orders_;
};

}  // namespace vestibule::simulation
