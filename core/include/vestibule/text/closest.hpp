/// The name somebody probably meant by one that does not exist.
/// Depends on: text/ascii, limits.
#pragma once

#include <cstddef>
#include <string_view>

namespace vestibule::text {

/// Is offered names one after the other and keeps the nearest: the same letters in another case, or at most two typing
/// mistakes away (a letter more, less, another, or two swapped); of equals the first. Names under four characters are
/// near everything, so for them only another case counts.
///
/// Limits  names over 64 bytes are not looked at
/// Cost    of an offer: the product of both lengths
class Closest {
 public:
  explicit Closest(std::string_view wanted) : wanted_{wanted}, fewest_{wanted.size() < 4 ? std::size_t{1} : 3} {}

  /// True when it is the nearest so far.
  bool offer(std::string_view name);

  /// "" when nothing was near. A view of what was offered.
  [[nodiscard]] std::string_view best() const { return best_; }

 private:
  std::string_view wanted_;
  std::string_view best_;
  std::size_t fewest_;  // mistakes: only less is nearer
};

}  // namespace vestibule::text
