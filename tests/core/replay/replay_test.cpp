#include "vestibule/replay/replay.hpp"

#include "tests/support/catch.hpp"

namespace {

using vestibule::replay::Fault;
using vestibule::replay::Replay;

const std::string head = "{\"v\":1,\"machine\":\"signup\",\"build\":\"0.1.0\"}\n";
const std::string submit =
    "{\"event\":{\"event\":\"submit\",\"key\":\"k\",\"now\":5,\"random\":7,\"secret\":\"s\"},"
    "\"state\":{\"began\":5,\"hasPayload\":true,\"key\":\"k\",\"secret\":\"s\",\"sends\":1,\"since\":5,"
    "\"state\":\"persisting\"},\"effects\":[\"store\"]}\n";

std::optional<Fault> replayed(const std::string& record) { return Replay{}.add_all(record); }

TEST_CASE("a record is repeated step by step", "[replay][C20]") {
  Replay replay;
  CHECK_FALSE(replay.add_all(head + submit));
  CHECK(replay.steps() == 1);
  CHECK(replay.machine() == "signup");
  CHECK(replay.build() == "0.1.0");
}

TEST_CASE("a record may begin in a later state", "[replay]") {
  const std::string later = "{\"v\":1,\"machine\":\"signup\",\"build\":\"\",\"state\":{\"state\":\"refused\"}}\n";
  const std::string edit =
      "{\"event\":{\"event\":\"edit\",\"now\":5},\"state\":{\"state\":\"editing\"},\"effects\":[]}\n";
  CHECK_FALSE(replayed(later + edit));
}

TEST_CASE("an event that leads elsewhere is told, with the line that should have been", "[replay]") {
  std::string changed = submit;
  changed.replace(changed.find("\"store\""), 7, "\"lock\"");
  Replay replay;
  CHECK(replay.add_all(head + changed + submit) == Fault::differs);
  CHECK(replay.steps() == 0);
  CHECK(replay.repeated() + "\n" == submit);
}

TEST_CASE("what is no record is refused", "[replay]") {
  CHECK(replayed("x\n") == Fault::syntax);
  CHECK(replayed("[]\n") == Fault::syntax);
  CHECK(replayed("{\"v\":2,\"machine\":\"signup\"}\n") == Fault::version);
  CHECK(replayed("{\"machine\":\"signup\"}\n") == Fault::version);
  CHECK(replayed("{\"v\":1,\"machine\":\"toaster\"}\n") == Fault::machine);
  CHECK(replayed(head + "{\"event\":{\"event\":\"toast\"}}\n") == Fault::event);
  CHECK(replayed(head + "{}\n") == Fault::event);
  CHECK(replayed(head + submit.substr(0, submit.size() - 1)) == Fault::syntax);
}

}  // namespace
