/// The shortest list that still fails, by delta debugging: leaves out halves, then quarters, then single items.
/// Depends on: nothing. Source: A. Zeller, R. Hildebrandt, Simplifying and Isolating Failure-Inducing Input (ddmin).
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace vestibule::simulation {

/// Where `fails(items)` holds, a part of them for which it holds too and that no single item can be taken from.
/// Cost: fails() is called at most about size^2 times, mostly size * log(size).
template <class Item, class Fails>
[[nodiscard]] std::vector<Item> shrink(std::vector<Item> items, Fails fails) {
  if (fails(std::vector<Item>{})) return {};
  for (std::size_t size = (items.size() + 1) / 2; size > 0;) {
    bool smaller = false;
    for (std::size_t first = 0; first < items.size();) {
      const std::size_t end = std::min(first + size, items.size());
      std::vector<Item> rest{items.begin(), items.begin() + static_cast<std::ptrdiff_t>(first)};
      rest.insert(rest.end(), items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
      if (fails(rest)) {
        items = std::move(rest);
        smaller = true;
      } else {
        first = end;
      }
    }
    if (size == 1 && !smaller) break;
    if (!smaller || size > items.size()) size = size > 1 ? size / 2 : 1;
  }
  return items;
}

}  // namespace vestibule::simulation
