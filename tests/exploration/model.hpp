/// What can happen next in the small world, for the search.
/// Depends on: host, search.
#pragma once

#include <string>
#include <string_view>

#include "host.hpp"

namespace vestibule::exploration {

class Model {
 public:
  using State = World;

  explicit Model(const World& first) : first_{first} {}

  [[nodiscard]] const World& first() const { return first_; }
  [[nodiscard]] std::string encode(const World& world) const { return exploration::encode(world); }
  [[nodiscard]] World decode(std::string_view bytes) const { return exploration::decode(bytes); }
  [[nodiscard]] std::string broken(const World& world) const { return exploration::broken(world); }

  /// Calls visit(label, World) for everything that can happen.
  template <class Visit>
  void successors(const World& world, Visit visit) const {
    World next = world;
    for (const Move& move : moves()) {
      for (std::size_t first = 0; first < move.first_count; ++first) {
        for (std::size_t second = 0; second < move.second_count; ++second) {
          if (!move.make(next, first, second)) continue;
          visit(move.label, next);
          next = world;
        }
      }
    }
  }

 private:
  struct Move {
    const char* label;
    std::size_t first_count, second_count;                        ///< what it is about: customers, accounts, fields
    bool (*make)(World&, std::size_t first, std::size_t second);  ///< false: cannot happen, nothing changed
  };
  static const std::vector<Move>& moves();

  World first_;
};

/// A customer tied to its account, both sides equal: for everything about values.
[[nodiscard]] World linked_world(const Budget& budget);
/// The same, and an account of nobody's that the other one may be merged into.
[[nodiscard]] World merging_world(const Budget& budget);
/// Two customers that were just made: for everything about links.
[[nodiscard]] World new_world(const Budget& budget);

}  // namespace vestibule::exploration
