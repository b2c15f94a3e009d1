#include "vestibule/validation/check.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace {

using namespace vestibule;
using catalogue::Field;
using customer::ValueKind;

constexpr validation::Options signup_create{};

validation::Options about(validation::Options options, catalogue::Entity of) {
  options.of = of;
  return options;
}

constexpr validation::Options api_create{validation::Operation::create, validation::Strictness::api, {}};
constexpr validation::Options api_patch{validation::Operation::patch, validation::Strictness::api, {}};

std::string first_code(const test::Members& members, const validation::Options& options) {
  const auto result = validation::check_json(test::to_json(members), options);
  return result.findings.empty() ? "none" : std::string{to_string(result.findings[0].code)};
}

TEST_CASE("who may send a field is what the catalogue says, for every field", "[check][A01][I07]") {
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const catalogue::FieldInfo& row = catalogue::field_table[i];
    CAPTURE(row.name);
    const test::Members created = test::minimal_record_with({std::string{row.name}, ValueKind::other, {}, {}}, row.of);
    const test::Members patched{{std::string{row.name}, ValueKind::other, {}, {}}};
    const bool reserved = row.kind == catalogue::Kind::reserved;
    const std::string unwritable = reserved ? "field.unknown" : "field.read_only";
    CHECK(first_code(created, about(signup_create, row.of)) == (row.signup ? "field.type" : "field.forbidden"));
    CHECK(first_code(created, about(api_create, row.of)) == (row.create ? "field.type" : unwritable));
    CHECK(first_code(patched, about(api_patch, row.of)) == (row.patch ? "field.type" : unwritable));
  }
}

TEST_CASE("every text field stands at its limit and falls one unit over it", "[check][limit][F20]") {
  constexpr std::string_view units[] = {"a", "\u00ff", "\u6f22", "\U0001F3A4"};
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const catalogue::FieldInfo& row = catalogue::field_table[i];
    const bool plain = row.kind == catalogue::Kind::text || row.kind == catalogue::Kind::multiline ||
                       row.kind == catalogue::Kind::country || row.kind == catalogue::Kind::street ||
                       row.kind == catalogue::Kind::state || row.kind == catalogue::Kind::postal;
    if (!plain || !row.create) continue;
    for (const validation::Options& options : {signup_create, api_create}) {
      const bool signup = options.strictness == validation::Strictness::signup;
      if (signup && !row.signup) continue;
      const std::size_t max = signup ? row.signup_max_utf16 : row.max_utf16;
      for (const std::string_view unit : units) {
        const std::size_t size = unit.size() == 4 ? 2 : 1;
        std::string text;
        for (std::size_t n = 0; n + size <= max; n += size) text += unit;
        if (max % size != 0) text += "a";
        const auto outcome = [&](const std::string& value) {
          const auto members = test::minimal_record_with(test::string_member(row.name, value), row.of);
          return validation::check_json(test::to_json(members), about(options, row.of));
        };
        CAPTURE(row.name, signup, unit);
        CHECK(outcome(text).ok);
        const auto over = outcome(text + "a");
        REQUIRE_FALSE(over.ok);
        bool too_long = false;
        for (const Finding& finding : over.findings) {
          if (finding.code != Code::text_too_long) continue;
          too_long = true;
          CHECK(finding.params == std::vector<std::string>{std::to_string(max), "characters"});
        }
        CHECK(too_long);
      }
    }
  }
}

TEST_CASE("one field is judged as it is in its record", "[check]") {
  const std::string packed =
      test::to_packed({test::string_member("phone", "0171 1234567"), test::string_member("billingCountry", "DE"),
                       test::number_member("nmae", "1")});
  customer::RecordView record;
  REQUIRE_FALSE(validation::read_packed(packed, record));
  validation::Report report;
  validation::check_field(record, Field::phone, signup_create, report);
  CHECK(report.findings().empty());  // the record's country reads it
  CHECK(report.values().size() == 1);
  validation::check_field(record, Field::name, signup_create, report);
  CHECK(report.findings().empty());  // not there yet: that is for the whole record to say
  CHECK(report.values().empty());
  validation::check_unknown(record, signup_create, report);
  REQUIRE(report.findings().size() == 1);
  CHECK(report.findings()[0].code == Code::field_unknown);
}

TEST_CASE("a report is reused for record after record", "[check]") {
  customer::RecordView record;
  validation::Report report;
  const std::string bad = test::to_packed({test::string_member("name", " "), test::number_member("x", "1")});
  const std::string good =
      test::to_packed({test::string_member("name", "A"), test::string_member("recordType", "Business")});
  for (int round = 0; round < 3; ++round) {
    REQUIRE_FALSE(validation::read_packed(bad, record));
    validation::check_record(record, signup_create, report);
    CHECK(report.findings().size() == 3);
    REQUIRE_FALSE(validation::read_packed(good, record));
    validation::check_record(record, signup_create, report);
    CHECK(report.ok());
    CHECK(report.values().size() == 2);
    CHECK(report.text().empty());
  }
}

TEST_CASE("the country of the form is read in any case and ignored when there is none of its name", "[check][F12]") {
  const std::string text = R"({"name":"A","recordType":"Business","phone":"0171 1234567"})";
  const auto findings = [&](std::string_view country) {
    validation::Options options;
    options.country = country;
    return validation::check_json(text, options).findings.size();
  };
  CHECK(findings("DE") == 0);
  CHECK(findings("de") == 0);
  CHECK(findings("") == 1);
  CHECK(findings("ZZ") == 1);
  CHECK(findings("Germany") == 1);
}

}  // namespace
