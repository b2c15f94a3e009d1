#include "clock_routes.hpp"

#include <memory>

#include "body.hpp"
#include "clock_store.hpp"
#include "metrics.hpp"

namespace vestibule::sandbox {
namespace {

// 1,000 years: what remains is judged by the time it leads to.
constexpr std::int64_t step_max = 31'536'000'000'000;

struct Wanted {
  std::optional<std::int64_t> skew;
  std::optional<bool> freeze;
  std::int64_t step = 0;
};

// Of the years that orders and their terms may lie in.
bool is_allowed(Milliseconds time) {
  static const Milliseconds first = from_iso("2000-01-01T00:00:00.000Z").value();
  static const Milliseconds last = from_iso("2899-12-31T00:00:00.000Z").value();
  return time >= first && time <= last;
}

ClockState changed(ClockState state, const Wanted& wanted, Milliseconds machine) {
  if (wanted.skew) {
    state.skew = *wanted.skew;
    if (state.frozen) state.frozen = machine + state.skew;
  }
  if (wanted.freeze && *wanted.freeze) state.frozen = time_of(state, machine);
  if (wanted.freeze && !*wanted.freeze && state.frozen) {
    state.skew = *state.frozen - machine;
    state.frozen.reset();
  }
  if (state.frozen) {
    *state.frozen += wanted.step;
  } else {
    state.skew += wanted.step;
  }
  return state;
}

std::string clock_text(const ClockState& state, Milliseconds machine) {
  const Milliseconds time = time_of(state, machine);
  return R"({"now":")" + to_iso(time) + R"(","frozen":)" + (state.frozen ? "true" : "false") +
         ",\"skew\":" + std::to_string(time - machine) + '}';
}

}  // namespace

Response read_clock(Repositories&, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  return success(200, clock_text(clock_state(), machine_now()));
}

void post_clock(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader reader{*json, "", problems};
  Wanted wanted;
  wanted.skew = reader.whole("skew", Need::optional, -step_max, step_max);
  wanted.freeze = reader.boolean("freeze");
  wanted.step = reader.whole("step", Need::optional, -step_max, step_max).value_or(0);
  reader.finish();
  if (!problems.empty()) return answer(failure(problems.problem()));
  const auto state = std::make_shared<ClockState>();
  write(
      store,
      [wanted, state](Repositories& repositories, Response& response) {
        const Milliseconds machine = machine_now();
        const ClockState before = stored_clock(repositories.settings);
        *state = changed(before, wanted, machine);
        const Milliseconds time = time_of(*state, machine);
        if (!is_allowed(time)) {
          *state = before;
          response = failure(400, "INVALID_FIELD_VALUE", "the clock would leave the years 2000 to 2899");
          return false;
        }
        store_clock(repositories.settings, *state);
        if (day_of(time) != day_of(time_of(before, machine))) recompute_metrics(repositories, day_of(time), time);
        response = success(200, clock_text(*state, machine));
        return true;
      },
      [answer, state](Response response) {
        if (response.status < 300) set_clock(*state);
        answer(std::move(response));
      });
}

}  // namespace vestibule::sandbox
