#include "vestibule/ids/uuid.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"

namespace {

using namespace vestibule;
using ids::parse_uuid;

void bad(std::string_view text) {
  CAPTURE(text);
  const auto uuid = parse_uuid(test::ExactBlock{text}.view());
  REQUIRE_FALSE(uuid.ok());
  CHECK(uuid.error() == Code::id_syntax);
}

const std::string example = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

TEST_CASE("parse_uuid reads 36 characters in any case", "[ids][I01]") {
  const auto lower = parse_uuid(test::ExactBlock{example}.view());
  REQUIRE(lower.ok());
  CHECK(lower.value().bytes[0] == 0xF8);
  CHECK(lower.value().bytes[15] == 0xF6);
  CHECK(lower.value().version() == 1);
  CHECK(ids::to_string(lower.value()) == example);
  CHECK(parse_uuid("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6") == lower);
}

TEST_CASE("parse_uuid knows the nil and the max UUID", "[ids][I01]") {
  const auto nil = parse_uuid("00000000-0000-0000-0000-000000000000");
  REQUIRE(nil.ok());
  CHECK(nil.value().is_nil());
  CHECK_FALSE(nil.value().is_max());
  const auto max = parse_uuid("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF");
  REQUIRE(max.ok());
  CHECK(max.value().is_max());
  CHECK(max.value().version() == 15);
}

TEST_CASE("parse_uuid refuses every other form", "[ids][I01]") {
  bad("");
  bad("{" + example + "}");
  bad("urn:uuid:" + example);
  bad("f81d4fae7dec11d0a76500a0c91e6bf6");
  bad(example.substr(1));
  bad(example + "0");
  for (std::size_t at = 0; at < example.size(); ++at) {
    for (const char c : {'g', ' ', '\0', '\x80', '_'}) {
      std::string damaged = example;
      damaged[at] = c;
      bad(damaged);
    }
    std::string other = example;
    other[at] = example[at] == '-' ? '0' : '-';  // a hyphen where none belongs, none where one does
    bad(other);
  }
}

TEST_CASE("every UUID is written and read back", "[ids][property]") {
  test::Random random{9562};
  for (int round = 0; round < 1000; ++round) {
    ids::Uuid uuid;
    for (auto& byte : uuid.bytes) byte = static_cast<std::uint8_t>(random.below(256));
    const std::string text = ids::to_string(uuid);
    CHECK(text.size() == 36);
    CHECK(parse_uuid(text) == Result<ids::Uuid, Code>{uuid});
  }
}

TEST_CASE("make_uuid_v4 sets six bits and keeps 122", "[ids]") {
  std::array<std::uint8_t, 16> ones{};
  ones.fill(0xFF);
  const ids::Uuid high = ids::make_uuid_v4(ones);
  const ids::Uuid low = ids::make_uuid_v4({});
  CHECK(high.version() == 4);
  CHECK(low.version() == 4);
  int kept = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) kept += ((high.bytes[i] ^ low.bytes[i]) >> bit & 1U) != 0 ? 1 : 0;
  }
  CHECK(kept == 122);
}

}  // namespace
