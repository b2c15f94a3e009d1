// Takes a line of the log apart, byte by byte as append() writes it. Internal to audit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vestibule::audit {

// Views into the line; texts as they stand, escapes included.
struct Line {
  std::string_view because;  // "" where there is none
  std::string_view customer;
  std::string_view event;  // the JSON object; "" where there is none
  std::string_view hash;
  std::string_view outcome;
  std::string_view prev;
  std::uint64_t seq = 0;
  std::string_view before_hash;  // the line up to its member hash, and from there on
  std::string_view after_hash;
};

[[nodiscard]] std::optional<Line> read_line(std::string_view text);

}  // namespace vestibule::audit
