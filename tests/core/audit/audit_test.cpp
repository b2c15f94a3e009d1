#include <algorithm>
#include <set>
#include <string>

#include "tests/core/lifecycle/life_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random.hpp"
#include "vestibule/audit/verify.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using audit::Fault;

// A log of lifecycle events, each with what really came of it.
class Log {
 public:
  void tell(std::uint8_t customer, const Event& event) {
    const lifecycle::Step step = lifecycle::step(lives_[customer], event);
    lives_[customer] = step.life;
    append({.time = 1'700'000'000'000 + head.count,
            .actor = "api",
            .customer = uuid(customer),
            .cause = "request-" + std::to_string(head.count),
            .event = event,
            .outcome = step.outcome,
            .because = step.because,
            .changes = {}});
  }
  void append(const audit::Entry& entry) { audit::append(text, head, entry); }

  [[nodiscard]] const Life& life(std::uint8_t customer) const { return lives_[customer]; }

  std::string text;
  audit::Head head;

 private:
  std::array<Life, 8> lives_{};
};

Log story() {
  Log log;
  log.tell(1, create(1));
  log.tell(2, create(2, lifecycle::Mode::continuous));
  log.tell(1, tie('A'));  // ignored: none is due
  log.tell(1, activate(7));
  log.tell(1, tie('A'));
  log.append({.time = 1'700'000'000'100,
              .actor = "operator:7",
              .customer = uuid(1),
              .cause = "say \"why\"\n",
              .event = {},
              .outcome = {},
              .because = {},
              .changes = {{"email", "", audit::mark("key", "email", "a@b.example")}, {"phone", "0123", ""}}});
  log.tell(1, merge('A', 'B'));
  log.tell(2, plain(EventKind::erase));
  return log;
}

std::optional<Fault> verify(std::string_view text) { return audit::Verifier{}.add_all(text); }

TEST_CASE("a line is canonical JSON with the digest of the line before", "[audit]") {
  Log log;
  log.tell(1, create(1));
  CHECK(log.text ==
        R"({"actor":"api","cause":"request-0","changes":[],"customer":"00000000-0000-0000-0000-000000000001",)"
        R"("event":{"event":"created","id":"00000000-0000-0000-0000-000000000001","mode":"selective"},"hash":")" +
            digest::to_hex(log.head.hash) +
            R"(","outcome":"applied","prev":"0000000000000000000000000000000000000000000000000000000000000000",)"
            R"("seq":0,"time":1700000000000})"
            "\n");
}

TEST_CASE("a log verifies, and replays to the lives it was written from", "[audit][L20][L21][L22]") {
  const Log log = story();
  audit::Verifier verifier;
  CHECK_FALSE(verifier.add_all(log.text));
  CHECK(verifier.head() == log.head);
  CHECK_FALSE(verifier.finish(log.head));
  REQUIRE(verifier.lives().size() == 2);
  CHECK(verifier.lives().find(ids::to_string(uuid(1)))->second == log.life(1));
  CHECK(verifier.lives().find(ids::to_string(uuid(2)))->second == log.life(2));
}

TEST_CASE("any one changed byte is found", "[audit][L21]") {
  const Log log = story();
  Random random{3};
  for (std::size_t at = 0; at < log.text.size(); ++at) {
    std::string damaged = log.text;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(7)));
    CAPTURE(at, damaged[at]);
    REQUIRE(verify(damaged));
  }
}

TEST_CASE("a byte more or less is found", "[audit][L21]") {
  const Log log = story();
  for (std::size_t at = 0; at < log.text.size(); at += 3) {
    std::string shorter = log.text;
    shorter.erase(at, 1);
    std::string longer = log.text;
    longer.insert(at, 1, ' ');
    CAPTURE(at);
    REQUIRE(verify(shorter));
    REQUIRE(verify(longer));
  }
}

TEST_CASE("lines left out, doubled, moved or cut off at the end are found", "[audit][L21]") {
  const Log log = story();
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < log.text.size();) {
    const std::size_t end = log.text.find('\n', begin) + 1;
    lines.push_back(log.text.substr(begin, end - begin));
    begin = end;
  }
  const auto joined = [&](const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += part;
    return all;
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    auto parts = lines;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(verify(joined(parts)) == Fault::sequence);
    parts = lines;
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
    CHECK(verify(joined(parts)) == Fault::sequence);
    parts = lines;
    std::swap(parts[i], parts[i + 1]);
    CHECK(verify(joined(parts)) == Fault::sequence);
  }
  auto parts = lines;
  parts.pop_back();
  audit::Verifier verifier;
  CHECK_FALSE(verifier.add_all(joined(parts)));
  CHECK(verifier.finish(log.head) == Fault::head);
}

TEST_CASE("a chain made anew over a false outcome does not replay", "[audit][L22]") {
  Log log;
  log.tell(1, create(1));
  log.append({.time = 1,
              .actor = "api",
              .customer = uuid(1),
              .cause = "",
              .event = tie('A'),
              .outcome = lifecycle::Outcome::applied,
              .because = {},
              .changes = {}});
  CHECK(verify(log.text) == Fault::replay);
}

TEST_CASE("a line is at most as long as one call takes, and has no control character", "[audit]") {
  const auto log_of = [](std::string cause) {
    Log log;
    log.append({.time = 1,
                .actor = "api",
                .customer = uuid(1),
                .cause = std::move(cause),
                .event = {},
                .outcome = {},
                .because = {},
                .changes = {}});
    return log.text;
  };
  const std::size_t beside = log_of("").size();
  CHECK_FALSE(verify(log_of(std::string(audit::line_max_bytes - beside, 'x'))));
  CHECK(verify(log_of(std::string(audit::line_max_bytes - beside + 1, 'x'))) == Fault::syntax);

  std::string damaged = log_of("why");
  for (const char c : {'\0', '\x1F', '\t'}) {
    damaged[damaged.find("\"cause\":\"") + 9] = c;
    CHECK(verify(damaged) == Fault::syntax);
    damaged = log_of("why");
  }
}

TEST_CASE("a log that is gone on with is verified by its chain alone", "[audit][L22]") {
  const Log log = story();
  const std::size_t half = log.text.find("\"seq\":3");
  const std::size_t begin = log.text.find('\n', half) + 1;
  audit::Verifier first;
  REQUIRE_FALSE(first.add_all(std::string_view{log.text}.substr(0, begin)));
  CHECK(first.replays());
  audit::Verifier second{first.head()};
  CHECK_FALSE(second.add_all(std::string_view{log.text}.substr(begin)));
  CHECK_FALSE(second.replays());
  CHECK(second.lives().empty());
  CHECK(second.head() == log.head);
}

TEST_CASE("equal values have different marks in other fields and of other customers", "[audit][L23]") {
  std::set<std::string> marks;
  for (const char* key : {"key one", "key two"}) {
    for (const char* field : {"email", "name"}) {
      for (const char* value : {"ada", "bob", ""}) marks.insert(audit::mark(key, field, value));
    }
  }
  CHECK(marks.size() == 12);
  CHECK(std::all_of(marks.begin(), marks.end(), [](const std::string& mark) { return mark.size() == 32; }));
  CHECK(audit::mark("key one", "email", "ada") == audit::mark("key one", "email", "ada"));
}

}  // namespace
