#include "feed_routes.hpp"

#include "window.hpp"

namespace vestibule::sandbox {

Response read_feed(Repositories& repositories, const Call& call) {
  const auto read = read_window(call);
  if (const auto* problem = std::get_if<Problem>(&read)) return failure(*problem);
  const Window window = std::get<Window>(read);
  // Whoever goes on from there would miss lines without a word.
  const std::int64_t first = repositories.outbox.first();
  if (window.has_after && window.after + 1 < first) {
    return failure(
        410, "LINES_GONE",
        "the lines before " + std::to_string(first) + " are no longer kept; read the records, and go on from there");
  }
  Response response;
  response.media_type = "application/x-ndjson";
  response.body = repositories.outbox.lines_after(window.after, window.limit);
  return response;
}

}  // namespace vestibule::sandbox
