#include "bridge.hpp"

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "queries.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using bridge::Bridge;
using customer::ValueKind;

std::uint32_t write(Bridge& bridge, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::uint8_t* input = bridge.reserve(size);
  REQUIRE(input != nullptr);
  if (size > 0) std::memcpy(input, bytes.data(), size);
  return size;
}

bool is_ok(const std::vector<std::uint32_t>& words) { return (words.at(0) & bridge::flag_ok) != 0; }

// The codes of an answer's findings; checks on the way that the answer has the size its header says.
std::vector<std::string> codes_of(const std::vector<std::uint32_t>& words) {
  REQUIRE(words.size() >= bridge::header_words);
  const std::size_t first = bridge::header_words + bridge::value_words * words[1];
  REQUIRE(words.size() == first + bridge::finding_words * words[2]);
  std::vector<std::string> codes;
  for (std::size_t at = first; at < words.size(); at += bridge::finding_words) {
    codes.emplace_back(to_string(static_cast<Code>(words[at] & 0xFFFF)));
  }
  return codes;
}

const std::vector<std::string> packed_syntax{"packed.syntax"};
const std::vector<std::string> id_syntax{"id.syntax"};
const std::string good =
    test::to_packed({test::string_member("name", " Acme "), test::string_member("recordType", "Business")});

TEST_CASE("a size that was never reserved is a damaged record, not a read", "[bridge][W01]") {
  const std::uint32_t size = GENERATE(1U, 17U, 1U << 20, 0x7FFFFFFFU, 0xFFFFFFFFU);
  Bridge bridge;
  const bool reserved = GENERATE(false, true);
  if (reserved && size > 16) REQUIRE(bridge.reserve(16) != nullptr);
  CAPTURE(size, reserved);
  CHECK(codes_of(bridge.check_packed(size, 0)) == packed_syntax);
  CHECK_FALSE(is_ok(bridge.check_packed(size, 0)));
  CHECK(codes_of(bridge.check_field_packed(size, 0, 0)) == packed_syntax);
  CHECK(
      bridge.check_text(size, 0) ==
      R"({"ok":false,"value":null,"changed":[],"findings":[{"code":"limit.input","severity":"error","pointer":"","params":{"max":"1048576"}}]})");
  CHECK(codes_of(bridge.check_uuid(size)) == id_syntax);
  CHECK(codes_of(bridge.check_salesforce_id(size, 1)) == id_syntax);
  CHECK(bridge.uuid_v4(size).empty());
  CHECK(bridge.uuid_v7(size).empty());
}

TEST_CASE("what the bridge holds beyond a reservation cannot be asked for", "[bridge][W01]") {
  Bridge bridge;
  REQUIRE(bridge.reserve(0) != nullptr);
  CHECK(codes_of(bridge.check_packed(1, 0)) == packed_syntax);
  CHECK(bridge.check_text(1, 0).find("limit.input") != std::string_view::npos);
  REQUIRE(bridge.reserve(16) != nullptr);
  REQUIRE(bridge.reserve(17) != nullptr);  // a buffer that grows may hold more than it was asked for
  CHECK(bridge.check_text(18, 0).find("limit.input") != std::string_view::npos);
}

TEST_CASE("a size of zero is an empty input, with and without a buffer", "[bridge][W01]") {
  Bridge bridge;
  if (GENERATE(false, true)) CHECK(bridge.reserve(0) != nullptr);
  CHECK(codes_of(bridge.check_packed(0, 0)) == packed_syntax);
  CHECK(codes_of(bridge.check_field_packed(0, 0, 0xFFFF)) == packed_syntax);
  CHECK(bridge.check_text(0, 0).find("\"json.empty\"") != std::string_view::npos);
  CHECK(bridge.check_text(0, bridge::option_batch).find("\"json.empty\"") != std::string_view::npos);
  CHECK(bridge.check_text(0, bridge::option_form).find("\"field.required\"") != std::string_view::npos);
  CHECK(codes_of(bridge.check_uuid(0)) == id_syntax);
  CHECK(codes_of(bridge.check_salesforce_id(0, 1)) == id_syntax);
  CHECK(bridge.uuid_v4(0).empty());
  CHECK(bridge.uuid_v7(0).empty());
}

