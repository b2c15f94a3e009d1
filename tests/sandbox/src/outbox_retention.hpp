/// How much of the outbox is kept, and of what was sent from it.
/// Depends on: repositories.
///
/// A line goes once so many newer ones are there as the setting says, and nobody waits for it: what an endpoint is still to
/// be sent stays, and whatever came after it. Nothing else reads these lines. The audit log, from which lives are replayed, is
/// another table, and never loses one.
#pragma once

#include <cstdint>

#include "repositories.hpp"

namespace vestibule::sandbox {

inline constexpr std::int64_t feed_lines_max = 1'000'000;
/// Between two looks; so many more lines than the setting's may stand in the outbox.
inline constexpr std::int64_t feed_lines_between_looks = 100;

/// The setting.
[[nodiscard]] std::int64_t feed_lines(Repositories& repositories);
void set_feed_lines(Repositories& repositories, std::int64_t lines);

/// After each line, with its sequence: every hundredth time takes out what may go.
void prune_outbox(Repositories& repositories, std::int64_t newest);

}  // namespace vestibule::sandbox
