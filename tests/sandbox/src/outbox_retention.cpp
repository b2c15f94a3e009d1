#include "outbox_retention.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace vestibule::sandbox {
namespace {

constexpr std::string_view setting = "feedLines";
constexpr std::int64_t default_lines = 10'000;

}  // namespace

std::int64_t feed_lines(Repositories& repositories) {
  const std::string text = repositories.settings.text(setting).value_or("");
  std::int64_t lines = default_lines;
  std::from_chars(text.data(), text.data() + text.size(), lines);
  return lines;
}

void set_feed_lines(Repositories& repositories, std::int64_t lines) {
  repositories.settings.set(setting, std::to_string(lines));
}

void prune_outbox(Repositories& repositories, std::int64_t newest) {
  if (newest % feed_lines_between_looks != 0) return;
  std::int64_t first = newest - feed_lines(repositories) + 1;
  if (const auto unsettled = repositories.deliveries.first_unsettled()) first = std::min(first, *unsettled);
  if (first <= repositories.outbox.first()) return;
  repositories.deliveries.remove_before(first);
  repositories.outbox.remove_before(first);
}

}  // namespace vestibule::sandbox
