/// The audit log as a chain: each line names the digest of the one before, so that no line can be changed, left out or
/// put in without being found.
/// Depends on: audit/entry.
///
/// A line is canonical JSON (RFC 8785) with the members actor, because, cause, changes, customer, event, hash, outcome,
/// prev, seq, time; `hash` is the SHA-256 of the same line without its member `hash`.
#pragma once

#include <cstdint>
#include <string>

#include "vestibule/audit/entry.hpp"

namespace vestibule::audit {

/// Where a log ends. The beginning is {0, all zeros}.
struct Head {
  std::uint64_t count = 0;  ///< entries; the next one's seq
  digest::Sha256Digest hash{};

  friend bool operator==(const Head&, const Head&) = default;
};

/// Appends the entry as one line, with its line feed, and moves the head. Its texts are valid UTF-8.
void append(std::string& out, Head& head, const Entry& entry);

}  // namespace vestibule::audit
