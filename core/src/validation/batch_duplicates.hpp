// Rows of a batch that repeat an earlier one. Internal to validation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/limits.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {

// Texts by the row that first had them, at most one a row: a hash table that is never more than half full, so that a batch
// takes linear time.
class FirstRows {
 public:
  // The earlier row with this text; nothing when this row is the first one.
  [[nodiscard]] std::optional<std::size_t> find_or_add(std::string text, std::size_t row);

 private:
  static constexpr std::size_t slot_count = 512;
  static_assert(slot_count >= 2 * limits::batch_max_rows && (slot_count & (slot_count - 1)) == 0);

  struct Entry {
    std::string text;
    std::size_t row;
  };

  std::vector<Entry> entries_;
  std::array<std::uint16_t, slot_count> slots_{};  // the place of an entry + 1; 0: free
};

class BatchDuplicates {
 public:
  // Adds a warning to an accepted row that is like an earlier one in every value, or has its e-mail address; a row with the
  // same name alone is nothing unusual. `pointer` is that of the row.
  void judge(std::size_t row, std::string_view pointer, CheckResult& result);

 private:
  FirstRows rows_;
  FirstRows emails_;
};

}  // namespace vestibule::validation
