#include "vestibule/catalogue/picklist.hpp"

#include <array>

#include "vestibule/text/ascii.hpp"

namespace vestibule::catalogue {
namespace {

// All lists, one behind the other, each in its own order.
constexpr std::string_view values[] = {
#define VESTIBULE_PICKLIST(enumerator, name, open)
#define VESTIBULE_PICKLIST_VALUE(enumerator, value) value,
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
};

constexpr Picklist value_owners[] = {
#define VESTIBULE_PICKLIST(enumerator, name, open)
#define VESTIBULE_PICKLIST_VALUE(enumerator, value) Picklist::enumerator,
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
};

struct List {
  std::string_view name;
  bool open = false;
  std::size_t begin = 0, end = 0;  // in `values`
};

constexpr auto lists = [] {
  std::array<List, picklist_count> built{{
      {},
#define VESTIBULE_PICKLIST(enumerator, name, open) {name, open, 0, 0},
#define VESTIBULE_PICKLIST_VALUE(enumerator, value)
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
  }};
  for (std::size_t i = 0; i < std::size(values); ++i) {
    List& list = built[static_cast<std::size_t>(value_owners[i])];
    if (list.end == 0) list.begin = i;
    list.end = i + 1;
  }
  return built;
}();

const List& row(Picklist list) { return lists[static_cast<std::size_t>(list)]; }

}  // namespace

ValueList built_in(Picklist list) {
  return {std::span{values}.subspan(row(list).begin, row(list).end - row(list).begin), row(list).open};
}

std::string_view name_of(Picklist list) { return row(list).name; }

std::optional<Picklist> find_picklist(std::string_view name) {
  for (std::size_t i = 1; i < lists.size(); ++i) {
    if (lists[i].name == name) return static_cast<Picklist>(i);
  }
  return std::nullopt;
}

std::string_view find_value(const ValueList& list, std::string_view value) {
  for (const std::string_view candidate : list.values) {
    if (text::equals_ignoring_case(candidate, value)) return candidate;
  }
  return {};
}

std::string joined_values(const ValueList& list) {
  std::string joined;
  for (const std::string_view value : list.values) {
    if (!joined.empty()) joined += ", ";
    joined += value;
  }
  return joined;
}

}  // namespace vestibule::catalogue
