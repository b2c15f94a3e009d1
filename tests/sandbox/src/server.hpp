/// The whole sandbox: a store and a port.
/// Depends on: api, control, daily_job, delivery_worker, options, session, store, sync_worker, tls.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <map>
#include <memory>
#include <string>

#include "api.hpp"
#include "daily_job.hpp"
#include "delivery_worker.hpp"
#include "net.hpp"
#include "options.hpp"
#include "session.hpp"
#include "store.hpp"
#include "sync_worker.hpp"

namespace vestibule::sandbox {

class Server {
 public:
  /// Opens the database and listens. Throws std::exception with a sentence when one of them fails.
  explicit Server(const Options& options);

  /// "http://127.0.0.1:41234"
  [[nodiscard]] std::string origin() const;

  /// Serves until stop(), then until the requests under way are answered.
  void run();

  /// May be called from any thread.
  void stop();

 private:
  [[nodiscard]] std::unique_ptr<Control> resume(const Options& options);
  void accept();
  void add_connection(tcp::socket socket);
  void remove_connection(std::size_t number);
  void stop_now();

  net::io_context io_{1};
  net::executor_work_guard<net::io_context::executor_type> work_;  // answers of the writer's thread are still to come
  Store store_;
  std::unique_ptr<Control> control_;  // its org is its own; so is the worker's
  Api api_;
  std::unique_ptr<ssl::context> tls_;
  tcp::acceptor acceptor_;
  net::steady_timer accept_pause_;
  DailyJob daily_job_;
  std::map<std::size_t, std::weak_ptr<Connection>> connections_;
  std::size_t next_number_ = 0;
  bool stopping_ = false;
  // Last, so that their threads end first.
  SyncWorker worker_;
  DeliveryWorker deliveries_;
  net::thread_pool apart_{1};  // for the control API's long calls, which pause the sync and the writer
};

}  // namespace vestibule::sandbox
