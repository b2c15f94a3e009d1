#include "presentation.hpp"

namespace vestibule::sandbox {
namespace {

// Inside a string quotation marks are escaped, so these can only be what they seem.
constexpr std::string_view modified = "\"lastModifiedDate\":";
constexpr std::string_view modified_bare = "\"modifiedDate\":";
constexpr std::string_view data_array = "\"data\":[";
constexpr std::string_view data_end = "],\"warnings\":[";

// A time or null, without the comma or brace behind it.
std::string_view value_at(std::string_view body, std::size_t place) {
  return body.substr(place, body.find_first_of(",}", place) - place);
}

void spell_modified(std::string& body, const Presentation& presentation) {
  for (std::size_t place = 0; (place = body.find(modified, place)) != std::string::npos;) {
    const std::string value{value_at(body, place + modified.size())};
    std::string members;
    if (presentation.last_modified) members.append(modified).append(value).append(",");
    members.append(modified_bare).append(value);
    body.replace(place, modified.size() + value.size(), members);
    place += members.size();
  }
}

void unwrap(std::string& body) {
  const std::size_t begin = body.find(data_array);
  const std::size_t end = body.rfind(data_end);
  if (begin == std::string::npos || end == std::string::npos) return;
  body.erase(end, 1);
  body.erase(begin + data_array.size() - 1, 1);
}

}  // namespace

Presentation presentation_of(Settings& settings) {
  return {.bare_modified = !settings.has(Choice::modified_last),
          .last_modified = !settings.has(Choice::modified_bare),
          .one_as_object = settings.has(Choice::one_as_object)};
}

void present(Response& response, std::string_view route_name, const Presentation& presentation) {
  if (response.status >= 300) return;
  if (presentation.bare_modified) spell_modified(response.body, presentation);
  if (presentation.one_as_object && route_name.ends_with('}')) unwrap(response.body);
}

}  // namespace vestibule::sandbox
