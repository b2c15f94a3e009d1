#include "vestibule/signup/json.hpp"

#include "machine_support.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/signup/texts.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace std::string_view_literals;

template <class Value>
std::string json_of(const Value& value) {
  std::string text;
  append_json(text, value);
  return text;
}

TEST_CASE("a state is one line of JSON with members in ascending order", "[signup]") {
  CHECK(json_of(State{}) == R"({"state":"editing"})");
  CHECK(json_of(walk(to_waiting).state) ==
        R"({"asksNext":true,"began":1000000000000,"hasPayload":true,"hasToken":true,"key":"key-1","locked":true,)"
        R"("reason":"request.in_progress","secret":"secret-key-1","sends":1,"since":1000000000000,"state":"waiting"})");
}

TEST_CASE("an event of a sign-up has the members of its kind", "[signup]") {
  CHECK(json_of(waited) == R"({"event":"waited","now":1000000000000,"random":2147483648})");
  CHECK(json_of(in_progress) ==
        R"({"code":"request.in_progress","event":"answered","now":1000000000000,"random":2147483648,"status":409})");
}

TEST_CASE("effects are listed in the order they are carried out, with the wait", "[signup]") {
  std::string text;
  append_effects(text, walk(to_confirmed));
  CHECK(text == R"("effects":["forget","tell","unlock"])");
  text.clear();
  append_effects(text, walk(to_waiting));
  CHECK(text == R"("effects":["wait"],"waitMs":1000)");
}

TEST_CASE("a text that is no state or no event is refused", "[signup]") {
  CHECK(signup::read_state("{}").error().code == Code::field_required);
  CHECK(signup::read_state(R"({"state":"lost"})").error().code == Code::enum_unknown);
  CHECK(signup::read_state(R"({"state":"editing","sends":-1})").error().code == Code::number_range);
  CHECK(signup::read_state(R"({"state":"editing","other":1})").error().code == Code::field_unknown);
  CHECK(signup::read_event(R"({"event":"token","now":1,"random":1,"ok":true})").error().code == Code::field_unknown);
  CHECK(signup::read_event(R"({"event":"token","now":"1"})").error().code == Code::field_type);
}

TEST_CASE("a list of texts is read as the JSON is", "[signup]") {
  const auto state = signup::read_state_texts("state\0waiting\0key\0key-1\0sends\0002\0asksNext\0true\0"sv);
  REQUIRE(state);
  CHECK(json_of(*state) == R"({"asksNext":true,"key":"key-1","sends":2,"state":"waiting"})");
  const auto event = signup::read_event_texts("event\0locked\0now\0005\0random\0007\0ok\0true\0"sv);
  REQUIRE(event);
  CHECK(json_of(*event) == R"({"event":"locked","now":5,"ok":true,"random":7})");
}

TEST_CASE("a list of texts with anything else in it is nothing", "[signup]") {
  for (const std::string_view damaged :
       {""sv, "state\0lost\0"sv, "state"sv, "state\0editing\0other\0001\0"sv, "state\0editing\0sends\0-1\0"sv,
        "state\0editing\0sends\0001x\0"sv, "state\0editing\0locked\0false\0"sv, "state\0editing\0state\0editing\0"sv}) {
    CHECK_FALSE(signup::read_state_texts(damaged));
  }
  CHECK_FALSE(signup::read_event_texts("event\0token\0ok\0true\0"sv));
}

}  // namespace
