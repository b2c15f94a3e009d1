#include "vestibule/catalogue/presentation.hpp"

namespace vestibule::catalogue {
namespace {

constexpr Presentation presentations[] = {
#define VESTIBULE_FIELD_PRESENTATION(enumerator, salesforce, autocomplete, inputmode, group, label, doc) \
  Presentation{salesforce, autocomplete, inputmode, group, label, doc},
#include "vestibule/generated/presentation.inc"
#undef VESTIBULE_FIELD_PRESENTATION
};
static_assert(std::size(presentations) == field_count, "one presentation per field, in the order of the fields");

}  // namespace

const Presentation& presentation(Field field) { return presentations[index(field)]; }

}  // namespace vestibule::catalogue
