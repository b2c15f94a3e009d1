/// The world of the sync: Nue, a Salesforce org, the host between them and people on all sides.
/// Depends on: everything beside it.
#pragma once

#include "frame/run.hpp"
#include "world/host.hpp"
#include "world/judge.hpp"
#include "world/people.hpp"

namespace vestibule::simulation {

class SyncWorld {
 public:
  explicit SyncWorld(Run& run);

  Time start();
  Time calm();
  void rest() { judge_.rest(); }
  Time again();
  void rest_again() { judge_.rest_again(); }
  void look() { judge_.look(); }

 private:
  void suffer();
  void every_night();

  Run& run_;
  Clock clock_;
  Nue nue_;
  Org org_;
  Network network_;
  Host host_;
  Judge judge_;
  People people_;
};

}  // namespace vestibule::simulation
