#include "vestibule/sync/account_merges.hpp"

#include "tests/core/lifecycle/life_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using test::account;

TEST_CASE("a chain of merges ends at its last winner", "[sync][L-05][L18]") {
  sync::AccountMerges merges;
  CHECK(merges.resolve(account('A')) == account('A'));
  merges.add(account('B'), account('C'));
  merges.add(account('A'), account('B'));
  CHECK(merges.resolve(account('A')) == account('C'));
  CHECK(merges.resolve(account('B')) == account('C'));
  CHECK(merges.resolve(account('a')) == account('a'));
  merges.add(account('A'), account('D'));
  CHECK(merges.resolve(account('A')) == account('C'));
}

TEST_CASE("merges that lead back have no end", "[sync][L-05][L18]") {
  sync::AccountMerges merges;
  merges.add(account('A'), account('B'));
  merges.add(account('B'), account('C'));
  merges.add(account('C'), account('A'));
  CHECK_FALSE(merges.resolve(account('A')));
  CHECK_FALSE(merges.resolve(account('C')));
}

}  // namespace
