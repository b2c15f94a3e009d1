#include "vestibule/gateway/json.hpp"

#include "intent_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::gateway;

template <class Value>
std::string text_of(const Value& value) {
  std::string text;
  append_json(text, value);
  return text;
}

Intent full_intent() {
  return {.state = State::parked,
          .token = intent_token,
          .owner = "owner",
          .sends = 3,
          .epoch = 7,
          .lease_until = 1,
          .sent_at = 2,
          .probed_at = 3,
          .due_at = 4,
          .settled_at = 5,
          .probes = 6,
          .customer_id = "id",
          .account_number = "number",
          .external_id = "external",
          .surplus = {"a", "b"}};
}

TEST_CASE("an intent, an event, a policy and pressure come back as they were written", "[gateway][C20]") {
  CHECK(read_intent(text_of(full_intent())).value() == full_intent());
  CHECK(read_intent(text_of(Intent{})).value() == Intent{});
  const Event event{.kind = EventKind::probe_answered,
                    .now = 9,
                    .random = 8,
                    .epoch = 7,
                    .may_send = false,
                    .answer = rows({row("a"), row("b")}),
                    .customer_id = "c"};
  const auto read = read_event(text_of(event));
  REQUIRE(read.ok());
  CHECK(text_of(read.value()) == text_of(event));
  CHECK(read.value().answer == event.answer);
  const Policy policy{.has_slot = false, .single_owner = false, .upstream = 1, .lease = 2, .horizon = 3};
  CHECK(read_policy(text_of(policy)).value() == policy);
  Pressure pressure;
  for (int i = 0; i < 5; ++i) note(pressure, {}, begin, 7);
  CHECK(read_pressure(text_of(pressure)).value() == pressure);
}

TEST_CASE("members without a value are left out", "[gateway]") {
  CHECK(text_of(Intent{}) == R"({"state":"claimed"})");
  CHECK(text_of(Event{}) == R"({"event":"start"})");
}

TEST_CASE("what cannot be read is refused with its place", "[gateway]") {
  const auto refused = [](std::string_view text, Code code, std::string_view pointer) {
    const auto read = read_intent(text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == code);
    CHECK(read.error().pointer == pointer);
  };
  refused("{}", Code::field_required, "/state");
  refused(R"({"state":"lost"})", Code::enum_unknown, "/state");
  refused(R"({"state":"sent","sends":300})", Code::number_range, "/sends");
  refused(R"({"state":"sent","other":1})", Code::field_unknown, "");
  refused(R"({"state":"sent","surplus":[1]})", Code::field_type, "/surplus/0");
}

}  // namespace
