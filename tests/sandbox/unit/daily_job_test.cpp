#include "daily_job.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <thread>

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("a job that is stopped while its next look is due does not look again", "[daily_job]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  net::io_context io;
  DailyJob job{io, store};
  job.start();
  io.poll();
  // Past the look, while nobody runs what is due; then the stop is first in the queue.
  std::this_thread::sleep_for(std::chrono::milliseconds{1'100});
  net::post(io, [&job] { job.stop(); });
  io.run_for(std::chrono::seconds{5});
  CHECK(io.stopped());
}
