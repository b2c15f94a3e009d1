/// Nue as far as a sign-up sees it: creates that know no request key, and a search that finds a record some time later.
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

class Nue {
 public:
  Nue(Run& run, Judge& judge);

  [[nodiscard]] Answer create(const Create& create);
  [[nodiscard]] Answer search(const std::string& token);
  /// Customers that no sign-up made.
  [[nodiscard]] std::vector<nue::Row> foreign() const;
  [[nodiscard]] std::vector<nue::Row> rows() const;

 private:
  struct Record {
    nue::Row row;
    Time visible = 0;
  };

  Run& run_;
  Judge& judge_;
  std::vector<Record> records_;
};

/// Nue takes no customer with these.
[[nodiscard]] inline bool is_refused(Answers answers) { return answers % 7 == 0; }

}  // namespace vestibule::simulation::creation
