/// The rules: what must hold after every step, and what must hold once everything has come to rest. Knows what people did
/// by itself, and compares.
/// Depends on: world/nue, world/org, world/network, world/witness; audit/verify of the core.
#pragma once

#include <string>
#include <vector>

#include "vestibule/audit/verify.hpp"
#include "world/network.hpp"
#include "world/nue.hpp"
#include "world/org.hpp"
#include "world/witness.hpp"

namespace vestibule::simulation {

class Judge {
 public:
  /// Listens to both stores from now on.
  Judge(Run& run, Nue& nue, Org& org);

  /// L1 to L6, L15, L17, L20 to L22, for whatever changed since the last call.
  void look();
  /// L7 to L12, L18, L19, L23, L25: nothing is under way, and there is nothing left to do.
  void rest();
  /// L11, L12: everything was told again, and nothing came of it.
  void rest_again();

  void org_typed(OrgNumber number, std::size_t unit, const sync::Snapshot& before);
  /// A row that somebody has in a file. Only a transaction imports it, which is where L24 is asked.
  void will_import(const ImportRow& row) { imports_.push_back({row, {}, false}); }
  void import(const ImportRow& row, bool once_more);
  /// L17: what the process is about to ask of the org.
  void asked(const Request& request);
  void process_started() { process_began_ = run_.now(); }
  /// From now on times say nothing about each other.
  void clock_jumped() { clock_jumped_ = true; }
  /// An order that a customer placed, whether or not it was told yet.
  void ordered(const Order& order);
  [[nodiscard]] Witness& witness(const Key& key) {
    return key.entity == Entity::customer ? witnesses_[key.number] : contact_witnesses_[key.number];
  }

 private:
  void told(CustomerNumber customer, const lifecycle::Life& before, const lifecycle::Event& event);
  void changed(const Key& key, const std::vector<sync::Change>& changes, const sync::Snapshot& before, By by);
  void contact_tied(ContactNumber contact);
  void org_written(OrgNumber number, const std::vector<sync::Change>& changes);
  void look_at(CustomerNumber customer);
  void look_at_waiting(CustomerNumber customer, const lifecycle::Life& before);
  void overdue(CustomerNumber customer);
  void look_at_link(CustomerNumber customer, const lifecycle::Life& before, const lifecycle::Event& event);
  void rest_of(CustomerNumber customer);
  [[nodiscard]] std::string link_at_rest(CustomerNumber customer) const;
  void rest_of_contact(ContactNumber contact);
  /// L7 to L9 and L11, where both sides of the record may be compared.
  void rest_of_values(const Key& key);
  void rest_of_log();
  void rest_of_imports();
  void check(std::string_view rule);
  [[nodiscard]] std::string text_of_all() const;

  Run& run_;
  Nue& nue_;
  Org& org_;
  std::vector<Witness> witnesses_;
  std::vector<Witness> contact_witnesses_;
  std::vector<CustomerNumber> touched_;
  std::vector<Order> orders_;
  struct Import {
    ImportRow row;
    std::optional<CustomerNumber> customer;
    bool refused = false;  ///< when it was last tried
  };
  std::vector<Import> imports_;
  Time process_began_ = 0;
  bool clock_jumped_ = false;
  audit::Verifier verifier_;
  std::size_t verified_ = 0;  ///< bytes of the log
  struct {
    std::size_t bytes = 0;
    audit::Head head;
  } before_news_;              ///< where the log ended before its last lines
  std::uint64_t entries_ = 0;  ///< that the log should have
  std::string at_rest_;
};

}  // namespace vestibule::simulation
