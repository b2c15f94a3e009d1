// explore_create: searches the small world of one sign-up for a state that breaks a rule.
// usage: explore_create leases|single|contact [--without A1|A2|A3|all] [--tolerate RULES] [--states N]
//   --tolerate   goes on where one of these rules is broken, such as C3,C8: what is left must hold all the same
#include <charconv>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

#include "moves.hpp"
#include "search.hpp"

namespace {

using namespace vestibule::exploration;
using namespace vestibule::exploration::create;

class Model {
 public:
  using State = World;

  Model(const Rules& rules, std::string_view tolerated) : rules_{rules}, tolerated_{tolerated} {}

  [[nodiscard]] World first() const { return first_world(rules_); }
  [[nodiscard]] std::string encode(const World& world) const { return create::encode(world); }
  [[nodiscard]] World decode(std::string_view bytes) const { return create::decode(bytes); }

  // Looking at the end costs more than all else: one state in eight, the same ones each time.
  [[nodiscard]] std::string broken(const World& world) const {
    std::string rule = create::broken(world);
    if (!rule.empty() && !tolerates(rule)) return rule;
    if (hash_of(create::encode(world)) % 8 != 0) return {};
    return create::broken_in_the_end(world, rules_);
  }

  template <class Visit>
  void successors(const World& world, Visit visit) const {
    World next = world;
    const auto offer = [&](const char* label, bool happened) {
      if (!happened) return;
      visit(label, next);
      next = world;
    };
    for (std::size_t worker = 0; worker < (rules_.single_owner ? 1 : worker_count); ++worker) {
      offer("a request arrives", request(next, rules_, worker));
      offer("the alarm rings", alarm(next, rules_, worker));
      offer("what was sent is recorded", save(next, rules_, worker));
      offer("the first byte leaves", wire(next, rules_, worker));
      offer("accepted", reply(next, rules_, worker, Reply::accepted));
      offer("the answer is lost", reply(next, rules_, worker, Reply::lost));
      offer("refused", reply(next, rules_, worker, Reply::refused));
      offer("put off", reply(next, rules_, worker, Reply::put_off));
      offer("failed before it was executed", reply(next, rules_, worker, Reply::failed));
      offer("answered with another's record", reply(next, rules_, worker, Reply::foreign));
      offer("the search is carried out", search(next, rules_, worker, Found::records));
      offer("the search is not answered", search(next, rules_, worker, Found::nothing_known));
      offer("the search is not filtered", search(next, rules_, worker, Found::foreign));
      offer("the search's answer arrives", tell(next, rules_, worker));
      offer("a worker dies", crash(next, rules_, worker));
    }
    for (std::size_t number = 0; number < world.creates.size(); ++number) {
      offer("a create is executed", execute(next, rules_, number));
      offer("its record shows", show(next, rules_, number));
      offer("a create is dropped", die(next, rules_, number));
    }
    offer("time passes", advance(next, rules_));
  }

 private:
  [[nodiscard]] bool tolerates(std::string_view rule) const {
    return !rule.empty() && tolerated_.find(rule.substr(0, rule.find(' '))) != std::string_view::npos;
  }

  Rules rules_;
  std::string_view tolerated_;
};

bool drop(Rules& rules, std::string_view assumption) {
  const bool all = assumption == "all";
  if (all || assumption == "A1") rules.dies_in_time = false;
  if (all || assumption == "A2") rules.shows_in_time = false;
  if (all || assumption == "A3") rules.sends_in_time = false;
  return all || assumption == "A1" || assumption == "A2" || assumption == "A3";
}

int report(std::string_view name, const Report& report) {
  std::printf("%.*s: %llu states, %llu transitions, depth %u, %.1f s, %s\n", static_cast<int>(name.size()), name.data(),
              static_cast<unsigned long long>(report.states), static_cast<unsigned long long>(report.transitions),
              report.depth, report.seconds, report.whole ? "whole" : "bounded");
  if (report.broken.empty()) return 0;
  std::printf("broken: %s\n", report.broken.c_str());
  for (const std::string& step : report.trace) std::printf("  %s\n", step.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view name = count > 1 ? arguments[1] : "";
  Rules rules{.single_owner = name == "single" || name == "contact", .contact = name == "contact"};
  std::uint64_t states = std::numeric_limits<std::uint64_t>::max();
  std::string_view tolerated;
  bool understood = name == "leases" || name == "single" || name == "contact";
  for (int i = 2; i + 1 < count; i += 2) {
    const std::string_view option = arguments[i];
    const std::string_view value = arguments[i + 1];
    if (option == "--without") {
      understood = drop(rules, value) && understood;
    } else if (option == "--tolerate") {
      tolerated = value;
    } else {
      const auto read = std::from_chars(value.data(), value.data() + value.size(), states);
      understood = understood && option == "--states" && read.ec == std::errc{};
    }
  }
  if (!understood || count % 2 != 0) {
    std::fputs("usage: explore_create leases|single|contact [--without A1|A2|A3|all] [--tolerate RULES] [--states N]\n",
               stderr);
    return 2;
  }
  const Model model{rules, tolerated};
  return report(name, Search<Model>{model}.run(states));
}
