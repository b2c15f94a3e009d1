/// The name somebody probably meant by one that does not exist.
/// Depends on: text/ascii, limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vestibule::text {

/// Is offered names one after the other and keeps the nearest: the same letters in another case, or at most two typing
/// mistakes away (a letter more, less, another, or two swapped); of equals the first. Names under four characters are
/// near everything, so for them only another case counts.
///
/// Limits  names over 64 bytes are not looked at
/// Cost    of an offer: linear for most names, the product of both lengths for those of nearly the same letters
class Closest {
 public:
  explicit Closest(std::string_view wanted);

  /// True when it is the nearest so far.
  bool offer(std::string_view name);

  /// "" when nothing was near. A view of what was offered.
  [[nodiscard]] std::string_view best() const { return best_; }

 private:
  std::string_view wanted_;
  std::string_view best_;
  std::size_t fewest_;     // mistakes: only less is nearer
  std::uint32_t letters_;  // that occur in wanted_, a bit each
};

}  // namespace vestibule::text
