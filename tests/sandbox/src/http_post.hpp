/// One HTTP request to another program on this machine, by Beast.
/// Depends on: net, webhook_url.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net.hpp"
#include "webhook_url.hpp"

namespace vestibule::sandbox {

struct PostRequest {
  WebhookUrl url;
  std::string certificate;  ///< PEM: what https trusts; "" = what the system trusts
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  ///< JSON
};

struct PostResult {
  unsigned status = 0;     ///< 0 when there is no whole answer
  std::string_view error;  ///< then why, in a few words of ours
};

/// Sends a request and calls `done` once, on the thread that runs `io`. A redirect is an answer like any other: nothing but
/// the URL given is ever asked.
///
/// Limits  10 s for all of it; an answer of 8 KiB of headers and 64 KiB of body
void post(net::io_context& io, PostRequest request, std::function<void(const PostResult&)> done);

/// Whether a text can be what https trusts: certificates as PEM, or nothing.
[[nodiscard]] bool is_certificate(const std::string& pem);

}  // namespace vestibule::sandbox
