#include "vestibule/address/format.hpp"

#include <string>

#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using address::LabelOptions;
using address::Parts;
using address::Script;
using atlas::Part;

Parts parts_of(std::string_view street, std::string_view city, std::string_view state, std::string_view postal) {
  Parts parts;
  parts[Part::street] = street;
  parts[Part::locality] = city;
  parts[Part::admin_area] = state;
  parts[Part::postal_code] = postal;
  return parts;
}

std::string label(std::string_view country, const Parts& parts, const LabelOptions& options = {}) {
  return address::format_label(test::address_formats(), country, parts, options);
}

TEST_CASE("a label has the order, the signs and the capitals of its country", "[format]") {
  CHECK(label("US", parts_of("1 Market St", "San Francisco", "California", "94105")) ==
        "1 Market St\nSAN FRANCISCO, CA 94105");
  CHECK(label("GB", parts_of("1 High St", "Oxford", "", "ox11aa")) == "1 High St\nOXFORD\nOX1 1AA");
  CHECK(label("DE", parts_of("Weg 1", "M\u00fcnchen", "Bayern", "80331")) == "Weg 1\n80331 M\u00fcnchen");
  CHECK(label("LU", parts_of("1, rue A", "Luxembourg", "", "L-1234")) == "1, rue A\nL-1234 Luxembourg");
  CHECK(label("TR", parts_of("Cad. 1", "Beyo\u011flu", "istanbul", "34430")) ==
        "Cad. 1\n34430 Beyo\u011flu/\u0130stanbul");
  Parts named = parts_of("Storgata 5", "Oslo", "", "0155");
  named[Part::name] = "Ingrid Solberg";
  named[Part::organization] = "Nordvik AS";
  CHECK(label("NO", named) == "Ingrid Solberg\nNordvik AS\nStorgata 5\n0155 Oslo");
  CHECK(label("NO", named, {Script::as_typed, true, true}).ends_with("\nNORWAY"));
}

TEST_CASE("empty parts take the signs beside them along", "[format]") {
  CHECK(label("US", parts_of("", "Springfield", "", "")) == "SPRINGFIELD");
  CHECK(label("US", parts_of("", "", "CA", "94105")) == "CA 94105");
  CHECK(label("US", parts_of("", "Springfield", "", "62701")) == "SPRINGFIELD 62701");
  CHECK(label("BR", parts_of("", "", "SP", "")) == "SP");
  CHECK(label("SE", parts_of("", "Stockholm", "", "")) == "Stockholm");
  CHECK(label("US", Parts{}).empty());
}

TEST_CASE("a label in Latin letters has its own order and names", "[format]") {
  const Parts tokyo = parts_of("\u82e5\u67971-2-3", "\u4e16\u7530\u8c37\u533a", "\u6771\u4eac\u90fd", "1540023");
  CHECK(label("JP", tokyo) == "\u3012154-0023\n\u6771\u4eac\u90fd\n\u4e16\u7530\u8c37\u533a\n\u82e5\u67971-2-3");
  const Parts latin = parts_of("1-2-3 Wakabayashi", "Setagaya-ku", "\u6771\u4eac\u90fd", "154-0023");
  CHECK(label("JP", latin, {Script::latin, false, true}) == "1-2-3 Wakabayashi\nSetagaya-ku, TOKYO\n154-0023");
  CHECK(label("SG", parts_of("1 Raffles Place", "Singapore", "", "048616")) == "1 Raffles Place\nSINGAPORE 048616");
}

TEST_CASE("on one line the signs of the script stand between", "[format]") {
  const auto line = [](std::string_view country, const Parts& parts) {
    return address::format_line(test::address_formats(), country, parts, {});
  };
  CHECK(line("FR", parts_of("8 rue A", "Lyon", "", "69006")) == "8 rue A, 69006 LYON");
  CHECK(line("JP", parts_of("\u82e51", "", "\u6771\u4eac\u90fd", "1540023")) ==
        "\u3012154-0023\u6771\u4eac\u90fd\u82e51");
}

TEST_CASE("every part that a format uses appears on the label", "[format]") {
  for (const auto& [code, territory] : test::source_territories().items()) {
    CAPTURE(code);
    Parts parts;
    constexpr std::string_view texts[] = {"qname", "qorg", "qstreet", "qdep", "qcity", "qarea", "q!postal", "qsorting"};
    for (std::size_t i = 0; i < atlas::part_count; ++i) parts.text[i] = texts[i];
    for (const Script script : {Script::local, Script::latin}) {
      const std::string text = label(code, parts, {script, false, false});
      const auto used = test::format_of(code).used;
      for (std::size_t i = 0; i < atlas::part_count; ++i) {
        const bool shown = text.find(texts[i]) != std::string::npos;
        CHECK(shown == (atlas::has(used, static_cast<Part>(i)) || static_cast<Part>(i) == Part::locality));
      }
    }
  }
}

}  // namespace
