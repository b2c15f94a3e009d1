#include "server.hpp"

#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <string>
#include <thread>

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

// The status line of the answer to one request.
std::string ask(const std::string& origin, const std::string& request) {
  net::io_context io;
  tcp::socket socket{io};
  const auto port = static_cast<std::uint16_t>(std::stoi(origin.substr(origin.rfind(':') + 1)));
  socket.connect({net::ip::make_address("127.0.0.1"), port});
  net::write(socket, net::buffer(request));
  net::streambuf answer;
  const std::size_t size = net::read_until(socket, answer, "\r\n");
  return std::string{net::buffers_begin(answer.data()),
                     net::buffers_begin(answer.data()) + static_cast<std::ptrdiff_t>(size - 2)};
}

}  // namespace

TEST_CASE("a server runs inside another program and stops when told", "[server]") {
  const TemporaryFolder folder;
  Options options;
  options.database = folder.file("nue.db");
  options.key = "k";
  Server server{options};
  std::thread thread{[&] { server.run(); }};
  CHECK(ask(server.origin(), "GET /customers HTTP/1.1\r\nHost: x\r\nnue-api-key: k\r\n\r\n") == "HTTP/1.1 200 OK");
  CHECK(ask(server.origin(), "GET /customers HTTP/1.1\r\nHost: x\r\n\r\n") == "HTTP/1.1 401 Unauthorized");
  server.stop();
  thread.join();
}

TEST_CASE("a port in use and a database that cannot be opened are errors at the start", "[server]") {
  const TemporaryFolder folder;
  Options options;
  options.database = folder.file("missing/nue.db");
  options.key = "k";
  CHECK_THROWS(Server{options});
  options.database = folder.file("nue.db");
  const Server server{options};
  options.port = static_cast<std::uint16_t>(std::stoi(server.origin().substr(server.origin().rfind(':') + 1)));
  CHECK_THROWS(Server{options});
}
