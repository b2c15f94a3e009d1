#include "signup/people.hpp"

#include <algorithm>

namespace vestibule::simulation::creation {
namespace {

using signup::EventKind;

constexpr Time their_time = 2 * hour;
constexpr std::uint32_t kinds_of_acts = 13;

// Within a day, within the time that a key is asked about, or about when the gateway forgets it.
Time absence_from(Random& draw) {
  switch (draw.below(3)) {
    case 0: return hour + draw.below(static_cast<std::uint32_t>(30 * hour));
    case 1: return day + draw.below(static_cast<std::uint32_t>(28 * day));
    default: return 29 * day + draw.below(static_cast<std::uint32_t>(4 * day));
  }
}

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
  Random& more = street_.run.more;
  const bool is_crowded = more.chance(60);
  if (is_crowded) start_crowd();
  has_operator_ = more.chance(250);
  if (has_operator_) {
    for (Time at = 10 * minute; at < their_time; at += 10 * minute) {
      street_.run.scheduler.after(at, [this] { settle_by_hand(); });
    }
  }
  for (std::size_t browser = 0; browser < browsers_.size(); ++browser) {
    Time at = work.below(30 * minute);
    const Answers answers = 1 + work.below(1'000);
    street_.run.scheduler.after(at, [this, browser, answers] {
      tabs_[browser * tabs_each].open();
      tabs_[browser * tabs_each].submit(answers);
    });
    // A moment later, while it is still unknown. A month beside a crowd would be a long run.
    if (!is_crowded && more.chance(150)) {
      absences_[browser] = {absence_from(more), answers};
      start_absence(browser, at + more.below(2 * second));
    }
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
  if (browser.is_away) return;
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
    case 11: browser.offline = false; return both([](Tab& each) { each.happen(EventKind::online); });
    default:
      if (answers % 4 != 0) return;
      street_.run.log.add(street_.run.now(), "browser", number, "is cleared");
      street_.witness.cleared(number);
      return browser.clear_all();
  }
}

void People::start_absence(std::size_t number, Time leaves) {
  street_.run.scheduler.after(leaves, [this, number] {
    street_.run.log.add(street_.run.now(), "browser", number, "is away");
    browsers_[number].is_away = true;
    for (std::size_t i = 0; i < tabs_each; ++i) tabs_[number * tabs_each + i].close();
  });
}

// Everything is forgotten but what the browser keeps, so the same is typed and sent once more.
void People::return_to(std::size_t number, Answers answers) {
  browsers_[number].is_away = false;
  browsers_[number].offline = false;
  // Whether the key is still known, or is given up by now, this is a new beginning.
  street_.witness.cleared(number);
  Tab& tab = tabs_[number * tabs_each];
  tab.open();
  for (const Time pause : {minute, 10 * minute}) {
    street_.run.scheduler.after(pause, [&tab, answers] { tab.submit(answers); });
  }
  street_.run.scheduler.after(hour, [this, number, &tab] {
    look_at(number);
    tab.close();
  });
}

Time People::await_absent() {
  Time latest = 0;
  for (const auto& [number, absence] : absences_) {
    const auto& [span, answers] = absence;
    latest = std::max(latest, span + hour);
    street_.run.scheduler.after(span, [this, who = number, given = answers] { return_to(who, given); });
  }
  return latest;
}

void People::start_crowd() {
  Random& more = street_.run.more;
  const std::uint32_t count = more.between(50, 120);
  const Time at = more.below(static_cast<std::uint32_t>(30 * minute));
  for (std::uint32_t i = 0; i < count; ++i) {
    street_.run.scheduler.after(at + more.below(50), [this, i] {
      const std::string number = std::to_string(i);
      Request request{Ask::post, "crowd-" + number, "secret-" + number, 2'000 + i, street_.clock.wall()};
      street_.posts.push_back(request);
      send(request);
    });
  }
}

void People::settle_by_hand() {
  if (!has_operator_) return;
  Random& more = street_.run.more;
  street_.gateway.settle_by_hand(more, "customer-" + std::to_string(more.below(2)));
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
  for (std::size_t i = 0; i < browsers_.size(); ++i) {
    if (!browsers_[i].is_away) look_at(i);
  }
}

void People::look_at(std::size_t number) {
  const std::size_t first = number * tabs_each;
  for (std::size_t i = first; i < first + tabs_each; ++i) {
    if (tabs_[i].is_open()) street_.witness.look_at(i, tabs_[i].state());
  }
  const std::optional<Held>& held = browsers_[number].held();
  if (!held) return;
  if (held->answers) street_.witness.look_at_answers(held->attempt, street_.clock.wall());
  const auto tab = tabs_.begin() + static_cast<std::ptrdiff_t>(first);
  const bool is_known =
      std::any_of(tab, tab + tabs_each, [&](const Tab& each) { return each.state().attempt.key == held->attempt.key; });
  if (!is_known) street_.witness.look_at_kept(held->attempt.key);
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
  street_.gateway.clean();
  for (const Request& request : street_.posts) {
    if (store.contains(request.key)) send(request);
  }
}

}  // namespace vestibule::simulation::creation
