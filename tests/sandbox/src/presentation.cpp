#include "presentation.hpp"

#include <algorithm>

#include "vestibule/text/ascii.hpp"

namespace vestibule::sandbox {
namespace {

// Inside a string quotation marks are escaped, so these can only be what they seem.
constexpr std::string_view modified = "\"lastModifiedDate\":";
constexpr std::string_view modified_bare = "\"modifiedDate\":";
constexpr std::string_view data_array = "\"data\":[";
constexpr std::string_view data_end = "],\"warnings\":[";

constexpr std::string_view activated = R"("status":"Activated")";
constexpr std::string_view active = R"("status":"Active")";
constexpr std::string_view failed = R"("status":"FAILED")";
constexpr std::string_view failed_lower = R"("status":"error")";
constexpr std::string_view message = "\"message\":";

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

void replace_all(std::string& body, std::string_view from, std::string_view to) {
  for (std::size_t place = 0; (place = body.find(from, place)) != std::string::npos; place += to.size()) {
    body.replace(place, from.size(), to);
  }
}

// A refusal begins with its status, its type and its code, as envelope writes it.
void lower_errors(std::string& body) {
  if (body.find(failed) == std::string::npos) return;
  replace_all(body, failed, failed_lower);
  const std::size_t end = body.find(message);
  for (const std::string_view member : {"\"errorType\":", "\"errorCode\":"}) {
    const std::size_t begin = body.find(member);
    if (begin > end) continue;
    const auto value = body.begin() + static_cast<std::ptrdiff_t>(begin + member.size());
    const auto rest = body.begin() + static_cast<std::ptrdiff_t>(body.find(',', begin));
    std::transform(value, rest, value, text::to_lower);
  }
}

}  // namespace

Presentation presentation_of(Settings& settings) {
  return {.bare_modified = !settings.has(Choice::modified_last),
          .last_modified = !settings.has(Choice::modified_bare),
          .one_as_object = settings.has(Choice::one_as_object),
          .order_active = settings.has(Choice::orders_active),
          .errors_lower = settings.has(Choice::errors_lower)};
}

void present(Response& response, std::string_view route_name, const Presentation& presentation) {
  if (response.status >= 300) {
    if (presentation.errors_lower) lower_errors(response.body);
    return;
  }
  if (presentation.order_active) replace_all(response.body, activated, active);
  if (presentation.bare_modified) spell_modified(response.body, presentation);
  if (presentation.one_as_object && route_name.ends_with('}')) unwrap(response.body);
}

}  // namespace vestibule::sandbox
