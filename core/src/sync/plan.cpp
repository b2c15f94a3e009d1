#include "vestibule/sync/plan.hpp"

#include "vestibule/catalogue/presentation.hpp"

namespace vestibule::sync {
namespace {

using catalogue::Field;
using catalogue::SyncClass;

bool travels(Field field) {
  const SyncClass sync_class = catalogue::sync_class(field);
  return sync_class != SyncClass::link && sync_class != SyncClass::local &&
         !catalogue::presentation(field).salesforce.empty();
}

}  // namespace

Plan plan_of(catalogue::Entity entity) {
  Plan plan;
  const catalogue::FieldRange range = catalogue::fields_of(entity);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto field = static_cast<Field>(i);
    if (!travels(field)) continue;
    const SyncClass sync_class = catalogue::sync_class(field);
    const bool joins = sync_class == SyncClass::address && !plan.fields.empty() &&
                       catalogue::sync_class(plan.fields.back()) == SyncClass::address &&
                       catalogue::presentation(plan.fields.back()).group == catalogue::presentation(field).group;
    if (joins) {
      ++plan.units.back().count;
    } else {
      plan.units.push_back(
          {sync_class, static_cast<std::uint16_t>(plan.fields.size()), 1, catalogue::info(field).required});
    }
    plan.fields.push_back(field);
  }
  return plan;
}

}  // namespace vestibule::sync
