// Reads one JSON record from standard input and prints what the library says about it, as JSON; with the name of a code,
// prints the rule behind it instead.
#include <iostream>
#include <iterator>
#include <string>

#include "vestibule/catalogue/explanation.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/result.hpp"

int main(int argc, char** argv) {
  if (argc > 1) {
    const auto code = vestibule::catalogue::find_code(argv[1]);
    if (!code) return 1;
    const auto& texts = vestibule::catalogue::explanation(*code);
    std::cout << texts.rule << " (" << texts.source << ")\n";
    return 0;
  }
  const std::string text{std::istreambuf_iterator<char>{std::cin}, {}};
  std::string answer;
  vestibule::validation::append_json(answer, vestibule::validation::check_json(text, {}));
  std::cout << answer << '\n';
  return std::cout.good() ? 0 : 1;
}
