/// A fault: trouble that the control API asks for, and which requests or steps of the sync meet it.
/// Depends on: nothing; body where one is read.
///
///   {"route":"POST /customers","kind":"lost_answer","times":1,"after":2}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

class ObjectReader;

enum class FaultKind : std::uint8_t {
  latency,       ///< carried out at once, answered late
  late_work,     ///< carried out late, when the client may have gone
  rate_limited,  ///< 429, nothing carried out
  error_before,  ///< an error, nothing carried out
  error_after,   ///< carried out, then an error
  lost_request,  ///< nothing carried out, the connection closed without a byte
  lost_answer,   ///< carried out, the connection closed without a byte
  cut_body,      ///< carried out, the connection closed in the middle of the answer's body
  unreadable,    ///< carried out, answered with its own status and a page of HTML
  sync_failure,  ///< the org refuses a request of the sync
  sync_lost,     ///< the org carries it out and the answer gets lost
  sync_cut,      ///< the sync ends before a step, as if the process had died there
  sync_delay,    ///< the sync waits before a step, so that something may happen in between
};

[[nodiscard]] std::string_view to_string(FaultKind kind);

/// Whether it is one of the sync's, and not of a request over HTTP.
[[nodiscard]] bool of_sync(FaultKind kind);

struct Fault {
  std::string route = "*";  ///< of a route's or a step's name; each `*` stands for any text
  FaultKind kind{};
  std::optional<std::int64_t> times;  ///< how many meet it; nothing = each
  std::int64_t after = 0;             ///< how many pass before the first that meets it
  std::int64_t delay = 0;             ///< milliseconds; of late_work and sync_delay before the work, else the answer
  std::int64_t status = 0;            ///< of error_before and error_after
  std::string retry_after;            ///< the header's text; "" = none
  bool permanent = false;             ///< of sync_failure: it will never be taken

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// Whether the fault is about what has this name: "PATCH /customers/{customerId}", "sync create Account".
[[nodiscard]] bool is_about(const Fault& fault, std::string_view name);

/// One element of a list of faults. Problems go to where the reader's go.
[[nodiscard]] Fault read_fault(ObjectReader& reader);

/// Appends the members that read_fault() takes, without braces.
void append_members(std::string& out, const Fault& fault);

}  // namespace vestibule::sandbox
