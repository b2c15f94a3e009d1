/// What is asked of the org and what it answers: HTTP without a network, so that one call can be served in the process, behind
/// a layer that loses answers, or by a real server.
/// Depends on: nothing.
#pragma once

#include <optional>
#include <string>

namespace vestibule::sandbox {

struct OrgRequest {
  std::string method;                     ///< "GET", in capitals
  std::string target;                     ///< path and query: "/sobjects/Account/001...?..."
  std::optional<std::string> if_match{};  ///< the header's value
  std::string actor = "user";             ///< who asks; the sync calls itself "sync"
  std::string body{};                     ///< JSON
};

struct OrgResponse {
  int status = 500;
  std::optional<std::string> etag{};  ///< the record's version in quotation marks
  std::string body{};                 ///< JSON; empty with 204

  friend bool operator==(const OrgResponse&, const OrgResponse&) = default;
};

}  // namespace vestibule::sandbox
