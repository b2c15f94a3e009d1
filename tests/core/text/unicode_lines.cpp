// Answers, line by line, what the core makes of a text: for comparing it with another implementation (unicode.test.ts).
// usage: unicode_lines nfc | fold | key | properties
// The texts on standard input hold no line feed; "properties" reads none and writes one line a code point.
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "vestibule/text/classify.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/scripts.hpp"

namespace {

using namespace vestibule::text;

std::string nfc(std::string_view input) {
  std::string out;
  return to_nfc(input, out) ? out : std::string{input};
}

void print_properties() {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    std::printf("%d %d %d\n", static_cast<int>(classify(code_point)), static_cast<int>(script_of(code_point)),
                static_cast<int>(joins(code_point)));
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view wanted = count == 2 ? arguments[1] : "";
  if (wanted == "properties") {
    print_properties();
    return 0;
  }
  if (wanted != "nfc" && wanted != "fold" && wanted != "key") {
    std::cerr << "usage: unicode_lines nfc | fold | key | properties\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << (wanted == "nfc" ? nfc(line) : wanted == "fold" ? fold(line) : match_key(line)) << '\n';
  }
  return 0;
}
