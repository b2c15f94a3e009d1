// Answers what patterns match, for comparing with another implementation (pattern.test.ts). Each line of standard input is
// a JSON array: a pattern, then texts. The answer is a line of 0 and 1, or "!" and why the pattern is refused.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "vestibule/profile/pattern.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const auto given = nlohmann::json::parse(line, nullptr, false);
    if (!given.is_array() || given.empty()) return 2;
    const auto pattern = vestibule::profile::Pattern::compile(given[0].get<std::string>());
    if (!pattern) {
      std::cout << '!' << pattern.error().what << '\n';
      continue;
    }
    for (std::size_t i = 1; i < given.size(); ++i) {
      std::cout << (pattern.value().matches(given[i].get<std::string>()) ? '1' : '0');
    }
    std::cout << '\n';
  }
  return 0;
}