TEST_CASE("1 MiB can be reserved and one byte more cannot", "[bridge][limit][W01]") {
  Bridge bridge;
  const auto max = static_cast<std::uint32_t>(limits::record_max_bytes);
  CHECK(bridge.reserve(max) != nullptr);
  CHECK(bridge.reserve(max + 1) == nullptr);
  CHECK(bridge.reserve(std::numeric_limits<std::uint32_t>::max()) == nullptr);
  // A refused reservation leaves the bridge as it was.
  const std::uint32_t size = write(bridge, good);
  CHECK(is_ok(bridge.check_packed(size, 0)));
}

TEST_CASE("every damage to the packed layout is an error and none is a crash", "[bridge][packed][W01]") {
  Bridge bridge;
  const auto codes_for = [&](const std::string& bytes) {
    return codes_of(bridge.check_packed(write(bridge, bytes), 0));
  };

  SECTION("cut at every byte") {
    for (std::size_t size = 0; size < good.size(); ++size) {
      CAPTURE(size);
      CHECK(codes_for(good.substr(0, size)) == packed_syntax);
    }
  }
  SECTION("every byte replaced by extreme ones") {
    for (std::size_t at = 0; at < good.size(); ++at) {
      for (const char byte : {'\0', '\1', '\x7F', '\x80', '\xFF'}) {
        std::string bytes = good;
        bytes[at] = byte;
        CAPTURE(at, static_cast<int>(byte));
        CHECK(codes_for(bytes).size() <= limits::findings_max_row);
      }
    }
  }
  SECTION("a count that is not that of the entries") {
    const test::PackedWriter none;
    for (const std::uint32_t count : {1U, 0x20000000U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
      CAPTURE(count);
      CHECK(codes_for(none.bytes_with_count(count)) == packed_syntax);
    }
  }
}

TEST_CASE("a packed answer lists values in the catalogue's order, with texts only for what changed",
          "[bridge][packed]") {
  Bridge bridge;
  const auto& words = bridge.check_packed(write(bridge, good), 0);
  REQUIRE(is_ok(words));
  REQUIRE(words.size() == bridge::header_words + 2 * bridge::value_words);
  CHECK(words[1] == 2);
  CHECK(words[2] == 0);
  CHECK(words[4] == 4);  // "Acme"
  const auto string_kind = static_cast<std::uint32_t>(ValueKind::string) << 16;
  CHECK(words[6] == (static_cast<std::uint32_t>(catalogue::Field::name) | string_kind | 1U << 24));
  CHECK(words[7] == 0);
  CHECK(words[8] == 4);
  CHECK(words[9] == (static_cast<std::uint32_t>(catalogue::Field::record_type) | string_kind));
  CHECK(words[10] == 0);
  CHECK(words[11] == 0);
}

TEST_CASE("a packed answer names the member, the severity and the ranges of a finding", "[bridge][packed]") {
  Bridge bridge;
  const auto packed = test::to_packed({test::string_member("name", "A"), test::string_member("recordType", "company"),
                                       test::number_member("nmae", "1")});
  const auto& words = bridge.check_packed(write(bridge, packed), 0);
  CHECK(codes_of(words) == std::vector<std::string>{"enum.unknown", "field.unknown"});
  REQUIRE(words[1] == 0);  // values of a refused record are not told
  const std::size_t first = bridge::header_words;
  CHECK((words[first] >> 16 & 0xF) == static_cast<std::uint32_t>(Severity::error));
  CHECK((words[first] >> 20 & 0xF) == 1);
  CHECK((words[first] >> 24) == 0);
  CHECK(words[first + 1] == static_cast<std::uint32_t>(catalogue::Field::record_type));
  CHECK(words[first + 3] == std::string_view{"Business, Consumer"}.size());
  const std::size_t second = first + bridge::finding_words;
  CHECK((words[second] >> 24) == 1);
  CHECK(words[second + 1] == validation::unknown_member);
  CHECK(words[second + 7] == std::string_view{"name"}.size());
}

TEST_CASE("a record that cannot be read is a finding about the whole record", "[bridge][packed]") {
  Bridge bridge;
  const auto& words = bridge.check_packed(write(bridge, "\x01"), 0);
  REQUIRE(codes_of(words) == packed_syntax);
  CHECK(words[bridge::header_words + 1] == validation::whole_record);
}

TEST_CASE("one field can be judged without the others", "[bridge][packed]") {
  Bridge bridge;
  const auto packed = test::to_packed(
      {test::string_member("email", "a@b"), test::string_member("phone", "1"), test::number_member("nmae", "1")});
  const std::uint32_t size = write(bridge, packed);
  const auto field = [](catalogue::Field f) { return static_cast<std::uint32_t>(f); };
  using Codes = std::vector<std::string>;
  CHECK(codes_of(bridge.check_field_packed(size, 0, field(catalogue::Field::email))) == Codes{"email.syntax"});
  CHECK(codes_of(bridge.check_field_packed(size, 0, field(catalogue::Field::phone))) == Codes{"phone.length"});
  CHECK(codes_of(bridge.check_field_packed(size, 0, field(catalogue::Field::name))).empty());
  CHECK(codes_of(bridge.check_field_packed(size, 0, 0xFFFF)) == Codes{"field.unknown"});
  CHECK(codes_of(bridge.check_field_packed(size, 0, catalogue::field_count)) == Codes{"field.unknown"});
  CHECK(codes_of(bridge.check_field_packed(size, 0, 0xFFFFFFFF)) == Codes{"field.unknown"});
}

TEST_CASE("the option bits choose operation, strictness, input and country", "[bridge]") {
  Bridge bridge;
  const auto answer = [&](std::string_view text, std::uint32_t options) {
    return std::string{bridge.check_text(write(bridge, text), options)};
  };
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  CHECK(has(answer("{}", 0), "field.required"));
  CHECK(has(answer("{}", bridge::option_patch), "\"ok\":true"));
  const std::string typed = R"({"name":"A","recordType":"Business","type":"Prospect"})";
  CHECK(has(answer(typed, 0), "field.forbidden"));
  CHECK(has(answer(typed, bridge::option_api), "\"ok\":true"));
  CHECK(has(answer("[]", bridge::option_batch), "batch.empty"));
  CHECK(has(answer("name=A&recordType=Business", bridge::option_form), "\"ok\":true"));
  const std::string national = R"({"phone":"0171 1234567"})";
  CHECK(has(answer(national, bridge::option_patch), "phone.no_country"));
  CHECK_FALSE(has(answer(national, bridge::option_patch | 'D' << 8 | 'E' << 16), "phone.no_country"));
  CHECK(has(answer(national, bridge::option_patch | 'D' << 8), "phone.no_country"));
  CHECK(has(answer(national, bridge::option_patch | 0x7F7F00), "phone.no_country"));
}

TEST_CASE("a call leaves nothing behind for the next one", "[bridge]") {
  Bridge bridge;
  Bridge fresh;
  const std::string texts[] = {R"({"name":" A ","recordType":"company","x":1})",
                               R"({"name":"B","recordType":"Business"})", "[", ""};
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string again{bridge.check_text(write(bridge, text), 0)};
    const bool packed_ok = is_ok(bridge.check_packed(write(bridge, good), 0));
    CHECK(packed_ok);
    Bridge once;
    CHECK(again == once.check_text(write(once, text), 0));
  }
}

