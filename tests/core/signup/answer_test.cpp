// What each answer of the gateway means, seen from the state it leads to.
#include "machine_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using K = StateKind;

const State sent = walk(to_sending).state;
const State asked = walk(to_waiting + Events{waited}).state;

K after(const State& state, const Event& answer) { return signup::step(state, answer).state.kind; }

TEST_CASE("200 and 201 with a whole customer are created, anything less is no answer", "[signup][C11]") {
  for (const std::uint32_t status : {200U, 201U}) {
    Event whole = answered(status);
    whole.whole = true;
    CHECK(after(sent, whole) == K::confirmed);
    CHECK(after(asked, whole) == K::confirmed);
    CHECK(after(sent, answered(status)) == K::waiting);
    CHECK(after(asked, answered(status)) == K::waiting);
  }
  Event other = answered(204);
  other.whole = true;
  CHECK(after(sent, other) == K::waiting);
}

TEST_CASE("every other 4xx to a post refuses, but 408, 409, 425 and 429", "[signup][C11]") {
  for (const std::uint32_t status : {400U, 401U, 403U, 404U, 405U, 413U, 414U, 415U, 421U, 422U, 499U}) {
    CAPTURE(status);
    CHECK(after(sent, answered(status)) == K::refused);
  }
  for (const std::uint32_t status : {0U, 204U, 206U, 301U, 399U, 408U, 425U, 429U, 500U, 502U, 503U, 504U}) {
    CAPTURE(status);
    const Step step = signup::step(sent, answered(status));
    CHECK(step.state.kind == K::waiting);
    CHECK(step.state.next == signup::Move::send);
  }
}

TEST_CASE("a refusal without a code is something between, and says nothing about an earlier post",
          "[signup][C8][C11]") {
  const State again = walk(to_sending + Events{answered(0)} + resend).state;
  REQUIRE(again.kind == K::sending);
  REQUIRE(again.attempt.sends == 2);
  CHECK(after(sent, answered(403)) == K::refused);
  CHECK(after(again, answered(403)) == K::waiting);
  CHECK(after(again, answered(403, "request.origin")) == K::refused);
}

TEST_CASE("202 and 409 are in progress: asked about, not sent again", "[signup]") {
  for (const std::uint32_t status : {202U, 409U}) {
    const Step step = signup::step(sent, answered(status));
    CHECK(step.state.kind == K::waiting);
    CHECK(step.state.next == signup::Move::ask);
  }
}

TEST_CASE("the code tells an old form token and a used key from other refusals", "[signup]") {
  CHECK(after(sent, answered(403, "form.stale")) == K::persisting);
  CHECK(after(sent, answered(422, "request.key_reused")) == K::waiting);
  CHECK(after(sent, answered(403, "request.origin")) == K::refused);
}

TEST_CASE("a question is only refused by an answer that was kept: 422, 404 is a key that is not known",
          "[signup][C11]") {
  CHECK(after(asked, answered(422, "upstream.refused")) == K::refused);
  CHECK(after(asked, answered(422)) == K::waiting);  // something between
  CHECK(after(asked, answered(404)) == K::persisting);
  for (const std::uint32_t status : {400U, 401U, 403U, 405U, 421U, 500U}) {
    CAPTURE(status);
    CHECK(after(asked, answered(status)) == K::waiting);
  }
}

TEST_CASE("Retry-After is never undercut, and capped at five minutes", "[signup][C17]") {
  const auto wait_for = [](const State& state, std::uint32_t status, std::uint64_t retry_after_ms) {
    Event busy = answered(status, "upstream.unavailable");
    busy.retry_after_ms = retry_after_ms;
    return signup::step(state, busy).wait_ms;
  };
  CHECK(wait_for(sent, 503, 90'000) == 90'000);
  CHECK(wait_for(sent, 409, 7000) == 7000);
  CHECK(wait_for(asked, 503, 7000) == 7000);
  CHECK(wait_for(sent, 429, 300'001) == 300'000);
  CHECK(wait_for(walk(to_unresolved).state, 503, 61'000) == 61'000);
  CHECK(wait_for(walk(to_unresolved).state, 503, 1000) == minute_ms);
}

}  // namespace
