#include "org/change_event.hpp"

namespace vestibule::sandbox {

std::string_view to_string(OrgChange change) {
  constexpr std::string_view names[] = {"CREATE", "UPDATE", "DELETE", "UNDELETE"};
  return names[static_cast<std::size_t>(change)];
}

}  // namespace vestibule::sandbox
