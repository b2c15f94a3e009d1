#include "vestibule/atlas/atlas.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/atlas/bytes.hpp"
#include "vestibule/atlas/phone_plans.hpp"
#include "vestibule/atlas/texts.hpp"

namespace {

using namespace vestibule;
using atlas::Atlas;
using namespace std::string_view_literals;

std::string u32(std::uint32_t value) {
  std::string out;
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
  return out;
}

std::string two_sections() {
  return "VATL" + u32(atlas::version) + u32(2) + "AAAA" + u32(36) + u32(4) + "BBBB" + u32(40) + u32(3) + "wxyzabc";
}

bool opens(const std::string& bytes) {
  const test::ExactBlock block{bytes};
  return Atlas::open(block.view()).ok();
}

TEST_CASE("an atlas gives its sections by their tags", "[atlas]") {
  const std::string bytes = two_sections();
  const auto atlas = Atlas::open(bytes);
  REQUIRE(atlas.ok());
  CHECK(atlas.value().section("AAAA") == "wxyz");
  CHECK(atlas.value().section("BBBB") == "abc");
  CHECK(atlas.value().section("CCCC").empty());
  CHECK(atlas.value().section("").empty());
}

TEST_CASE("a damaged frame is refused, wherever the damage is", "[atlas][W]") {
  const std::string good = two_sections();
  REQUIRE(opens(good));
  for (std::size_t size = 0; size < good.size(); ++size) CHECK_FALSE(opens(good.substr(0, size)));
  const auto with = [&](std::size_t at, const std::string& bytes) {
    std::string changed = good;
    changed.replace(at, bytes.size(), bytes);
    return changed;
  };
  CHECK_FALSE(opens(with(0, "VATX")));
  CHECK_FALSE(opens(with(4, u32(1))));            // another version
  CHECK_FALSE(opens(with(8, u32(0xFFFFFFFF))));   // more entries than bytes
  CHECK_FALSE(opens(with(24, "AAAA")));           // a tag twice
  CHECK_FALSE(opens(with(16, u32(0xFFFFFFFF))));  // a section that begins beyond the end
  CHECK_FALSE(opens(with(20, u32(0xFFFFFFFF))));  // one that ends there
}

TEST_CASE("numbers are read little-endian and never beyond the bytes", "[atlas]") {
  CHECK(atlas::read_u32("\x01\x02\x03\x04", 0) == 0x04030201);
  CHECK(atlas::read_u16("\x01\x02", 1) == 0x02);
  CHECK(atlas::read_u8("", 0) == 0);
  CHECK(atlas::slice("abc", 1, 9) == "bc");
  CHECK(atlas::slice("abc", 4, 1).empty());
}

TEST_CASE("a text is found by its number, wherever eight bytes begin", "[atlas]") {
  test::Random random{20261129};
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> texts;
    std::string table;
    for (std::size_t count = random.below(30); count > 0; --count) {
      std::string text;
      for (std::size_t size = random.below(12); size > 0; --size) text.push_back(random.pick("\x01\x7F\x80\xFFx"sv));
      texts.push_back(text);
      table += text + '\0';
    }
    const test::ExactBlock block{table};
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(atlas::text_at(block.view(), i) == texts[i]);
    CHECK(atlas::text_at(block.view(), texts.size()).empty());
    CHECK(atlas::text_at(block.view(), texts.size() + 20).empty());
  }
}

TEST_CASE("the atlas that is linked in opens, the same each time", "[atlas]") {
  const auto again = Atlas::open(atlas::builtin_bytes);
  REQUIRE(again.ok());
  CHECK(again.value().phones().loaded());
  CHECK(again.value().phones().section() == atlas::builtin().phones().section());
}

TEST_CASE("phone plans that cannot be unpacked are damage", "[atlas][W]") {
  const auto with_plans = [](const std::string& packed) {
    return "VATL" + u32(atlas::version) + u32(1) + "PHON" + u32(24) + u32(static_cast<std::uint32_t>(packed.size())) +
           packed;
  };
  const auto with_counts = [&](std::size_t wrong) {
    std::string head(12, '\0');
    head[wrong] = head[wrong + 1] = '\xFF';
    return with_plans(head);
  };
  CHECK(opens(with_plans("")));         // no plans
  CHECK_FALSE(opens(with_counts(0)));   // 65,535 calling codes
  CHECK_FALSE(opens(with_counts(2)));   // as many regions
  CHECK_FALSE(opens(with_counts(4)));   // rules
  CHECK_FALSE(opens(with_counts(8)));   // parts
  CHECK_FALSE(opens(with_counts(10)));  // nodes
}

}  // namespace
