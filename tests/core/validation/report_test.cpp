#include "vestibule/validation/report.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using validation::Report;

constexpr validation::Member name = validation::member_of(catalogue::Field::name);

TEST_CASE("a report keeps params and suggestions as ranges of one text", "[report]") {
  Report report;
  report.start();
  report.add(Code::number_range, Severity::error, name, "0", "99");
  report.add(Code::field_unknown, Severity::error, validation::unknown_member, {}, {}, "name");
  report.add(Code::enum_unlisted, Severity::warning, name, "not a param of this code");
  const auto& findings = report.findings();
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].param_count == 2);
  CHECK(report.text(findings[0].params[0]) == "0");
  CHECK(report.text(findings[0].params[1]) == "99");
  CHECK(findings[1].param_count == 0);
  CHECK(findings[1].has_suggestion);
  CHECK(report.text(findings[1].suggestion) == "name");
  CHECK(findings[2].param_count == 0);
  CHECK_FALSE(findings[2].has_suggestion);
  CHECK(report.errors() == 2);
  CHECK_FALSE(report.ok());
}

TEST_CASE("an empty suggestion is a suggestion", "[report]") {
  Report report;
  report.start();
  report.add(Code::field_not_canonical, Severity::warning, name, {}, {}, "");
  CHECK(report.findings().front().has_suggestion);
  CHECK(report.ok());
}

TEST_CASE("a report lists 64 findings and says when there were more", "[report][limit][F25]") {
  Report report;
  report.start();
  for (std::size_t i = 0; i < limits::findings_max_row; ++i) report.add(Code::text_markup, Severity::warning, name);
  CHECK(report.findings().size() == 64);
  CHECK_FALSE(report.truncated());
  CHECK(report.ok());
  report.add(Code::email_syntax, Severity::error, name);
  CHECK(report.findings().size() == 64);
  CHECK(report.truncated());
  CHECK_FALSE(report.ok());  // an error refuses even when it is not listed
}

TEST_CASE("start makes a used report as good as new", "[report]") {
  Report report;
  for (int i = 0; i < 100; ++i) report.add(Code::email_syntax, Severity::error, name);
  report.add_value(name, customer::ValueKind::string, "text");
  report.start();
  CHECK(report.ok());
  CHECK(report.findings().empty());
  CHECK(report.values().empty());
  CHECK(report.text().empty());
  CHECK_FALSE(report.truncated());
}

}  // namespace
