// vestibule-sandbox: a stand-in for Nue's Self-Service API. See README.md.
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>

#include "import.hpp"
#include "log.hpp"
#include "options.hpp"
#include "server.hpp"

namespace {

using vestibule::sandbox::log_event;

// Stops the server at the first SIGTERM or SIGINT; the second one ends the process as usual.
class StopOnSignal {
 public:
  explicit StopOnSignal(vestibule::sandbox::Server& server) : signals_{io_, SIGTERM, SIGINT} {
    signals_.async_wait([this, &server](const boost::system::error_code& error, int) {
      if (error) return;
      log_event("stop");
      signals_.clear();
      server.stop();
    });
    thread_ = std::thread{[this] { io_.run(); }};
  }
  ~StopOnSignal() {
    io_.stop();
    thread_.join();
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  boost::asio::io_context io_;
  boost::asio::signal_set signals_;
  std::thread thread_;
};

int run(const vestibule::sandbox::Options& options) {
  std::signal(SIGPIPE, SIG_IGN);  // a client that went away is an error of one write
  vestibule::sandbox::Server server{options};
  const StopOnSignal stop{server};
  log_event("start", "a stand-in for Nue: synthetic data only, never real customers");
  std::printf("listening on %s\n", server.origin().c_str());
  std::fflush(stdout);
  server.run();
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  const char* const key = std::getenv("VESTIBULE_SANDBOX_KEY");
  const auto parsed =
      vestibule::sandbox::parse_options({argv + 1, static_cast<std::size_t>(argc - 1)}, key == nullptr ? "" : key);
  if (parsed.options.help) {
    std::fputs(vestibule::sandbox::help_text(), stdout);
    return EXIT_SUCCESS;
  }
  if (!parsed.problem.empty()) {
    std::fprintf(stderr, "vestibule-sandbox: %s\n", parsed.problem.c_str());
    return 2;
  }
  try {
    if (!parsed.options.import.empty()) return vestibule::sandbox::import_customers(parsed.options);
    return run(parsed.options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vestibule-sandbox: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
