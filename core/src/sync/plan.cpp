#include "vestibule/sync/plan.hpp"

#include <algorithm>
#include <iterator>

#include "vestibule/catalogue/presentation.hpp"

namespace vestibule::sync {
namespace {

using catalogue::Field;
using catalogue::SyncClass;

bool has_counterpart(Field field) {
  const SyncClass sync_class = catalogue::sync_class(field);
  return sync_class != SyncClass::link && sync_class != SyncClass::local &&
         !catalogue::presentation(field).salesforce.empty();
}

bool in_one_address(Field a, Field b) {
  return catalogue::sync_class(a) == SyncClass::address && catalogue::sync_class(b) == SyncClass::address &&
         catalogue::presentation(a).group == catalogue::presentation(b).group;
}

}  // namespace

Plan plan_of(catalogue::Entity entity, const profile::Profile* tenant) {
  Plan plan;
  const catalogue::FieldRange range = catalogue::fields_of(entity);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto field = static_cast<Field>(i);
    if (!has_counterpart(field)) continue;
    if (!plan.fields.empty() && in_one_address(plan.fields.back(), field)) {
      ++plan.units.back().count;
    } else {
      const SyncClass sync_class = tenant == nullptr ? catalogue::sync_class(field) : tenant->sync_class(field);
      plan.units.push_back(
          {sync_class, static_cast<std::uint16_t>(plan.fields.size()), 1, catalogue::info(field).required});
    }
    plan.fields.push_back(field);
  }
  return plan;
}

const Unit& unit_at(const Plan& plan, std::size_t place) {
  return *std::prev(std::upper_bound(plan.units.begin(), plan.units.end(), place,
                                     [](std::size_t wanted, const Unit& unit) { return wanted < unit.first; }));
}

}  // namespace vestibule::sync
