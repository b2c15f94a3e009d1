#include "signup/people.hpp"

#include <algorithm>

namespace vestibule::simulation::creation {
namespace {

using signup::EventKind;

constexpr Time their_time = 2 * hour;
constexpr std::uint32_t kinds_of_acts = 12;

}  // namespace

People::People(Street& street) : street_{street} {
  Random& work = street_.run.work;
  const std::size_t count = 1 + work.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    Browser& browser = browsers_.emplace_back(!work.chance(125));
    for (std::size_t tab = 0; tab < tabs_each; ++tab) tabs_.emplace_back(street_, browser, i * tabs_each + tab);
    browser.on_tell = [this](std::size_t from, const std::string& key) {
      const std::optional<Fault> fault = street_.run.faults.at(Site::event);
      if (fault) street_.run.log.add(street_.run.now(), "fault told", to_string(*fault));
      if (fault && fault->kind == FaultKind::drop) return;
      tell(from, key, fault && fault->kind == FaultKind::delay ? fault->amount : 1);
      if (fault && fault->kind != FaultKind::delay) tell(from, key, second);
    };
  }
}

void People::tell(std::size_t from, const std::string& key, Time delay) {
  street_.run.scheduler.after(delay, [this, from, key] {
    const std::size_t first = from / tabs_each * tabs_each;
    for (std::size_t tab = first; tab < first + tabs_each; ++tab) {
      if (tab != from) tabs_[tab].told(key);
    }
  });
}

Time People::start() {
  Random& work = street_.run.work;
  for (std::size_t browser = 0; browser < browsers_.size(); ++browser) {
    Time at = work.below(30 * minute);
    const Answers answers = 1 + work.below(1'000);
    street_.run.scheduler.after(at, [this, browser, answers] {
      tabs_[browser * tabs_each].open();
      tabs_[browser * tabs_each].submit(answers);
    });
    const std::uint32_t acts = work.below(12);
    for (std::uint32_t i = 0; i < acts; ++i) {
      // Most of it while something is under way, the rest much later.
      at += work.chance(700) ? work.below(4 * second) : work.below(15 * minute);
      const std::uint32_t what = work.below(kinds_of_acts * 2);
      // The same person types the same again, or changes a word.
      const Answers typed = work.chance(500) ? answers : 1 + work.below(1'000);
      street_.run.scheduler.after(at, [this, browser, what, typed] { act(browser, what, typed); });
    }
  }
  return their_time;
}

void People::act(std::size_t number, std::uint32_t what, Answers answers) {
  Browser& browser = browsers_[number];
  Tab& tab = tabs_[number * tabs_each + what % tabs_each];
  const auto both = [&](auto what_happens) {
    for (std::size_t i = 0; i < tabs_each; ++i) what_happens(tabs_[number * tabs_each + i]);
  };
  switch (what / tabs_each) {
    case 0:
    case 1: return tab.open();
    case 2: return tab.close();
    case 3: tab.close(); return tab.open();                   // a reload
    case 4: tab.submit(answers); return tab.submit(answers);  // a double click
    case 5: tab.open(); return tab.submit(answers);
    case 6: return tab.happen(EventKind::edit);
    case 7: return tab.happen(EventKind::check);
    case 8: return tab.freeze();
    case 9: return tab.thaw();
    case 10: browser.offline = true; return both([](Tab& each) { each.happen(EventKind::offline); });
    default: browser.offline = false; return both([](Tab& each) { each.happen(EventKind::online); });
  }
}

void People::come_back() {
  for (Browser& browser : browsers_) browser.offline = false;
  for (Tab& tab : tabs_) {
    tab.open();
    tab.thaw();
    tab.happen(EventKind::online);
    tab.happen(EventKind::check);
  }
}

void People::look() {
  for (std::size_t i = 0; i < tabs_.size(); ++i) {
    if (tabs_[i].is_open()) street_.witness.look_at(i, tabs_[i].state());
  }
  for (std::size_t i = 0; i < browsers_.size(); ++i) {
    if (!browsers_[i].held()) continue;
    const std::string& key = browsers_[i].held()->attempt.key;
    const auto first = tabs_.begin() + static_cast<std::ptrdiff_t>(i * tabs_each);
    const bool is_known =
        std::any_of(first, first + tabs_each, [&](const Tab& tab) { return tab.state().attempt.key == key; });
    if (!is_known) street_.witness.look_at_kept(key);
  }
}

void People::leave() {
  for (Tab& tab : tabs_) tab.close();
}

void People::send(const Request& request) {
  street_.to_gateway.ask(
      second, [this, request](const Reply& reply) { street_.gateway.handle(request, reply); }, [](const Answer&) {});
}

void People::replay(std::uint32_t amount) {
  if (street_.posts.empty()) return;
  Request request = street_.posts[amount % street_.posts.size()];
  if (amount % 2 == 1) request.answers += 1 + amount % 5;
  send(request);
}

void People::replay_all(const Store& store) {
  for (const Request& request : street_.posts) {
    if (store.contains(request.key)) send(request);
  }
}

}  // namespace vestibule::simulation::creation
