// Limits are checked before the work they bound. Told without a clock: every input is over one limit and wrong from its
// first byte, so whoever read it before measuring it would answer what is wrong with it, and not that it is too long.
#include "vestibule/limits.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/number.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/sync/json.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace {

using namespace vestibule;

std::string over(std::size_t limit, char filler) { return std::string(limit + 1, filler); }

Code first_code(const std::vector<Finding>& findings) {
  REQUIRE(findings.size() == 1);
  return findings.front().code;
}

}  // namespace

TEST_CASE("documents over their limit are not read", "[limits]") {
  const std::string not_text = over(limits::record_max_bytes, '\xFF');
  CHECK(first_code(validation::check_json(not_text, {}).findings) == Code::limit_input);
  CHECK(first_code(validation::check_form(not_text, {}).findings) == Code::limit_input);
  customer::RecordView record;
  const auto problem = validation::read_packed(not_text, record, validation::Options{});
  REQUIRE(problem.has_value());
  CHECK(problem->code == Code::limit_input);
  CHECK(first_code(validation::check_batch_json(over(limits::batch_max_bytes, '\xFF'), {}).findings) ==
        Code::limit_input);
}

TEST_CASE("documents of the most bytes are read, and those of one byte more are not", "[limits]") {
  // Blanks make a document longer and no other.
  const auto of_size = [](std::string_view text, std::size_t size) {
    return std::string{text}.append(size - text.size(), ' ');
  };
  const auto refused = [](const auto& result) { return !result.ok() && result.error().code == Code::limit_input; };

  constexpr std::string_view profile = R"({"v":1})";
  CHECK(profile::Profile::parse(of_size(profile, limits::profile_max_bytes)).ok());
  const auto larger = profile::Profile::parse(of_size(profile, limits::profile_max_bytes + 1));
  REQUIRE_FALSE(larger.ok());
  CHECK(first_code(larger.error()) == Code::limit_input);

  std::string life;
  lifecycle::append_json(life, lifecycle::Life{});
  CHECK(lifecycle::read_life(of_size(life, limits::life_max_bytes)).ok());
  CHECK(refused(lifecycle::read_life(of_size(life, limits::life_max_bytes + 1))));

  std::string ledger;
  sync::append_json(ledger, sync::Ledger{});
  CHECK(sync::read_ledger(of_size(ledger, limits::ledger_max_bytes)).ok());
  CHECK(refused(sync::read_ledger(of_size(ledger, limits::ledger_max_bytes + 1))));
}

TEST_CASE("texts over their limit are not cleaned", "[limits]") {
  // A control character is refused by name when it is read.
  const std::string text = over(limits::text_max_bytes, '\x07');
  for (const auto& row : catalogue::field_table) {
    using Kind = catalogue::Kind;
    if (row.of != catalogue::Entity::customer || !row.signup || row.kind == Kind::integer || row.kind == Kind::number) {
      continue;
    }
    CAPTURE(std::string{row.name});
    const auto field = static_cast<catalogue::Field>(&row - catalogue::field_table);
    customer::RecordView record;
    customer::ValueView value;
    value.kind = customer::ValueKind::string;
    value.text = text;
    record.set(field, value);
    validation::Report report;
    validation::check_field(record, field, {}, report);
    REQUIRE(report.findings().size() == 1);
    CHECK(report.findings().front().code == Code::text_too_long);
  }
}

TEST_CASE("what has a limit of its own is measured before it is parsed", "[limits]") {
  CHECK(checks::parse_email(over(limits::email_max_octets, '(')).error() == Code::email_too_long);
  CHECK(checks::parse_decimal(over(limits::json_max_number_chars, 'x')).error() == Code::number_too_long);
}

TEST_CASE("findings stop at their limit, and say so", "[limits]") {
  std::string text = "{\"a\":1";
  for (std::size_t i = 0; i < limits::findings_max_row + 10; ++i) text += ",\"x" + std::to_string(i) + "\":1";
  const validation::CheckResult result = validation::check_json(text + "}", {});
  CHECK(result.findings.size() == limits::findings_max_row);
  CHECK(result.truncated);
}
