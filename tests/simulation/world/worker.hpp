/// One worker of the host: takes a customer or contact whose sync is due, under a lease, and does what the customer's life asks
/// for: has the account or contact made, follows what became of the account, or runs the core's pass.
/// Depends on: world/nue, world/reading, sync/contact and sync/pass of the core.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "vestibule/sync/pass.hpp"
#include "world/nue.hpp"
#include "world/reading.hpp"

namespace vestibule::simulation {

class Host;

class Worker {
 public:
  explicit Worker(Host& host) : host_{host} {}

  /// Takes the first task that is due, or sleeps until there is one.
  void look_for_work();

 private:
  enum class End : std::uint8_t { done, later, held };

  struct Job {
    Key key;
    std::uint32_t epoch = 0;
    std::uint32_t asked = 0;
    ids::SalesforceId tie;  ///< the account or contact the job is about, where there is one
    sync::Pass pass;
    std::deque<sync::Effect> effects;
    sync::Event answer;    ///< of a transaction, to the pass
    Time retry_after = 0;  ///< that the org asked for
  };

  void sleep(Time delay);
  void take(const Key& key);
  void begin();
  void end(End how);
  void later(const Understood& understood);
  [[nodiscard]] const Record& record() const;
  /// Of the customer, a contact's too.
  [[nodiscard]] const lifecycle::Life& life() const;
  [[nodiscard]] bool is_contact() const { return job_.key.entity == Entity::contact; }
  /// Whether the lease is ours still; asked in a transaction before anything is stored.
  [[nodiscard]] bool leads() const;

  // The account or contact is made.
  [[nodiscard]] bool may_make() const;
  void make();
  void made(const OrgRecord& record);

  // What became of the account.
  void look();
  void seen(const OrgRecord* record);
  void follow(const ids::SalesforceId& winner);
  void merged();
  void tell(const lifecycle::Event& event);

  // The pass.
  void start_pass();
  void step(const sync::Event& event);
  void carry_out(sync::Effect effect);
  void read_nue();
  void read_org();
  void store();
  void write_nue();
  void write_org();
  void unreachable(const Understood& understood);
  /// Asked again before each write, because the link may have changed since the pass began (L17).
  [[nodiscard]] bool may_go_on() const;

  Host& host_;
  bool busy_ = false;
  Time wakes_at_ = 0;  ///< 0: does not sleep
  Job job_;
};

}  // namespace vestibule::simulation
