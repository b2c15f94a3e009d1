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

TEST_CASE("make_uuid_v7 gives the example of RFC 9562", "[ids][uuid-v7]") {
  // Appendix A.6: 2022-02-22 19:22:22 UTC, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
  const ids::UuidV7Random random{0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};
  const ids::Uuid uuid = ids::make_uuid_v7(0x017F22E279B0, random);
  CHECK(ids::to_string(uuid) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  CHECK(uuid.version() == 7);
  CHECK(ids::unix_ms_of(uuid) == 1645557742000);
}

TEST_CASE("make_uuid_v7 keeps 48 bits of time and 74 of randomness", "[ids][uuid-v7]") {
  ids::UuidV7Random ones{};
  ones.fill(0xFF);
  CHECK(ids::to_string(ids::make_uuid_v7(~std::uint64_t{0}, ones)) == "ffffffff-ffff-7fff-bfff-ffffffffffff");
  CHECK(ids::to_string(ids::make_uuid_v7(0, {})) == "00000000-0000-7000-8000-000000000000");
  CHECK(ids::unix_ms_of(ids::make_uuid_v7((std::uint64_t{1} << 48) - 1, {})) == (std::uint64_t{1} << 48) - 1);
}

TEST_CASE("each UUID version 7 is behind the one before, whatever the clock does", "[ids][uuid-v7][property]") {
  test::Random random{9562};
  ids::UuidV7Random bytes{};
  ids::Uuid last{};
  std::uint64_t clock = 1'700'000'000'000;
  for (int round = 0; round < 10'000; ++round) {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
    clock += random.below(3);
    if (random.below(50) == 0) clock -= 1000;  // set back
    const ids::Uuid next = ids::make_uuid_v7_after(last, clock, bytes);
    CHECK(ids::to_string(next) > ids::to_string(last));
    CHECK(next.version() == 7);
    CHECK(next.bytes[8] >> 6 == 2);
    last = next;
  }
}

TEST_CASE("a full millisecond is followed by the next one", "[ids][uuid-v7][limit]") {
  ids::UuidV7Random ones{};
  ones.fill(0xFF);
  const ids::Uuid full = ids::make_uuid_v7(1000, ones);
  const ids::Uuid next = ids::make_uuid_v7_after(full, 1000, {});
  CHECK(ids::to_string(next) == "00000000-03e9-7000-8000-000000000000");
  // One below full: one more fits.
  const auto below = parse_uuid("00000000-03e8-7fff-bfff-fffffffffffe");
  CHECK(ids::make_uuid_v7_after(below.value(), 1000, {}) == full);
  // The carry passes the bits of version and variant.
  const auto carried = parse_uuid("00000000-03e8-7000-bfff-ffffffffffff");
  CHECK(ids::to_string(ids::make_uuid_v7_after(carried.value(), 1000, {})) == "00000000-03e8-7001-8000-000000000000");
  // Another version is no bound.
  const auto other = parse_uuid("ffffffff-ffff-4fff-bfff-ffffffffffff");
  CHECK(ids::unix_ms_of(ids::make_uuid_v7_after(other.value(), 1000, {})) == 1000);
}

}  // namespace
