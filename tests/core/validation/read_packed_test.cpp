#include "vestibule/validation/read_packed.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using catalogue::Field;
using customer::ValueKind;
using test::PackedWriter;

constexpr auto name = static_cast<std::uint16_t>(Field::name);
constexpr auto fax = static_cast<std::uint16_t>(Field::fax);
constexpr auto methods = static_cast<std::uint16_t>(Field::payment_methods);
constexpr auto null_kind = static_cast<std::uint16_t>(ValueKind::null);
constexpr auto string_kind = static_cast<std::uint16_t>(ValueKind::string);
constexpr auto array_kind = static_cast<std::uint16_t>(ValueKind::array);
constexpr auto other_kind = static_cast<std::uint16_t>(ValueKind::other);

std::string problem_of(const std::string& bytes) {
  customer::RecordView record;
  const test::ExactBlock block{bytes};
  const auto problem = validation::read_packed(block.view(), record);
  if (!problem) return "none";
  std::string text{to_string(problem->code)};
  if (!problem->what.empty()) return text.append(" ").append(problem->what);
  return problem->max == 0 ? text : text.append(" ").append(std::to_string(problem->max));
}

void bad(const PackedWriter& writer) { CHECK(problem_of(writer.bytes()) == "packed.syntax"); }
void ok(const PackedWriter& writer) { CHECK(problem_of(writer.bytes()) == "none"); }

TEST_CASE("a packed record is read into views of the buffer", "[packed]") {
  const std::string bytes = PackedWriter{}
                                .entry(name, string_kind, 5)
                                .text("A\u00e4\u6f22\U0001F3A4")
                                .entry(validation::packed_unknown, 77, 2)
                                .text("xy")
                                .entry(fax, null_kind, 0)
                                .entry(methods, array_kind, 2)
                                .entry(validation::packed_item, 99, 3)
                                .text("ACH")
                                .entry(validation::packed_item, 0, 0)
                                .bytes();
  const test::ExactBlock block{bytes};
  customer::RecordView record;
  REQUIRE_FALSE(validation::read_packed(block.view(), record).has_value());
  CHECK(record[Field::name].text == "A\u00e4\u6f22\U0001F3A4");
  CHECK(record[Field::name].text.data() > block.view().data());
  CHECK(record[Field::fax].kind == ValueKind::null);
  REQUIRE(record.unknown().size() == 1);
  CHECK(record.unknown()[0] == "xy");
  REQUIRE(record[Field::payment_methods].item_count == 2);
  CHECK(record.items()[0] == "ACH");
  CHECK(record.items()[1].empty());
}

TEST_CASE("an empty record is four bytes", "[packed]") {
  CHECK(problem_of(PackedWriter{}.bytes()) == "none");
  CHECK(problem_of("") == "packed.syntax");
  CHECK(problem_of(std::string(3, '\0')) == "packed.syntax");
}

TEST_CASE("every way to damage the layout is packed.syntax", "[packed][W01]") {
  bad(PackedWriter{}.entry(name, string_kind, 2).text("A"));  // a length beyond the text
  bad(PackedWriter{}.entry(name, string_kind, 0xFFFFFFFF).text("A"));
  bad(PackedWriter{}.entry(name, string_kind, 1).text("AB"));          // text left over
  bad(PackedWriter{}.entry(name, string_kind, 1).text("\U0001F3A4"));  // half a pair
  bad(PackedWriter{}.entry(name, string_kind, 3).text("\U0001F3A4\U0001F3A4"));
  bad(PackedWriter{}.entry(name, string_kind, 1).text("\xFF"));  // not UTF-8
  bad(PackedWriter{}.entry(name, string_kind, 1).text("\xE2\x82"));
  bad(PackedWriter{}.entry(name, 0, 0));  // a kind that cannot be sent
  bad(PackedWriter{}.entry(name, other_kind + 1, 0));
  bad(PackedWriter{}.entry(name, 0xFFFF, 0));
  bad(PackedWriter{}.entry(static_cast<std::uint16_t>(catalogue::field_count), string_kind, 0));  // no such field
  bad(PackedWriter{}.entry(0xFFFD, string_kind, 0));
  bad(PackedWriter{}.entry(validation::packed_item, string_kind, 0));           // an item without an array
  bad(PackedWriter{}.entry(name, string_kind, 0).entry(name, string_kind, 0));  // a field twice
  bad(PackedWriter{}.entry(fax, null_kind, 1).text("A"));                       // a text where none belongs
  bad(PackedWriter{}.entry(fax, other_kind, 1));
  bad(PackedWriter{}.entry(methods, array_kind, 1));  // fewer items than said
  bad(PackedWriter{}.entry(methods, array_kind, 0xFFFFFFFF));
  bad(PackedWriter{}.entry(methods, array_kind, 1).entry(name, string_kind, 0));
  bad(PackedWriter{}.entry(methods, array_kind, 1).entry(validation::packed_item, string_kind, 4).text("ACH"));
  bad(PackedWriter{}.entry(validation::packed_unknown, 0, 3).text("xy"));
}

TEST_CASE("an entry count beyond the buffer is refused before anything is read", "[packed][W01]") {
  for (const std::uint32_t count : {1U, 2U, 0x1FFFFFFFU, 0x20000000U, 0x80000000U, 0xFFFFFFFFU}) {
    CAPTURE(count);
    CHECK(problem_of(PackedWriter{}.bytes_with_count(count)) == "packed.syntax");
  }
}

TEST_CASE("a packed record has the limits of a JSON one", "[packed][limit]") {
  const auto with_unknown = [](std::size_t count, std::size_t size, std::string_view unit) {
    PackedWriter writer;
    for (std::size_t i = 0; i < count; ++i) {
      std::string text;
      for (std::size_t n = 0; n < size; ++n) text += unit;
      writer.entry(validation::packed_unknown, 0, static_cast<std::uint32_t>(size)).text(text);
    }
    return writer;
  };
  ok(with_unknown(128, 1, "x"));
  CHECK(problem_of(with_unknown(129, 1, "x").bytes()) == "json.limit members");
  ok(with_unknown(1, 64, "x"));
  CHECK(problem_of(with_unknown(1, 65, "x").bytes()) == "json.limit key bytes");
  ok(with_unknown(1, 32, "\u00e4"));
  CHECK(problem_of(with_unknown(1, 33, "\u00e4").bytes()) == "json.limit key bytes");
  std::string large(limits::record_max_bytes, '\0');
  CHECK(problem_of(large) == "packed.syntax");  // no entries, and text left over
  large.push_back('\0');
  CHECK(problem_of(large) == "limit.input 1048576");
}

TEST_CASE("a number literal that is none is judged, not trusted", "[packed]") {
  const auto result = test::check_packed(
      test::to_packed(test::minimal_record_with(test::number_member("numberOfEmployees", "1}"))), {});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::field_type);
}

}  // namespace
