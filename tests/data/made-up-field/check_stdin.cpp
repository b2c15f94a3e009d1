// Reads one JSON record from standard input and prints what the library says about it, as JSON.
#include <iostream>
#include <iterator>
#include <string>

#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/result.hpp"

int main() {
  const std::string text{std::istreambuf_iterator<char>{std::cin}, {}};
  std::string answer;
  vestibule::validation::append_json(answer, vestibule::validation::check_json(text, {}));
  std::cout << answer << '\n';
  return std::cout.good() ? 0 : 1;
}
