/// A route: a method, a path and what answers it.
/// Depends on: control, envelope, http_limits, query, store.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "control.hpp"
#include "envelope.hpp"
#include "http_limits.hpp"
#include "query.hpp"
#include "store.hpp"

namespace vestibule::sandbox {

/// Called once, on any thread. For a write only after its commit.
using Answer = std::function<void(Response)>;

struct Call;
using ReadHandler = Response (*)(Repositories&, const Call&);
using ControlHandler = Response (*)(Control&, std::string_view body);
using WriteHandler = void (*)(Store&, const Call&, std::string_view body, const Answer&);

struct Route {
  /// "PATCH /customers/{customerId}": the method, and a path whose segments are text, an id in braces, or an id and the
  /// text that follows it. Also the route's name in the log.
  std::string_view name;
  ReadHandler read = nullptr;        ///< of a GET
  WriteHandler write = nullptr;      ///< of a method with a body
  ControlHandler control = nullptr;  ///< of either, where more than the store is needed; runs apart, see Control
  std::size_t body_max = limits::body_max_bytes;
};

/// A request whose head is settled. Owns its text: the head's bytes are gone when the body arrives.
struct Call {
  const Route* route = nullptr;
  std::vector<std::string> ids;  ///< of the path, in their order, decoded and not yet checked
  std::vector<Parameter> parameters;
};

/// Runs `work` on the writer's thread and answers with what it leaves in its Response, once that is on the disk.
/// `work` says whether to keep what it did.
void write(Store& store, std::function<bool(Repositories&, Response&)> work, const Answer& answer);

/// The refusal of parameters on a path that takes none.
[[nodiscard]] Response no_parameters();

}  // namespace vestibule::sandbox
