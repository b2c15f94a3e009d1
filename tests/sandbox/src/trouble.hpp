/// What a fault does to one request and its answer, as the network carries it out.
/// Depends on: envelope, fault.
#pragma once

#include <chrono>
#include <optional>

#include "envelope.hpp"
#include "fault.hpp"

namespace vestibule::sandbox {

struct Trouble {
  enum class Delivery {
    whole,
    cut,      ///< the head and half of the body, then the connection is closed
    nothing,  ///< the connection is closed without a byte
    page,     ///< whole, but the body is a page of HTML, as a proxy makes one
  };
  std::chrono::milliseconds before_work{0};
  bool works = true;               ///< false: nothing is carried out
  std::optional<Response> answer;  ///< in place of the true one
  std::chrono::milliseconds before_answer{0};
  Delivery delivery{};
};

/// Of a fault that is none of the sync's.
[[nodiscard]] Trouble trouble_of(const Fault& fault);

}  // namespace vestibule::sandbox
