#include "vestibule/catalogue/picklist.hpp"

#include "vestibule/text/ascii.hpp"

namespace vestibule::catalogue {
namespace {

struct Value {
  Picklist list;
  std::string_view text;
};

constexpr Value values[] = {
#define VESTIBULE_PICKLIST(enumerator, name, open)
#define VESTIBULE_PICKLIST_VALUE(enumerator, value) {Picklist::enumerator, value},
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
};

constexpr bool open_lists[] = {
    false,
#define VESTIBULE_PICKLIST(enumerator, name, open) open,
#define VESTIBULE_PICKLIST_VALUE(enumerator, value)
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
};

}  // namespace

bool is_open(Picklist list) { return open_lists[static_cast<std::size_t>(list)]; }

std::string_view find_value(Picklist list, std::string_view value) {
  for (const Value& candidate : values) {
    if (candidate.list == list && text::equals_ignoring_case(candidate.text, value)) return candidate.text;
  }
  return {};
}

std::string joined_values(Picklist list) {
  std::string joined;
  for (const Value& candidate : values) {
    if (candidate.list != list) continue;
    if (!joined.empty()) joined += ", ";
    joined += candidate.text;
  }
  return joined;
}

}  // namespace vestibule::catalogue
