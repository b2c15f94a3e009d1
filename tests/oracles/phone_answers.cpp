// What the core says about phone numbers, for comparing it with other libraries.
// usage: phone_answers [--typing] [ATLAS] < lines of "COUNTRY<TAB>text"   COUNTRY may be empty; ATLAS: a file of other facts
// A line each: the code of the error, or valid, E.164, region, type, national and international format, by tabs;
// with --typing the text as it would be shown.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "vestibule/atlas/atlas.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/phone_typing.hpp"

namespace {

using namespace vestibule;

std::string answer(const atlas::PhonePlans& plans, std::string_view country, std::string_view text) {
  const auto read = checks::read_phone(text, plans, country);
  if (!read) return std::string{to_string(read.error())};
  const checks::PhoneNumber& number = read.value();
  std::string out = number.valid() ? "valid\t" : number.possible ? "possible\t" : "invalid\t";
  checks::append_e164(number, plans, out);
  out.append("\t").append(number.region()).append("\t").append(checks::to_string(number.type)).append("\t");
  checks::append_national(number, plans, out);
  out.push_back('\t');
  checks::append_international(number, plans, out);
  return out;
}

std::string contents_of(const char* path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const bool typing = argc > 1 && std::string_view{argv[1]} == "--typing";
  const int file = typing ? 2 : 1;
  const std::string bytes = argc > file ? contents_of(argv[file]) : std::string{};
  const auto read = atlas::Atlas::open(argc > file ? std::string_view{bytes} : atlas::builtin_bytes);
  if (!read || !read.value().phones().loaded()) {
    std::cerr << argv[file] << " is not an atlas with phone plans\n";
    return 2;
  }
  const atlas::PhonePlans& plans = read.value().phones();
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string_view country = std::string_view{line}.substr(0, tab);
    const std::string_view text = std::string_view{line}.substr(tab + 1);
    std::cout << (typing ? checks::format_typed_phone(text, text.size(), plans, country).text
                         : answer(plans, country, text))
              << '\n';
  }
}
