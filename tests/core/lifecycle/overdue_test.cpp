#include "vestibule/lifecycle/overdue.hpp"

#include "life_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using lifecycle::is_overdue;
using lifecycle::pending_max_ms;

constexpr std::uint64_t since = 1'800'000'000'000;

TEST_CASE("an account that is due for more than 15 minutes is overdue", "[lifecycle][R27][R29]") {
  const Life pending = after({create(1), activate(7)});
  CHECK_FALSE(is_overdue(pending, since, since + pending_max_ms));
  CHECK(is_overdue(pending, since, since + pending_max_ms + 1));
  CHECK_FALSE(is_overdue(pending, since, since - 1));
  CHECK_FALSE(is_overdue(pending, since, 0));
}

TEST_CASE("who is linked, held or erased waits for nothing", "[lifecycle][R27][L17]") {
  const std::uint64_t later = since + 2 * pending_max_ms;
  const Life pending = after({create(1), activate(7)});
  CHECK_FALSE(is_overdue(after({create(1)}), since, later));
  CHECK_FALSE(is_overdue(after({create(1), activate(7), tie('A')}), since, later));
  CHECK_FALSE(is_overdue(step(pending, tie('A', true)).life, since, later));
  CHECK_FALSE(is_overdue(step(pending, plain(lifecycle::EventKind::erase)).life, since, later));
}

}  // namespace
