/// What happens when: actions in the order of their time, those of one time in the order they were asked for.
/// Depends on: nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace vestibule::simulation {

/// Milliseconds since the run began, by a clock that nothing disturbs.
using Time = std::uint64_t;

inline constexpr Time second = 1000;
inline constexpr Time minute = 60 * second;
inline constexpr Time hour = 60 * minute;
inline constexpr Time day = 24 * hour;

class Scheduler {
 public:
  using Action = std::function<void()>;

  [[nodiscard]] Time now() const { return now_; }

  void after(Time delay, Action action) {
    items_.push_back({now_ + delay, next_number_++, std::move(action)});
    std::push_heap(items_.begin(), items_.end(), later);
  }

  /// Does the next thing, and moves the time to it; false where nothing is left until `end`, which it is then.
  bool step(Time end) {
    if (items_.empty() || items_.front().time > end) {
      now_ = std::max(now_, end);
      return false;
    }
    std::pop_heap(items_.begin(), items_.end(), later);
    const Item item = std::move(items_.back());
    items_.pop_back();
    now_ = item.time;
    item.action();
    return true;
  }

 private:
  struct Item {
    Time time = 0;
    std::uint64_t number = 0;
    Action action;
  };
  static bool later(const Item& a, const Item& b) { return a.time != b.time ? a.time > b.time : a.number > b.number; }

  std::vector<Item> items_;
  std::uint64_t next_number_ = 0;
  Time now_ = 0;
};

}  // namespace vestibule::simulation
