/// Sends messages to their endpoints: one thread, one message under way for each endpoint, so that an endpoint that hangs
/// keeps no other one waiting. What is sent stands in the database before and is settled there after, so a process that
/// dies in between sends it again.
/// Depends on: http_post, in_writer, webhook_signature.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <set>
#include <string>
#include <thread>

#include "http_post.hpp"
#include "store.hpp"

namespace vestibule::sandbox {

class DeliveryWorker {
 public:
  explicit DeliveryWorker(Store& store);
  /// Does not wait for answers: what is under way is sent again at the next start.
  ~DeliveryWorker();
  DeliveryWorker(const DeliveryWorker&) = delete;
  DeliveryWorker& operator=(const DeliveryWorker&) = delete;

 private:
  struct Outgoing {
    Webhook webhook;
    Delivery delivery;
    OutboxMessage message;
  };

  void look();
  void look_later();
  void start(Outgoing outgoing);
  void settle(const Outgoing& outgoing, const PostResult& result);

  Store& store_;
  net::io_context io_{1};
  net::steady_timer timer_{io_};
  std::set<std::string> busy_;  // ids of the endpoints that a message is under way to
  std::thread thread_;
};

}  // namespace vestibule::sandbox
