#include "vestibule/catalogue/sync_class.hpp"

#include <iterator>

namespace vestibule::catalogue {
namespace {

constexpr SyncClass classes[] = {
#define VESTIBULE_FIELD_SYNC(enumerator, sync_class) SyncClass::sync_class,
#include "vestibule/generated/sync.inc"
#undef VESTIBULE_FIELD_SYNC
};
static_assert(std::size(classes) == field_count, "one class per field, in the order of the fields");

constexpr std::string_view names[] = {"system", "link", "profile", "address", "billing", "metrics", "local"};

}  // namespace

SyncClass sync_class(Field field) { return classes[index(field)]; }

std::string_view to_string(SyncClass sync_class) { return names[static_cast<std::size_t>(sync_class)]; }

}  // namespace vestibule::catalogue
