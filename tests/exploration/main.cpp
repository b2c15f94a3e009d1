// explore: searches the small world for a state that breaks a rule.
// usage: explore values|billing|merges|links|both [--states N]
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>
#include <string_view>

#include "model.hpp"
#include "search.hpp"

namespace {

using namespace vestibule::exploration;

constexpr Budget value_budget{.nue_edits = 2, .org_edits = 2, .crashes = 2};
constexpr Budget merge_budget{.nue_edits = 1, .org_edits = 1, .crashes = 1, .merges = 1};
constexpr Budget link_budget{.orders = 2, .modes = 2, .merges = 2, .deletions = 2, .releases = 2};
constexpr Budget whole_budget{
    .nue_edits = 3, .org_edits = 3, .crashes = 2, .orders = 2, .modes = 2, .merges = 2, .deletions = 2, .releases = 2};

constexpr std::array<std::string_view, 5> worlds{"values", "billing", "merges", "links", "both"};

World world_named(std::string_view name) {
  if (name == "billing") choose_master(vestibule::sync::Side::nue);
  if (name == "values" || name == "billing") return linked_world(value_budget);
  if (name == "merges") return merging_world(merge_budget);
  if (name == "links") return new_world(link_budget);
  return new_world(whole_budget);
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
  if (std::find(worlds.begin(), worlds.end(), name) == worlds.end()) {
    std::fputs("usage: explore values|billing|merges|links|both [--states N]\n", stderr);
    return 2;
  }
  std::uint64_t states = std::numeric_limits<std::uint64_t>::max();
  if (count == 4 && std::string_view{arguments[2]} == "--states") {
    const std::string_view text = arguments[3];
    if (std::from_chars(text.data(), text.data() + text.size(), states).ec != std::errc{}) states = 0;
  }
  const Model model{world_named(name)};
  return report(name, Search<Model>{model}.run(states));
}