TEST_CASE("the bridge gives ids the answers of the core", "[bridge][ids]") {
  Bridge bridge;
  const std::string account = "0015f00002JUZPD";
  const std::uint32_t size = write(bridge, account);
  CHECK(is_ok(bridge.check_salesforce_id(size, 1)));
  CHECK(is_ok(bridge.check_salesforce_id(size, 0xFFFF)));
  CHECK(is_ok(bridge.check_salesforce_id(size, 0xFFFFFFFF)));
  CHECK(codes_of(bridge.check_salesforce_id(size, 3)) == std::vector<std::string>{"id.object"});
  CHECK(is_ok(bridge.check_uuid(write(bridge, "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"))));

  // Its value: one text, which is the id's and of no member.
  const auto& words = bridge.check_salesforce_id(write(bridge, account), 1);
  CHECK(words[1] == 1);
  CHECK((words[bridge::header_words] & 0xFFFF) == validation::whole_record);
  CHECK(words[bridge::header_words + 2] == 18);
}

TEST_CASE("a random UUID has version 4, variant 10 and the host's other bits", "[bridge][ids]") {
  Bridge bridge;
  CHECK(bridge.uuid_v4(write(bridge, std::string(16, '\0'))) == "00000000-0000-4000-8000-000000000000");
  CHECK(bridge.uuid_v4(write(bridge, std::string(16, '\xFF'))) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
  CHECK(bridge.uuid_v4(write(bridge, std::string(15, '\xFF'))).empty());
  CHECK(bridge.uuid_v4(write(bridge, std::string(17, '\0'))) == "00000000-0000-4000-8000-000000000000");
}

TEST_CASE("a UUID of version 7 is made of six bytes of time and ten random ones, behind another", "[bridge][ids]") {
  Bridge bridge;
  const std::string time_and_random = std::string("\x01\x7F\x22\xE2\x79\xB0", 6) + std::string(10, '\0');
  const std::string first{bridge.uuid_v7(write(bridge, time_and_random))};
  CHECK(first == "017f22e2-79b0-7000-8000-000000000000");
  const auto bytes = ids::parse_uuid(first).value().bytes;
  CHECK(bridge.uuid_v7(write(bridge, time_and_random + std::string(bytes.begin(), bytes.end()))) ==
        "017f22e2-79b0-7000-8000-000000000001");
  CHECK(bridge.uuid_v7(write(bridge, std::string(15, '\0'))).empty());
}

TEST_CASE("the bridge gives tax numbers the answers of the core", "[bridge][tax]") {
  Bridge bridge;
  const auto asked = [&](const std::string& arguments) {
    return std::string{
        bridge.ask_full(static_cast<std::uint32_t>(bridge::FullQuery::tax_id), write(bridge, arguments))};
  };
  const auto expected = [](std::string_view text, std::string_view country) {
    std::string out;
    validation::append_json(out, validation::check_tax_id(checks::TaxScheme::eu_vat, text, country));
    return out;
  };
  const std::string nul(1, '\0');
  CHECK(asked("eu_vat" + nul + "DE136695976") == expected("DE136695976", ""));
  CHECK(asked("eu_vat" + nul + "136695976" + nul + "DE") == expected("136695976", "DE"));
  CHECK(asked("eu_vat" + nul + "136695976" + nul + "FR") == expected("136695976", "FR"));
  CHECK(asked("eu_vat") == expected("", ""));
  CHECK(asked("vat" + nul + "DE136695976") == "null");
}

TEST_CASE("the bridge splits signatures, and without an atlas what needs none", "[bridge][paste]") {
  Bridge bridge;
  const std::string signature = "Jane Doe\nCEO, Acme Ltd\njane.doe@acme.example";
  const auto query = static_cast<std::uint32_t>(bridge::FullQuery::signature_split);
  const std::string answer{bridge.ask_full(query, write(bridge, signature))};
  CHECK(answer.find(R"("email":{"text":"jane.doe@acme.example","confidence":"high"})") != std::string::npos);
  CHECK(answer.find(R"("name":{"text":"Jane Doe","confidence":"high"})") != std::string::npos);
  CHECK(answer.find(R"("organization":{"text":"Acme Ltd")") != std::string::npos);
  CHECK(answer.find("\"street\"") == std::string::npos);
  CHECK(bridge.ask_full(static_cast<unsigned>(bridge::FullQuery::gateway_note) + 1, write(bridge, signature)) ==
        "null");
}

}  // namespace
