#include "vestibule/lifecycle/stage.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace vestibule::lifecycle {
namespace {

bool before(const OrderFact& a, const OrderFact& b) {
  return std::tie(a.order.bytes, a.kind) < std::tie(b.order.bytes, b.kind);
}

std::ptrdiff_t activated(const std::vector<OrderFact>& facts) {
  return std::count_if(facts.begin(), facts.end(),
                       [](const OrderFact& fact) { return fact.kind == OrderKind::activated; });
}

}  // namespace

bool OrderFacts::add(const OrderFact& fact) {
  const auto place = std::lower_bound(facts_.begin(), facts_.end(), fact, before);
  if (place != facts_.end() && *place == fact) return false;
  facts_.insert(place, fact);
  return true;
}

bool OrderFacts::knows(const OrderFact& fact) const {
  return std::binary_search(facts_.begin(), facts_.end(), fact, before);
}

bool OrderFacts::any_activated() const { return activated(facts_) > 0; }

bool OrderFacts::any_later() const { return activated(facts_) > 0 && facts_.size() > 1; }

Stage stage_of(bool has_id, const OrderFacts& orders) {
  if (!has_id) return Stage::draft;
  if (!orders.any_activated()) return Stage::prospect;
  return orders.any_later() ? Stage::managed : Stage::active;
}

}  // namespace vestibule::lifecycle
