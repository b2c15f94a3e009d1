#include "vestibule/atlas/areas.hpp"

#include <map>
#include <string>

#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using nlohmann::json;
using test::format_of;

std::string label_for(std::string_view country, std::string_view text) {
  const atlas::Areas areas = format_of(country).areas;
  const auto found = areas.find(text, country);
  return found ? areas.label(found->index, found->latin) : "(none)";
}

TEST_CASE("every area is found by its key, its names and its ISO 3166-2 code", "[atlas][areas]") {
  for (const auto& [code, territory] : test::source_territories().items()) {
    if (!territory.contains("admin_areas")) continue;
    const atlas::Areas areas = format_of(code).areas;
    for (const json& area : territory["admin_areas"]) {
      const std::string key = area["key"].get<std::string>();
      CAPTURE(code, key);
      const auto by_key = areas.find(key, code);
      REQUIRE(by_key.has_value());
      for (const char* member : {"name", "latin", "iso"}) {
        if (!area.contains(member)) continue;
        const std::string text = area[member].get<std::string>();
        CAPTURE(text);
        const auto found = areas.find(text, code);
        REQUIRE(found.has_value());
        CHECK(found->index == by_key->index);
        if (member == std::string_view{"latin"}) CHECK(areas.latin(found->index) == text);
        if (member == std::string_view{"iso"}) CHECK(areas.iso(found->index) == text.substr(3));
      }
    }
  }
}

TEST_CASE("the label carries the code where envelopes do, elsewhere the name in the script it was typed in",
          "[atlas][areas]") {
  CHECK(label_for("US", "california") == "CA");
  CHECK(label_for("US", "US-CA") == "CA");
  CHECK(label_for("AU", "New South Wales") == "NSW");
  CHECK(label_for("CA", "ontario") == "ON");
  CHECK(label_for("BR", "Sao Paulo") == "SP");
  CHECK(label_for("IT", "milano") == "MI");
  CHECK(label_for("ES", "B") == "Barcelona");
  CHECK(label_for("MX", "nl") == "Nuevo Le\u00f3n");
  CHECK(label_for("JP", "tokyo") == "Tokyo");
  CHECK(label_for("JP", "\u6771\u4eac") == "\u6771\u4eac\u90fd");
  CHECK(label_for("JP", "\u4eac\u90fd") == "\u4eac\u90fd\u5e9c");
  CHECK(label_for("JP", "JP-13") == "\u6771\u4eac\u90fd");
  CHECK(label_for("VN", "hai duong") == "H\u1ea3i D\u01b0\u01a1ng");
  CHECK(label_for("VN", "Ho Chi Minh City") == "Ho Chi Minh City");
  CHECK(label_for("TH", "Bangkok") == "Bangkok");
  CHECK(label_for("IE", "County Dublin") == "Co. Dublin");
  CHECK(label_for("IE", "dublin") == "Co. Dublin");
  CHECK(label_for("TW", "Hsinchu") == "(none)");  // a city and a county are called so
  CHECK(label_for("US", "New York State") == "NY");
  CHECK(label_for("US", "13") == "(none)");
  CHECK(label_for("UA", "30") == "\u043c\u0456\u0441\u0442\u043e \u041a\u0438\u0457\u0432");
  CHECK(label_for("TH", "10") == "\u0e01\u0e23\u0e38\u0e07\u0e40\u0e17\u0e1e\u0e21\u0e2b\u0e32\u0e19\u0e04\u0e23");
  CHECK(label_for("AR", "C") == "Ciudad Aut\u00f3noma de Buenos Aires");
  CHECK(label_for("US", "Washington, D.C.") == "DC");
  CHECK(label_for("US", "n. dakota") == "ND");
  CHECK(label_for("US", "N. Virginia") == "(none)");
  CHECK(label_for("DE", "Bayern") == "(none)");
}

