#include "vestibule/checks/subdivision.hpp"

namespace vestibule::checks {

Subdivision read_subdivision(const atlas::AddressFormat& format, std::string_view country, std::string_view input) {
  const atlas::Areas& areas = format.areas;
  Subdivision state{std::nullopt, std::string{input}, {}, !areas.empty()};
  if (const auto found = areas.find(input, country)) {
    state.index = found->index;
    state.text = areas.label(found->index, found->latin);
  } else if (const auto near = areas.nearest(input)) {
    state.suggestion =
        areas.label(*near, !areas.latin(*near).empty() && static_cast<unsigned char>(input.front()) < 0x80);
  }
  return state;
}

}  // namespace vestibule::checks
