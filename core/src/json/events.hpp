// JSON events under our limits. Internal: what reads a document implements Sink, and the parser is compiled once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/json/problem.hpp"

namespace vestibule::json {

enum class Scalar : std::uint8_t { null, boolean_true, boolean_false, number, string };

// Views are valid during the call; the literal of a number is a view of the text itself.
class Sink {
 public:
  virtual void scalar(Scalar kind, std::string_view text) = 0;
  virtual void key(std::string_view name) = 0;
  virtual void begin(bool object) = 0;
  virtual void end() = 0;
  // The member that was read last.
  [[nodiscard]] virtual std::string pointer() const = 0;
  // The record it belongs to.
  [[nodiscard]] virtual std::string row_pointer() const = 0;

 protected:
  Sink() = default;
  Sink(const Sink&) = default;
  Sink& operator=(const Sink&) = default;
  ~Sink() = default;
};

// Reads one document into `sink`; the answer is the first problem of the text, if it has one.
[[nodiscard]] std::optional<Problem> read(std::string_view text, std::size_t max_bytes, Sink& sink);

}  // namespace vestibule::json
