#include "feed_routes.hpp"

#include "window.hpp"

namespace vestibule::sandbox {

Response read_feed(Repositories& repositories, const Call& call) {
  const auto read = read_window(call);
  if (const auto* problem = std::get_if<Problem>(&read)) return failure(*problem);
  const Window window = std::get<Window>(read);
  Response response;
  response.media_type = "application/x-ndjson";
  response.body = repositories.outbox.lines_after(window.after, window.limit);
  return response;
}

}  // namespace vestibule::sandbox
