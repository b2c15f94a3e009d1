#include "vestibule/validation/check_form.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

std::string problem_of(std::string_view body) {
  customer::RecordView record;
  const test::ExactBlock block{body};
  const auto problem = validation::read_form(block.view(), record);
  if (!problem) return "none";
  return std::string{to_string(problem->code)} + " " +
         (problem->params.empty() ? problem->pointer : problem->params[0]);
}

TEST_CASE("form.syntax names the byte of the body", "[form]") {
  CHECK(problem_of("name=A%") == "form.syntax 6");
  CHECK(problem_of("name=A&email=%zz") == "form.syntax 13");
  CHECK(problem_of("%4=A") == "form.syntax 0");
  CHECK(problem_of("name=\xFF") == "form.syntax 5");
  CHECK(problem_of("name=%41%42%FF") == "form.syntax 11");
  CHECK(problem_of("name=%C3%A4%C3&x=1") == "form.syntax 11");
  CHECK(problem_of("n%41me%80=1") == "form.syntax 6");
}

TEST_CASE("form.duplicate_key names the field, empty or not", "[form]") {
  CHECK(problem_of("name=A&name=B") == "form.duplicate_key /name");
  CHECK(problem_of("name=&name=B") == "form.duplicate_key /name");
  CHECK(problem_of("a/b=&a%2Fb=") == "form.duplicate_key /a~1b");
}

TEST_CASE("a form body cut at any byte is read without a byte beyond it", "[form]") {
  const std::string body = "name=O%27Brien+%26+S%C3%B6hne&recordType=Business&email=&x%2F=1";
  for (std::size_t size = 0; size <= body.size(); ++size) {
    const test::ExactBlock block{std::string_view{body}.substr(0, size)};
    static_cast<void>(validation::check_form(block.view(), {}));
  }
}

TEST_CASE("fields of a kind are read as that kind", "[form]") {
  customer::RecordView record;
  REQUIRE_FALSE(validation::read_form(
      "numberOfEmployees=1e2&annualRevenue=many&taxExempt=on&billingProrationEnabled=maybe&billCycleDay=1&fax=",
      record));
  CHECK(record[catalogue::Field::number_of_employees].kind == customer::ValueKind::number);
  CHECK(record[catalogue::Field::annual_revenue].kind == customer::ValueKind::string);
  CHECK(record[catalogue::Field::tax_exempt].kind == customer::ValueKind::boolean_true);
  CHECK(record[catalogue::Field::billing_proration_enabled].kind == customer::ValueKind::string);
  CHECK(record[catalogue::Field::bill_cycle_day].kind == customer::ValueKind::string);
  CHECK(record[catalogue::Field::fax].kind == customer::ValueKind::absent);
}

}  // namespace
