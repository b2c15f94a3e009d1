#include "state_routes.hpp"

#include <optional>

#include "body.hpp"
#include "clock_store.hpp"

namespace vestibule::sandbox {
namespace {

Response done(const StateFiles& files) {
  Database nue{files.nue};
  Settings settings{nue};
  set_clock(stored_clock(settings));
  return success(200, "null");
}

// While it lives, neither the sync nor anybody who writes to nue.db has begun a step.
struct Paused {
  explicit Paused(Control& control) : sync{control.pause_sync()}, writes{control.pause_writes()} {}

  std::unique_lock<std::mutex> sync;
  std::unique_lock<std::mutex> writes;
};

}  // namespace

Response read_export(Control& control, std::string_view) {
  const auto paused = control.pause_sync();
  return success(200, export_state(control.files));
}

Response post_import(Control& control, std::string_view body) {
  std::optional<Paused> paused;
  std::string problem;
  try {
    problem = import_state(control.files, body, [&] { paused.emplace(control); });
  } catch (const StoreError& error) {
    problem = std::string{"the rows do not fit together: "} + error.what();
  }
  return problem.empty() ? done(control.files) : failure(400, "INVALID_STATE", problem);
}

Response post_reset(Control& control, std::string_view body) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json || !json->empty()) return failure(400, "INVALID_BODY", "a reset takes no members");
  const Paused paused{control};
  reset_state(control.files);
  return done(control.files);
}

}  // namespace vestibule::sandbox
