/// What tabs, gateway and Nue say to each other.
/// Depends on: frame/scheduler, nue/answer of the core.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "frame/scheduler.hpp"
#include "vestibule/nue/answer.hpp"

namespace vestibule::simulation::creation {

/// Which answers somebody typed: a number stands for all of them.
using Answers = std::uint32_t;

enum class Ask : std::uint8_t {
  token,    ///< a form token
  post,     ///< the answers
  outcome,  ///< what became of a key
};

/// From a tab to the gateway.
struct Request {
  Ask ask{};
  std::string key{};
  std::string secret{};
  Answers answers = 0;
  std::uint64_t token_made = 0;  ///< by the gateway's clock
};

/// Of the gateway or of Nue. Without a status none came.
struct Answer {
  std::uint16_t status = 0;
  bool whole = false;    ///< the body is not cut
  bool success = false;  ///< of Nue: it says that what was asked for is done
  Time retry_after = 0;  ///< milliseconds, whole seconds; 0: no header
  std::string code{};    ///< of the gateway's problem
  std::string body{};    ///< of the gateway's final answers
  std::uint64_t token_made = 0;
  std::vector<nue::Row> rows{};  ///< of Nue
};

using Reply = std::function<void(Answer)>;

}  // namespace vestibule::simulation::creation
