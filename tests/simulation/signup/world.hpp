/// The world of the sign-up: tabs, the gateway, and Nue.
/// Depends on: everything beside it.
#pragma once

#include "frame/run.hpp"
#include "signup/people.hpp"

namespace vestibule::simulation {

class SignupWorld {
 public:
  explicit SignupWorld(Run& run);

  Time start();
  Time calm();
  void rest();
  Time again();
  void rest_again();
  void look() {}

 private:
  void every_minute();
  void suffer(const Fault& fault);

  Run& run_;
  Clock clock_;
  gateway::Policy policy_;
  creation::Judge judge_;
  creation::Nue nue_;
  creation::Link to_nue_;
  creation::Link to_gateway_;
  creation::Office office_;
  creation::Gateway gateway_;
  creation::Witness witness_;
  creation::Street street_;
  creation::People people_;
  bool is_calm_ = false;
  std::size_t made_ = 0;
};

}  // namespace vestibule::simulation
