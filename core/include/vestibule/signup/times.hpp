/// How long the browser waits, how often it sends, how long it keeps. Milliseconds.
/// Depends on: nothing.
///
/// Source: lifecycle-and-sync section 1.1 (times), 1.2 (budget) and 1.6 (backoff); design section 8 (polls).
#pragma once

#include <cstdint>

namespace vestibule::signup {

/// Sends of one attempt that nobody asked for (C17).
inline constexpr std::uint32_t sends_max = 6;
/// After this much waiting a page no longer says that it will be known any moment.
inline constexpr std::uint64_t patience_ms = 10 * 60 * 1000;

/// Before sending again: a random part of half a second doubled with each send, at most 30 s.
inline constexpr std::uint64_t resend_base_ms = 500;
inline constexpr std::uint64_t resend_max_ms = 30 * 1000;
/// Before asking again: a tenth of the time waited so far, within these.
inline constexpr std::uint64_t ask_min_ms = 1000;
inline constexpr std::uint64_t ask_max_ms = 60 * 1000;
/// Between questions once nothing is expected any moment.
inline constexpr std::uint64_t rest_ms = 60 * 1000;
/// What Retry-After may ask for.
inline constexpr std::uint64_t retry_after_max_ms = 300 * 1000;

/// Answers are kept this long for sending them; then they are erased, and the key stays.
inline constexpr std::uint64_t outbox_ms = 24ULL * 60 * 60 * 1000;
/// A key is asked about this long: the gateway forgets after 30 days, and what it forgot looks like what never arrived (C19).
inline constexpr std::uint64_t recheck_ms = 29ULL * 24 * 60 * 60 * 1000;

}  // namespace vestibule::signup
