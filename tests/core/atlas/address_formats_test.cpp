#include "vestibule/atlas/address_formats.hpp"

#include <array>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/pattern.hpp"
#include "vestibule/checks/postal_code.hpp"

namespace {

using namespace vestibule;
using atlas::AddressFormat;
using atlas::Part;
using nlohmann::json;
using test::address_formats;
using test::source_territories;

const std::map<std::string, Part>& part_names() {
  static const std::map<std::string, Part> names{{"name", Part::name},
                                                 {"organization", Part::organization},
                                                 {"street", Part::street},
                                                 {"dependent_locality", Part::dependent_locality},
                                                 {"locality", Part::locality},
                                                 {"admin_area", Part::admin_area},
                                                 {"postal_code", Part::postal_code},
                                                 {"sorting_code", Part::sorting_code}};
  return names;
}

atlas::PartSet set_from(const json& names) {
  atlas::PartSet set = 0;
  for (const json& name : names) set |= atlas::set_of(part_names().at(name.get<std::string>()));
  return set;
}

// "%N%n" as the source writes it.
std::string source_spelling(const std::string& layout) {
  constexpr std::string_view letters = "NOADCSZX";
  std::string text;
  for (const char c : layout) {
    if (c == '\n') {
      text += "%n";
    } else if (c >= 1 && c <= 8) {
      text += '%';
      text += letters[static_cast<std::size_t>(c - 1)];
    } else {
      text += c;
    }
  }
  return text;
}

TEST_CASE("every territory of the source has its formats, parts and labels in the atlas", "[atlas][address]") {
  CHECK(address_formats().size() == source_territories().size());
  std::size_t row = 0;
  for (const auto& [code, territory] : source_territories().items()) {
    CAPTURE(code);
    const auto format = address_formats().find(code);
    REQUIRE(format.has_value());
    CHECK(source_spelling(format->layout(false)) == territory["format"].get<std::string>());
    const std::string latin = territory.value("latin_format", territory["format"].get<std::string>());
    CHECK(source_spelling(format->layout(true)) == latin);
    CHECK(format->required == set_from(territory["required"]));
    CHECK(format->used == set_from(territory["used"]));
    CHECK(format->upper == set_from(territory.value("upper", json::array())));
    CHECK(format->postal_prefix == territory.value("postal_prefix", ""));
    CHECK(format->areas.size() == territory.value("admin_areas", json::array()).size());
    CHECK(format->postal_pattern.empty() == !territory.contains("postal_regex"));
    CHECK(format->name().empty() == (code == "ZZ"));
    CHECK(address_formats().code_at(row++) == code);
  }
  CHECK(address_formats().code_at(row).empty());
}

TEST_CASE("the labels of parts are those of the source", "[atlas][address]") {
  const auto us = test::format_of("US");
  CHECK(us.postal_label == atlas::PostalLabel::zip);
  CHECK(us.admin_area_label == atlas::AdminAreaLabel::state);
  CHECK(us.locality_label == atlas::LocalityLabel::city);
  const auto ireland = test::format_of("IE");
  CHECK(ireland.postal_label == atlas::PostalLabel::eircode);
  CHECK(ireland.admin_area_label == atlas::AdminAreaLabel::county);
  CHECK(ireland.dependent_locality_label == atlas::DependentLocalityLabel::townland);
  CHECK(test::format_of("KR").admin_area_label == atlas::AdminAreaLabel::do_si);
  CHECK(test::format_of("GB").locality_label == atlas::LocalityLabel::post_town);
  CHECK(test::format_of("JP").admin_area_label == atlas::AdminAreaLabel::prefecture);
}

TEST_CASE("only two capital letters name a territory", "[atlas][address]") {
  for (const std::string_view code : {"", "U", "us", "USA", "U1", "QQ", "AA", "[@"}) {
    CAPTURE(code);
    CHECK_FALSE(address_formats().find(code).has_value());
  }
}

// Codes to judge: the examples, the same with one character changed, left out, doubled or swapped, and noise.
std::vector<std::string> codes_around(const json& territory, test::Random& random) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -";
  std::vector<std::string> seeds;
  for (const json& example : territory["postal_examples"]) seeds.push_back(example.get<std::string>());
  std::vector<std::string> codes = seeds;
  for (int i = 0; i < 1500; ++i) {
    std::string code = i % 3 == 0 && !codes.empty() ? random.pick(codes) : random.pick(seeds);
    for (std::size_t changes = random.below(3); changes > 0 && !code.empty(); --changes) {
      const std::size_t at = random.below(code.size());
      switch (random.below(5)) {
        case 0: code[at] = alphabet[random.below(alphabet.size())]; break;
        case 1: code[at] = alphabet[random.below(10)]; break;
        case 2: code.erase(at, 1); break;
        case 3: code.insert(at, 1, alphabet[random.below(alphabet.size())]); break;
        default: code[at] = static_cast<char>(code[at] >= 'A' && code[at] <= 'Z' ? code[at] + 32 : code[at]); break;
      }
    }
    codes.push_back(code);
  }
  for (const char* head : {"AB", "W", "ZE", "GIR", "BFPO ", "CALLAO ", "PC ", "LV-", "", "9", "96"}) {
    for (int i = 0; i < 40; ++i) {
      std::string code = head;
      for (std::size_t size = random.below(7); size > 0; --size) code += alphabet[random.below(alphabet.size())];
      codes.push_back(code);
    }
  }
  return codes;
}

