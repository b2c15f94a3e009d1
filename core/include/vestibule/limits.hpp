/// Every bound of the core, with its unit and its source. A limit is checked before the work it bounds;
/// what is over a limit is refused, never cut.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vestibule::limits {

// Documents. Bytes, before anything is read.
inline constexpr std::size_t record_max_bytes = 1024 * 1024;     // one call across the WASM boundary
inline constexpr std::size_t batch_max_bytes = 5 * 1024 * 1024;  // a native batch of rows
inline constexpr std::size_t batch_max_rows = 200;               // api-docs.nue.io, creating customers

// Inside a JSON document.
inline constexpr std::size_t json_max_depth = 8;          // open arrays and objects
inline constexpr std::size_t json_max_values = 20'000;    // scalars, arrays and objects
inline constexpr std::size_t json_max_members = 128;      // of one object
inline constexpr std::size_t json_max_key_bytes = 64;     // after unescaping
inline constexpr std::size_t json_max_number_chars = 32;  // of one literal

// Inside a text.
inline constexpr std::size_t text_max_bytes = 128 * 1024;  // any string, before it is cleaned
inline constexpr std::size_t street_max_lines = 4;
inline constexpr std::size_t marks_warned = 5;  // combining marks on one base
inline constexpr std::size_t marks_max = 16;    // UAX 15 stream-safe text stops at 30; no real text needs half

// Matching: the longest field compared has 255 UTF-16 units, at most 765 bytes; more is no name.
inline constexpr std::size_t match_text_max_bytes = 1'024;

// Findings.
inline constexpr std::size_t findings_max_row = 64;
inline constexpr std::size_t findings_max_batch = 2'000;

// E-mail, octets (RFC 5321 4.5.3.1, the path without its angle brackets).
inline constexpr std::size_t email_max_octets = 254;
inline constexpr std::size_t email_local_max_octets = 64;
// Host names, octets (RFC 1035 2.3.4).
inline constexpr std::size_t host_label_max_octets = 63;
inline constexpr std::size_t host_max_octets = 253;
// A name before IDNA maps it, octets: 253 characters of four, and some that are dropped.
inline constexpr std::size_t idna_max_octets = 1'024;

// Phone, digits (ITU-T E.164 6.2); the lower bound refuses what nobody could dial.
inline constexpr std::size_t phone_min_digits = 4;
inline constexpr std::size_t phone_max_digits = 15;
inline constexpr std::size_t phone_extension_max_digits = 9;
// With the prefixes that lead abroad and to another carrier before them.
inline constexpr std::size_t phone_dialled_max_digits = 24;

// A pasted address block.
inline constexpr std::size_t split_max_bytes = 2'000;
inline constexpr std::size_t split_max_lines = 12;

// A pasted mail signature; what is longer is a whole mail.
inline constexpr std::size_t signature_max_bytes = 4'000;
inline constexpr std::size_t signature_max_lines = 30;  // that are not blank

// Profiles of tenants. Lengths are UTF-16 units; names and texts are those of Salesforce custom fields.
inline constexpr std::size_t profile_max_bytes = 64 * 1024;
inline constexpr std::size_t profile_max_record_types = 20;
inline constexpr std::size_t profile_max_fields = 64;   // a record has 128 members at most
inline constexpr std::size_t profile_max_values = 250;  // of one list
inline constexpr std::size_t profile_max_mail_domains = 2'000;
inline constexpr std::size_t profile_max_name_utf16 = 80;
inline constexpr std::size_t profile_max_label_utf16 = 80;
inline constexpr std::size_t profile_max_value_utf16 = 255;
inline constexpr std::size_t custom_name_min = 5;   // docs.nue.io, manage custom fields
inline constexpr std::size_t custom_name_max = 43;  // 40 and "__c"
inline constexpr std::uint32_t custom_text_max_utf16 = 4'000;
inline constexpr std::uint32_t custom_multiline_max_utf16 = 32'000;

// A life and its events as JSON: thousands of orders.
inline constexpr std::size_t life_max_bytes = 1024 * 1024;
// A ledger: every value up to three times, the description among them.
inline constexpr std::size_t ledger_max_bytes = 1024 * 1024;

// Patterns of a tenant's text fields.
inline constexpr std::size_t pattern_max_bytes = 512;
inline constexpr std::size_t pattern_max_depth = 16;     // open groups
inline constexpr std::size_t pattern_max_count = 1'000;  // in {2,5}
inline constexpr std::size_t pattern_max_steps = 1'024;  // of the automaton, once counted repeats are written out
// Steps x longest text, all patterns of a profile together: what one field may take alone. Of the worst patterns a core does
// 100,000 in a millisecond, so the patterns of a record take 40 ms at most.
inline constexpr std::size_t pattern_max_work = pattern_max_steps * custom_text_max_utf16;

}  // namespace vestibule::limits
