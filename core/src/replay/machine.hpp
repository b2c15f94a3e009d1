// A machine as a flight record sees it: texts in, texts out. Internal to replay.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vestibule::replay {

struct Repeated {
  std::string state;
  std::string done;  // the other members of the line: "effects":[...] and what else the machine writes
};

struct Machine {
  std::string_view name;
  std::string_view initial;  // state
  // Nothing for what is no state or no event.
  std::optional<Repeated> (*step)(std::string_view state, std::string_view event);
};

// nullptr when there is none of this name.
[[nodiscard]] const Machine* find_machine(std::string_view name);

}  // namespace vestibule::replay
