// A log that crosses the boundary in pieces.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "bridge.hpp"
#include "queries.hpp"
#include "tests/core/lifecycle/life_support.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/audit/chain.hpp"

namespace {

using namespace vestibule;
using bridge::Bridge;

std::string verify(Bridge& bridge, std::string_view arguments) {
  const auto size = static_cast<std::uint32_t>(arguments.size());
  std::uint8_t* input = bridge.reserve(size);
  REQUIRE(input != nullptr);
  std::memcpy(input, arguments.data(), size);
  return std::string{bridge.ask_full(static_cast<std::uint32_t>(bridge::FullQuery::audit_verify), size)};
}

// A customer's life in two lines, the second of which tells an outcome that cannot be: no account is due.
struct FalseLog {
  FalseLog() {
    add(test::create(1));
    before = head;
    add(test::tie('A'));
  }
  void add(const lifecycle::Event& event) {
    audit::append(lines.emplace_back(), head,
                  {.time = 1,
                   .actor = "api",
                   .customer = test::uuid(1),
                   .cause = {},
                   .event = event,
                   .outcome = lifecycle::Outcome::applied,
                   .because = {},
                   .changes = {}});
  }

  std::vector<std::string> lines;
  audit::Head head;
  audit::Head before;  // the last line
};

TEST_CASE("a log in pieces is replayed from one to the next, and where its beginning is lost only chained",
          "[bridge][L22]") {
  const FalseLog log;
  const std::string nul(1, '\0');
  const std::string begin = digest::to_hex(log.before.hash);
  const std::string first = log.lines[0] + nul + "0" + nul + nul + "more";
  const std::string second = log.lines[1] + nul + "1" + nul + begin + nul;
  const std::string told = R"({"count":1,"head":")" + begin + R"(","replayed":true})";
  Bridge bridge;
  CHECK(verify(bridge, first) == told);
  CHECK(verify(bridge, second) == R"({"count":1,"fault":"replay","head":")" + begin + R"(","replayed":true})");

  const std::string chained = R"({"count":2,"head":")" + digest::to_hex(log.head.hash) + R"(","replayed":false})";
  CHECK(verify(bridge, second) == chained);  // what was kept is gone with the fault
  Bridge other;
  CHECK(verify(other, second) == chained);
  CHECK(verify(other, log.lines[0] + nul + "0") == told);  // no more is to come
  CHECK(verify(other, second) == chained);
}

}  // namespace
