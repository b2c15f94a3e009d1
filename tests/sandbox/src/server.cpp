#include "server.hpp"

#include <boost/asio/post.hpp>
#include <stdexcept>

#include "clock_store.hpp"
#include "http_limits.hpp"
#include "in_writer.hpp"
#include "log.hpp"
#include "seed.hpp"
#include "tls.hpp"

namespace vestibule::sandbox {
namespace {

// Beyond the limit, so many more are told to come back; the next ones are closed without a word.
constexpr std::size_t refusals_max = 64;
constexpr std::chrono::milliseconds accept_pause{100};

tcp::endpoint endpoint_of(const Options& options) {
  NetworkError error;
  const auto address = net::ip::make_address(options.host, error);
  if (error) throw std::runtime_error{"--host: not an IP address"};
  return {address, options.port};
}

}  // namespace

Server::Server(const Options& options)
    : work_{net::make_work_guard(io_)},
      store_{options.database},
      control_{resume(options)},
      api_{store_, options.key, control_.get()},
      acceptor_{io_, endpoint_of(options)},
      accept_pause_{io_},
      daily_job_{io_, store_},
      worker_{store_, options.org, options.control},
      deliveries_{store_} {
  if (!options.tls_certificate.empty()) tls_ = make_tls_context(options.tls_certificate, options.tls_key);
  if (!options.seed.empty()) {
    if (const std::string problem = load_seed(options.seed, store_); !problem.empty())
      throw std::runtime_error{problem};
  }
  daily_job_.start();
}

// What a program before this one left: an import it began, and its clock.
std::unique_ptr<Control> Server::resume(const Options& options) {
  const StateFiles files{options.database, options.org};
  finish_import(files);
  set_clock(store_.read([](Repositories& repositories) { return stored_clock(repositories.settings); }));
  if (!options.control) return nullptr;
  return std::unique_ptr<Control>{
      new Control{Org{options.org},
                  [this] {
                    bool restricted = false;
                    in_writer(store_, [&restricted](Repositories& repositories) {
                      restricted = repositories.settings.has(Choice::picklists_restricted);
                    });
                    return restricted;
                  },
                  files, [this](std::function<void()> job) { net::post(apart_, std::move(job)); },
                  [this] { return worker_.pause(); }, [this] { return store_.pause_writes(); }}};
}

std::string Server::origin() const {
  const auto local = acceptor_.local_endpoint();
  const std::string address = local.address().to_string();
  return (tls_ ? "https://" : "http://") + (local.address().is_v6() ? '[' + address + ']' : address) + ':' +
         std::to_string(local.port());
}

void Server::run() {
  store_.read_from_this_thread();
  accept();
  io_.run();
}

void Server::stop() {
  net::post(io_, [this] { stop_now(); });
}

void Server::accept() {
  acceptor_.async_accept([this](const NetworkError& error, tcp::socket socket) {
    if (stopping_) return;
    if (!error) {
      add_connection(std::move(socket));
      return accept();
    }
    // Usually no file handle is left: trying again at once would only burn time.
    accept_pause_.expires_after(accept_pause);
    accept_pause_.async_wait([this](const NetworkError& cancelled) {
      if (!cancelled && !stopping_) accept();
    });
  });
}

void Server::add_connection(tcp::socket socket) {
  if (connections_.size() >= limits::connections_max + refusals_max) return;
  const std::size_t number = next_number_++;
  const bool overloaded = connections_.size() >= limits::connections_max;
  const auto connection =
      make_session(std::move(socket), tls_.get(), {api_, [this, number] { remove_connection(number); }, overloaded});
  connections_.emplace(number, connection);
  connection->start();
}

void Server::remove_connection(std::size_t number) {
  connections_.erase(number);
  if (stopping_ && connections_.empty()) work_.reset();
}

void Server::stop_now() {
  if (stopping_) return;
  stopping_ = true;
  NetworkError ignored;
  acceptor_.close(ignored);
  accept_pause_.cancel();
  daily_job_.stop();
  if (connections_.empty()) return work_.reset();
  // Stopping one may remove it.
  const auto connections = connections_;
  for (const auto& [number, connection] : connections) {
    if (const auto alive = connection.lock()) alive->stop();
  }
}

}  // namespace vestibule::sandbox
