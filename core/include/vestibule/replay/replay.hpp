/// A flight record repeated: every event of a machine again, and whether it leads to the states and effects it led to then.
/// Depends on: json/problem, and every machine that can be recorded.
///
/// A record is NDJSON:
///   {"v":1,"machine":"signup","build":"0.1.0","state":{...}}   state: where the first step begins; absent: the initial one
///   {"event":{...},"state":{...},"effects":[...],...}          one line a step, as the machine writes its values
/// A step is repeated when its line is the same, byte for byte (C20).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::replay {

enum class Fault : std::uint8_t {
  syntax,   ///< not a line of a record, or one cut off
  version,  ///< a record of another version
  machine,  ///< of a machine that is not known
  event,    ///< not an event of this machine
  differs,  ///< the event leads elsewhere than the line says
};

[[nodiscard]] std::string_view to_string(Fault fault);

struct Machine;

class Replay {
 public:
  /// Takes one line without its line feed, the head first. After a fault nothing more is read.
  ///
  /// Limits  limits::life_max_bytes a line
  std::optional<Fault> add(std::string_view line);

  /// Lines of a record, the last one with its line feed too.
  std::optional<Fault> add_all(std::string_view record);

  /// "" until the head was read.
  [[nodiscard]] std::string_view machine() const;
  [[nodiscard]] const std::string& build() const { return build_; }
  /// Repeated so far.
  [[nodiscard]] std::size_t steps() const { return steps_; }
  /// The line that should have been, after `differs`.
  [[nodiscard]] const std::string& repeated() const { return repeated_; }

 private:
  std::optional<Fault> begin(std::string_view line);
  std::optional<Fault> step(std::string_view line);

  const Machine* machine_ = nullptr;
  std::string build_;
  std::string state_;
  std::size_t steps_ = 0;
  std::string repeated_;
  std::optional<Fault> fault_;
};

}  // namespace vestibule::replay