TEST_CASE("a word for another kind of area is heard", "[atlas][areas]") {
  for (const std::string_view text :
       {"Kansas City", "Nevada County", "Michigan City", "Delaware County", "Ontario County"}) {
    CAPTURE(text);
    CHECK(label_for(text == "Ontario County" ? "CA" : "US", text) == "(none)");
  }
  CHECK(label_for("MX", "Mexico City") == "(none)");  // not the state around it
  CHECK(label_for("PH", "Quezon City") == "(none)");
  CHECK(label_for("AR", "Buenos Aires City") == "(none)");
  CHECK(label_for("UA", "Kyiv Oblast") == "Kiev oblast");
  CHECK(label_for("UA", "Kyiv") == "Kyiv city");
  CHECK(label_for("TW", "Taipei County") == "(none)");
  CHECK(label_for("TW", "Taipei City") == "Taipei City");
  CHECK(label_for("TW", "Hsinchu City") == "Hsinchu City");
  CHECK(label_for("TW", "Hualien City") == "Hualien County");
  CHECK(label_for("KR", "Seoul City") == "Seoul");
  CHECK(label_for("PH", "Province of Cebu") == "Cebu");
  CHECK(format_of("RU").areas.nearest("Altai Krai") == std::nullopt);  // one letter from the republic
}

TEST_CASE("an area is known by other names that people write", "[atlas][areas]") {
  CHECK(label_for("ES", "Bizkaia") == "Vizcaya");
  CHECK(label_for("ES", "a coruna") == "La Coru\u00f1a");
  CHECK(label_for("IN", "Orissa") == "Odisha");
  CHECK(label_for("CO", "Bogot\u00e1, D.C.") == "Bogot\u00e1");
  CHECK(label_for("CO", "Distrito Capital") == "Bogot\u00e1");
  CHECK(label_for("CA", "Newfoundland") == "NL");
  CHECK(label_for("UA", "Kiev") == "Kyiv city");
}

TEST_CASE("another name is answered in the letters it was typed in", "[atlas][areas]") {
  CHECK(label_for("RU", "Moscow") == "Moskva");
  CHECK(label_for("RU", "Moscow Oblast") == "Moskovskaya oblast'");
  CHECK(label_for("CN", "Tibet") == "Xizang Zizhiqu");
  CHECK(label_for("KR", "\uac15\uc6d0") == "\uac15\uc6d0\ub3c4");
  CHECK(label_for("KR", "Jeonbuk") == "Jeollabuk-do");
}

TEST_CASE("a slip of the pen is near one area or none", "[atlas][areas]") {
  const auto near = [](std::string_view country, std::string_view text) {
    const atlas::Areas areas = format_of(country).areas;
    const auto found = areas.nearest(text);
    return found ? areas.label(*found, false) : "(none)";
  };
  CHECK(near("US", "Califronia") == "CA");
  CHECK(near("US", "Pensylvania") == "PA");
  CHECK(near("US", "Ontario") == "(none)");
  CHECK(near("IT", "Mialno") == "MI");
  CHECK(near("US", "Virgina") == "VA");
  CHECK(near("US", "W. Virginia") == "(none)");  // a word more is no slip
  CHECK(near("US", "Washington DX") == "(none)");
  CHECK(near("US", "West Virgina") == "WV");
  CHECK(near("US", "Sorth Dakota") == "(none)");  // as near to North
  CHECK(near("US", "Abc") == "(none)");
  CHECK(near("US", std::string(5000, 'a')) == "(none)");
}

TEST_CASE("an area knows which postal codes it may have", "[atlas][areas][F18]") {
  const atlas::Areas us = format_of("US").areas;
  const std::size_t california = us.find("CA", "US")->index;
  CHECK(us.may_have(california, "90210"));
  CHECK(us.may_have(california, "902101234"));
  CHECK_FALSE(us.may_have(california, "10001"));
  CHECK(us.may_have(california, "9"));     // too short to tell
  CHECK(us.may_have(california, "X123"));  // no number
  const atlas::Areas ireland = format_of("IE").areas;
  CHECK(ireland.may_have(0, "D02AF30"));  // nothing is known
}

}  // namespace
