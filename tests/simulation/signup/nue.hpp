/// Nue as far as a sign-up sees it: creates that know no request key, and a search that finds a record some time later. Of two
/// contacts with one e-mail it takes the first; in half of the runs it only sees that once a search would find it.
/// Depends on: signup/judge, signup/messages, frame/run.
#pragma once

#include <string>
#include <vector>

#include "frame/run.hpp"
#include "signup/judge.hpp"
#include "signup/messages.hpp"

namespace vestibule::simulation::creation {

/// A create as the gateway sent it.
struct Create {
  std::string token;
  Answers answers = 0;
  Time recorded = 0;  ///< when the gateway had it on its disk, by the true clock
};

/// A contact under a customer, as the gateway sent it.
struct ContactCreate {
  std::string key;  ///< of its intent
  std::string owner;
  Answers answers = 0;
  Time recorded = 0;
};

class Nue {
 public:
  Nue(Run& run, Judge& judge);

  [[nodiscard]] Answer create(const Create& create);
  [[nodiscard]] Answer search(const std::string& token);
  [[nodiscard]] Answer create_contact(const ContactCreate& create);
  /// The contacts with an e-mail, each marked with its customer.
  [[nodiscard]] Answer search_contacts(const std::string& email);
  /// "" where the record is no contact.
  [[nodiscard]] std::string email_of(const std::string& id) const;
  /// Customers that no sign-up made.
  [[nodiscard]] std::vector<nue::Row> foreign() const;
  [[nodiscard]] std::vector<nue::Row> rows() const;
  [[nodiscard]] std::vector<nue::Row> contacts() const;

 private:
  struct Record {
    nue::Row row;
    Time visible = 0;
    std::string email{};  // of a contact
  };

  [[nodiscard]] Time visible_from_now();
  [[nodiscard]] bool has_contact(const std::string& email) const;

  Run& run_;
  Judge& judge_;
  std::vector<Record> records_;
  std::vector<Record> contacts_;
  bool unique_at_once_;
};

/// Nue takes no customer with these.
[[nodiscard]] inline bool is_refused(Answers answers) { return answers % 7 == 0; }
/// Nor a contact with these.
[[nodiscard]] inline bool is_contact_refused(Answers answers) { return answers % 11 == 0; }

/// The e-mail of the contact that the answers name: mostly one of its own, sometimes one that others have, or that of a contact
/// who was there before; "" where they name nobody.
[[nodiscard]] std::string contact_in(Answers answers);

}  // namespace vestibule::simulation::creation
