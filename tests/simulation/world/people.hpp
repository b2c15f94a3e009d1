/// Everybody who does something: customers and staff who edit either side, orders, operators. All of it is drawn from the
/// seed before the run begins, so that a fault changes what comes of it and not what people do.
/// Depends on: world/host, world/judge, world/network, world/org.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world/host.hpp"
#include "world/judge.hpp"
#include "world/network.hpp"
#include "world/org.hpp"

namespace vestibule::simulation {

enum class Act : std::uint8_t {
  make_customer,
  edit_nue,
  edit_org,
  edit_both,   ///< one unit on both sides, within a second
  edit_badly,  ///< a value that Salesforce will not take
  order,
  later_order,  ///< a change, a renewal, a cancellation
  push_draft,
  change_mode,
  make_account,
  merge,
  remove,
  undelete,
  purge,
  relink,
  release,
  erase,
  // In some runs, besides.
  import_file,
  merge_in_circle,
  // Of contacts, in most runs.
  make_contact,
  edit_contact,
  edit_contact_in_org,
  edit_contact_on_both,  ///< one unit on both sides, within a second
  make_contact_in_org,
  remove_contact,
  undelete_contact,
  purge_contact,
};

struct Deed {
  Time gap = 0;  ///< since the one before
  Act act{};
  std::uint32_t who = 0, what = 0, how = 0;  ///< any numbers; what they choose depends on what is there
};

/// Of contacts: `deed.gap` after another deed, so that both fall together.
struct ContactDeed {
  std::uint32_t after = 0;  ///< its place among those
  Deed deed;
};

class People {
 public:
  People(Run& run, Host& host, Org& org, Network& network, Judge& judge);

  /// Schedules everything; `between` runs after each deed. Answers how long it takes.
  Time start(const std::function<void()>& between);
  /// An operator mends what Salesforce refused, and releases it.
  void mend_all();
  /// Every file that was imported, from its beginning. Once more than that: but for rows that were refused, whose account may
  /// be nobody's by now.
  void import_all(bool once_more);

 private:
  void draw_besides(Random& random);
  void draw_contacts(Random& random);
  void perform(const Deed& deed);
  [[nodiscard]] CustomerNumber customer_of(const Deed& deed) const;
  [[nodiscard]] std::optional<OrgNumber> account_of(const Deed& deed) const;
  [[nodiscard]] std::optional<OrgNumber> any_account(std::uint32_t number, OrgRow::State state) const;
  /// What is typed into a unit that holds `values` now.
  [[nodiscard]] std::vector<sync::Change> typing(const Deed& deed, char side, const Key& key, std::size_t unit);
  [[nodiscard]] std::string next_value(char side);

  void make_customer(const Deed& deed);
  void edit_nue(const Deed& deed);
  void edit_org(const Deed& deed);
  void edit_badly(const Deed& deed);
  void order(const Deed& deed);
  void change_accounts(const Deed& deed);
  void operate(const Deed& deed);
  void tell(CustomerNumber customer, const lifecycle::Event& event);
  void import_file(const Deed& deed);
  void import_row(std::size_t file, std::size_t row);
  void merge_in_circle(const Deed& deed);
  void change_contacts(const Deed& deed);
  void make_contact(const Deed& deed);
  void edit_contact(const Deed& deed);
  void edit_contact_in_org(const Deed& deed);
  void change_contacts_in_org(const Deed& deed);
  [[nodiscard]] std::optional<OrgNumber> contact_in_org(const Deed& deed, OrgRow::State state) const;

  Run& run_;
  Host& host_;
  Org& org_;
  Network& network_;
  Judge& judge_;
  std::vector<Deed> deeds_;
  std::vector<Deed> besides_;  ///< each `gap` parts of a thousand of the whole time after the beginning
  std::vector<ContactDeed> contacts_;
  std::vector<std::vector<ImportRow>> files_;
  std::uint32_t values_ = 0;  ///< typed so far
  std::uint32_t orders_ = 0;
  std::uint32_t legacy_ids_ = 0;
  bool once_more_ = false;
};

}  // namespace vestibule::simulation
