#include "vestibule/gateway/admission.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::gateway;

TEST_CASE("the first request of a key claims it, one the core refused stores nothing", "[gateway]") {
  CHECK(admit(nullptr, {"f", "b"}) == Admission::claim);
  CHECK(admit(nullptr, {"", "b"}) == Admission::refuse);
}

TEST_CASE("a key with another meaning and other bytes never reaches the API", "[gateway][C5]") {
  for (std::size_t i = 0; i < state_count; ++i) {
    const Known known{{"f", "b"}, static_cast<State>(i)};
    CHECK(admit(&known, {"g", "c"}) == Admission::reuse);
    CHECK(admit(&known, {"", "c"}) == Admission::reuse);  // refused today, never claimed
  }
}

TEST_CASE("equal bytes or an equal meaning are a replay", "[gateway][C6]") {
  for (const Marks request : {Marks{"f", "b"}, Marks{"f", "c"}, Marks{"", "b"}, Marks{"g", "b"}}) {
    const Known created{{"f", "b"}, State::created};
    const Known rejected{{"f", "b"}, State::rejected};
    const Known unknown{{"f", "b"}, State::unknown};
    CHECK(admit(&created, request) == Admission::replay);
    CHECK(admit(&rejected, request) == Admission::replay);
    CHECK(admit(&unknown, request) == Admission::wait);
  }
}

}  // namespace
