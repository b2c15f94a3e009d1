/// The faults that were asked for, with what they have counted: a count is stored before its fault strikes, so that after
/// a SIGKILL no fault strikes twice.
/// Depends on: database, fault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"
#include "fault.hpp"

namespace vestibule::sandbox {

class FaultStore {
 public:
  explicit FaultStore(Database& database);

  /// Puts a list in the place of the one before; counts begin at 0.
  void replace(const std::vector<Fault>& faults);

  /// Whether one of the list is about what has this name.
  [[nodiscard]] bool concerns(std::string_view name, bool sync);

  /// The fault that what has this name meets now: the first in the list whose turn it is. Those before it count it as
  /// passed, those behind it never see it.
  [[nodiscard]] std::optional<Fault> meet(std::string_view name, bool sync);

  /// A JSON array; `passed` and `met` are what each has counted.
  [[nodiscard]] std::string list();

 private:
  struct Counted {
    std::int64_t place = 0;
    Fault fault;
    std::int64_t passed = 0;
    std::int64_t met = 0;
  };
  [[nodiscard]] std::vector<Counted> all();
  void count(const Counted& counted);

  Statement all_, clear_, add_, count_;
};

void prepare_fault_store(Database& database);

}  // namespace vestibule::sandbox
