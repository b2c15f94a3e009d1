/// One connection: requests one after the other, each within its limits of size and time.
/// Depends on: api, head_scan, http_limits.
///
///   idle -> head -> (body) -> handled -> answer -> idle ... or drained and closed
///
/// Everything runs on the server's one network thread; an answer that comes from the writer's thread is posted back.
#pragma once

#include <functional>
#include <memory>

#include "api.hpp"
#include "net.hpp"

namespace vestibule::sandbox {

/// What a server sees of its connections.
class Connection {
 public:
  Connection() = default;
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  virtual void start() = 0;
  /// Closes at once when no request is being served, otherwise after its answer.
  virtual void stop() = 0;
};

struct SessionContext {
  const Api& api;
  std::function<void()> closed;  ///< called when the connection is gone
  bool overloaded = false;       ///< answer 503 and close, whatever is asked
};

/// `tls` is nullptr for plain HTTP.
[[nodiscard]] std::shared_ptr<Connection> make_session(tcp::socket socket, ssl::context* tls, SessionContext context);

}  // namespace vestibule::sandbox