TEST_CASE("a postal pattern gives the verdicts of the regular expression it was made from",
          "[atlas][address][oracle]") {
  test::Random random{20261126};
  std::size_t fits = 0;
  std::size_t misfits = 0;
  for (const auto& [code, territory] : source_territories().items()) {
    if (!territory.contains("postal_regex")) continue;
    CAPTURE(code);
    const std::regex expected{territory["postal_regex"].get<std::string>(), std::regex::ECMAScript | std::regex::icase};
    const std::string_view pattern = test::format_of(code).postal_pattern;
    for (const std::string& postal : codes_around(territory, random)) {
      const bool wanted = std::regex_match(postal, expected);
      (wanted ? fits : misfits) += 1;
      if (atlas::fits_pattern(pattern, test::ExactBlock{postal}.view()) == wanted) continue;
      CAPTURE(postal, wanted);
      CHECK(false);
    }
  }
  CHECK(fits > 20'000);
  CHECK(misfits > 20'000);
}

TEST_CASE("an area's postal codes are those of the expression they were made from", "[atlas][address][oracle]") {
  test::Random random{7};
  std::size_t inside = 0;
  for (const auto& [code, territory] : source_territories().items()) {
    if (!territory.contains("admin_areas")) continue;
    const AddressFormat format = test::format_of(code);
    std::map<std::string, std::regex> expected;  // by what the source calls the area
    for (const json& area : territory["admin_areas"]) {
      if (!area.contains("postal_prefix_regex")) continue;
      const std::string key = area["key"].get<std::string>();
      const std::regex prefix{"^(?:" + area["postal_prefix_regex"].get<std::string>() + ")",
                              std::regex::ECMAScript | std::regex::icase};
      const auto found = format.areas.find(key, code);
      CAPTURE(code, key);
      REQUIRE(found.has_value());
      for (int i = 0; i < 300; ++i) {
        std::string bare;
        if (code == "AD") bare = "AD";
        if (code == "SV") bare = "CP";
        if (code == "AR" && random.chance(50)) bare = "BCDEX"[random.below(5)];
        if (code == "CA")
          bare = {"ABCEGHJKLMNPRSTVXY"[random.below(18)], static_cast<char>('0' + random.below(10)),
                  "ABCEGY"[random.below(6)]};
        while (bare.size() < 7) bare += static_cast<char>('0' + random.below(10));
        std::string spelled = bare;
        if (code == "SV") spelled.insert(2, " ");
        if (code == "CA") spelled.insert(3, " ");
        const bool wanted = std::regex_search(spelled, prefix);
        inside += wanted;
        if (format.areas.may_have(found->index, bare) == wanted) continue;
        CAPTURE(spelled, wanted);
        CHECK(false);
      }
    }
  }
  CHECK(inside > 3'000);
}

TEST_CASE("an example of a postal code fits and is canonical", "[atlas][address]") {
  for (const auto& [code, territory] : source_territories().items()) {
    CAPTURE(code);
    const std::string example = address_formats().postal_example(code);
    CHECK(example.empty() == !territory.contains("postal_regex"));
    if (example.empty()) continue;
    CHECK(checks::read_postal_code(test::format_of(code), code, example) ==
          checks::PostalCode{checks::PostalVerdict::fits, example});
  }
  CHECK(address_formats().postal_example("DE") == "12345");
  CHECK(address_formats().postal_example("QQ").empty());
}

TEST_CASE("a damaged section is read without leaving it", "[atlas][address][W]") {
  const std::string whole{atlas::builtin().section("ADDR")};
  test::Random random{3};
  const auto use = [](std::string_view bytes) {
    const test::ExactBlock block{bytes};
    const atlas::AddressFormats formats{block.view()};
    for (const std::string_view code : {"US", "JP", "RU", "ZZ", "VN", "AR"}) {
      const auto format = formats.find(code);
      if (!format) continue;
      static_cast<void>(format->layout(true));
      static_cast<void>(formats.postal_example(code));
      static_cast<void>(format->areas.find("Qwerty", code));
      for (std::size_t i = 0; i < format->areas.size(); i += 9) {
        static_cast<void>(format->areas.label(i, true));
        static_cast<void>(format->areas.iso(i));
        static_cast<void>(format->areas.may_have(i, "12345"));
      }
      static_cast<void>(checks::read_postal_code(*format, code, "A1B 2C3"));
    }
  };
  CHECK(atlas::AddressFormats{std::string_view{}}.empty());
  CHECK(atlas::AddressFormats{"\x02"}.empty());
  for (std::size_t size = 0; size < whole.size(); size += 1 + random.below(700))
    use(std::string_view{whole}.substr(0, size));
  for (int i = 0; i < 60; ++i) {
    std::string damaged = whole;
    for (int changes = 0; changes < 200; ++changes)
      damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    damaged[0] = 1;
    use(damaged);
  }
}

}  // namespace
