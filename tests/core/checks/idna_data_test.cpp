#include "vestibule/checks/idna_data.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/idna.hpp"

namespace {

using namespace vestibule;
using checks::Bidi;
using checks::IdnaData;
using checks::Joining;

IdnaData data() { return IdnaData{atlas::builtin().section("IDNA")}; }

TEST_CASE("the data say what UTS 46 says of a code point", "[idna]") {
  CHECK(data().loaded());
  CHECK(data().classify(U'a').valid);
  CHECK(data().classify(U'a').bidi == Bidi::left);
  CHECK(data().classify(U'7').bidi == Bidi::european_number);
  CHECK(data().classify(U'\u05D0').bidi == Bidi::right);
  CHECK(data().classify(U'\u0628').bidi == Bidi::right);
  CHECK(data().classify(U'\u0628').joining == Joining::dual);
  CHECK(data().classify(U'\u0627').joining == Joining::right);
  CHECK(data().classify(U'\u0660').bidi == Bidi::arabic_number);
  CHECK(data().classify(U'\u0301').mark);
  CHECK(data().classify(U'\u0301').bidi == Bidi::mark);
  CHECK(data().classify(U'\u0301').joining == Joining::transparent);
  CHECK(data().classify(U'\u094D').joining == Joining::virama);
  CHECK(data().classify(U'\u00DF').valid);        // a deviation, kept
  CHECK_FALSE(data().classify(U'\u2FF0').valid);  // disallowed
  CHECK_FALSE(data().classify(U'\u0378').valid);  // not assigned
  CHECK_FALSE(data().classify(U'\uFFFD').valid);
  CHECK_FALSE(data().classify(U'\U0010FFFF').valid);
}

TEST_CASE("only what text::fold does otherwise has a mapping of its own", "[idna]") {
  CHECK(data().own_mapping(U'\u00DF') == "\u00DF");
  CHECK(data().own_mapping(U'\u03C2') == "\u03C2");
  CHECK(data().own_mapping(U'\u200D') == "\u200D");
  CHECK(data().own_mapping(U'\u3002') == ".");
  CHECK_FALSE(data().own_mapping(U'\u00C4').has_value());
  CHECK_FALSE(data().own_mapping(U'\0').has_value());
}

TEST_CASE("no data know nothing", "[idna]") {
  const IdnaData none;
  CHECK_FALSE(none.loaded());
  CHECK_FALSE(none.classify(U'a').valid);
  CHECK_FALSE(none.own_mapping(U'a').has_value());
}

TEST_CASE("a damaged section answers something, and stays inside of itself", "[idna][damage]") {
  const std::string_view whole = atlas::builtin().section("IDNA");
  test::Random random{46};
  for (int round = 0; round < 200; ++round) {
    std::string bytes{whole.substr(0, random.chance(50) ? random.below(whole.size()) : whole.size())};
    for (std::size_t n = random.below(20); n > 0 && !bytes.empty(); --n) {
      const std::size_t reach = random.chance(50) ? 300 : bytes.size();
      bytes[random.below(bytes.size() < reach ? bytes.size() : reach)] = static_cast<char>(random.below(256));
    }
    const test::ExactBlock block{bytes};
    const IdnaData damaged{block.view()};
    for (int i = 0; i < 200; ++i) {
      const auto point = static_cast<char32_t>(random.below(0x110000));
      (void)damaged.classify(point);
      (void)damaged.own_mapping(point);
    }
    (void)checks::process_idna("B\u00DCCHER.\u4F8B\u3002xn--bcher-kva", damaged);
  }
}

}  // namespace
