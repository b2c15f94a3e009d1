// The frame of the simulation by itself: what it leaves out of a list, and that drawn faults can be given again.
#include <algorithm>
#include <vector>

#include "frame/fault.hpp"
#include "frame/scheduler.hpp"
#include "frame/shrink.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::simulation;

bool has(const std::vector<int>& items, int item) { return std::find(items.begin(), items.end(), item) != items.end(); }

TEST_CASE("shrink leaves what is needed and nothing else", "[simulation]") {
  std::vector<int> items;
  for (int i = 0; i < 100; ++i) items.push_back(i);
  const auto fails = [](const std::vector<int>& some) { return has(some, 3) && has(some, 64) && has(some, 65); };
  CHECK(shrink(items, fails) == std::vector{3, 64, 65});
  CHECK(shrink(items, [](const std::vector<int>&) { return true; }).empty());
  CHECK(shrink(items, [](const std::vector<int>& some) { return some.size() >= 7; }).size() == 7);
}

TEST_CASE("faults that were drawn are injected again where they were", "[simulation]") {
  for (std::size_t number = 0; number < profile_count; ++number) {
    const auto profile = static_cast<Profile>(number);
    CAPTURE(to_string(profile));
    Faults drawn{profile, 7};
    const auto ask = [](Faults& faults) {
      std::vector<Fault> found;
      for (std::size_t i = 0; i < 3'000; ++i) {
        if (const auto fault = faults.at(static_cast<Site>(i % site_count))) found.push_back(*fault);
      }
      return found;
    };
    const std::vector<Fault> first = ask(drawn);
    REQUIRE_FALSE(first.empty());
    CHECK(first == drawn.injected());
    Faults given{first};
    CHECK(ask(given) == first);
    drawn.stop();
    CHECK(ask(drawn).empty());
    CHECK(profile_named(to_string(profile)) == profile);
  }
}

TEST_CASE("what is scheduled for one time happens in the order it was asked for", "[simulation]") {
  Scheduler scheduler;
  std::vector<int> done;
  scheduler.after(5, [&] { done.push_back(2); });
  scheduler.after(3, [&] {
    done.push_back(1);
    scheduler.after(2, [&] { done.push_back(4); });
  });
  scheduler.after(5, [&] { done.push_back(3); });
  scheduler.after(6, [&] { done.push_back(5); });
  while (scheduler.step(5)) {
  }
  CHECK(done == std::vector{1, 2, 3, 4});
  CHECK(scheduler.now() == 5);
}

TEST_CASE("the same seed gives the same numbers everywhere", "[simulation]") {
  // Other numbers would make every kept seed another run.
  Random random{1, 1};
  CHECK(random.next() == 1568105131360881734ULL);
  CHECK(Random{1, 2}.next() != 1568105131360881734ULL);
  for (int i = 0; i < 1'000; ++i) {
    CHECK(random.below(7) < 7);
    const std::uint32_t within = random.between(3, 5);
    CHECK((within >= 3 && within <= 5));
  }
}

}  // namespace
