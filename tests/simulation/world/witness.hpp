/// What people did to one customer, and what has become of each edit: what the rules about values (L8 to L11, L15) are
/// checked against. The library knows nothing of it.
/// Depends on: world/values, frame/scheduler; sync/ledger of the core.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frame/scheduler.hpp"
#include "vestibule/lifecycle/life.hpp"
#include "vestibule/sync/ledger.hpp"
#include "world/values.hpp"

namespace vestibule::simulation {

/// What both sides agreed on last, blank where they never did; a logged write that was carried out is agreed on. `ours`: of
/// each side the version that a sync made last.
[[nodiscard]] sync::Snapshot agreed_by(const sync::Plan& of, const sync::Ledger& ledger,
                                       const std::array<std::uint64_t, 2>& ours);

class Witness {
 public:
  /// A customer or contact as it was made.
  Witness(Entity entity, const sync::Snapshot& first);

  /// A person changed a unit on one side from `before` to what `values` hold; `agreed` is what both sides agreed on
  /// last, `opposite` is the other side, where the customer is tied to one.
  void typed(sync::Side side, std::size_t unit, const std::string& before, const sync::Snapshot& values,
             const sync::Snapshot& agreed, const sync::Snapshot* opposite);

  /// A sync wrote to a side: what a person typed on the other one has arrived. Answers the rule this breaks, or "".
  [[nodiscard]] std::string_view written(sync::Side side, const std::vector<std::size_t>& units,
                                         const sync::Snapshot& values);

  /// A value went to the conflict log. `base` is what is agreed on from then on.
  [[nodiscard]] std::string_view lost(const sync::Conflict& conflict, const sync::Snapshot& base);

  /// From now on the customer is tied to an account, or the contact to one in Salesforce, with these values: whatever differs counts as typed.
  void tied(const sync::Snapshot& nue, const sync::Snapshot& org, const sync::Ledger& ledger, std::uint64_t nue_ours);

  /// A person erased the customer: nothing is due any more.
  void forget();

  /// Where both sides are at rest: "" or the rule an edit was lost against.
  [[nodiscard]] std::string_view open() const;

  /// What is due, for a reader of the log.
  [[nodiscard]] std::string due() const;

  [[nodiscard]] std::uint32_t edits() const { return edits_; }
  [[nodiscard]] std::uint32_t writes() const { return writes_; }

  lifecycle::Stage stage{};       ///< the furthest one seen
  Time waits_since = 0;           ///< that its account is due
  bool overdue = false;           ///< and somebody was told that it is for too long
  bool may_link_early = false;    ///< an account before an order has a reason (L2)
  std::set<std::size_t> blanked;  ///< a unit is emptied once, so that the blank is known by itself

 private:
  struct Unit {
    std::array<std::vector<std::string>, 2> due;  ///< by side: still to arrive on the other, or in the conflict log
    /// By side: the same on both by two hands, though no pass has agreed on it. Once one side is edited, the other one's may
    /// be in the conflict log, or not: that depends on whether a pass came in between, and nothing is lost either way. Laxer
    /// than L9, which knows no two people who type the same.
    std::array<std::vector<std::string>, 2> equal;
    std::array<std::set<std::string>, 2> typed;  ///< by side: everything that ever stood there by a person's hand
  };
  void add(sync::Side side, std::size_t unit, const std::string& value);

  const sync::Plan* plan_;
  std::vector<Unit> units_;
  std::uint32_t edits_ = 0;
  std::uint32_t writes_ = 0;
};

}  // namespace vestibule::simulation
