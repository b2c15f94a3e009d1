// Every rule vector of tests/vectors, by every reader that can express it.
#include "tests/support/vectors.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;

const std::vector<test::RuleFile>& rule_files() {
  static const std::vector<test::RuleFile> files = test::load_rule_files();
  return files;
}

template <class Each>
void for_each_test(const Each& each) {
  for (const test::RuleFile& file : rule_files()) {
    for (const test::RuleTest& one : file.tests) {
      CAPTURE(file.rule, one.id, one.comment);
      each(one);
    }
  }
}

std::vector<std::string> each_once(const std::vector<std::string>& codes) {
  std::vector<std::string> once;
  for (const std::string& code : codes) {
    if (std::find(once.begin(), once.end(), code) == once.end()) once.push_back(code);
  }
  return once;
}

TEST_CASE("every rule vector has the outcome, value, codes and pointers it names", "[vectors]") {
  for_each_test([](const test::RuleTest& one) {
    const test::Verdict verdict = test::run(one);
    CHECK(verdict.outcome == one.outcome);
    if (one.finding_count) {
      CHECK(verdict.codes.size() == *one.finding_count);
      CHECK(each_once(verdict.codes) == one.codes);
    } else {
      CHECK(verdict.codes == one.codes);
    }
    if (!one.pointers.empty()) CHECK(verdict.pointers == one.pointers);
    if (one.suggestion) CHECK(verdict.suggestion == one.suggestion);
    if (one.outcome == "refused") {
      CHECK_FALSE(verdict.output.has_value());
    } else if (one.output_is_null) {
      CHECK_FALSE(verdict.output.has_value());
    } else {
      CHECK(verdict.output.value_or("(none)") == one.output.value_or(one.input));
    }
  });
}

TEST_CASE("the packed reader and the JSON reader give equal results for every rule vector", "[vectors][packed]") {
  for_each_test([](const test::RuleTest& one) {
    const auto members = test::members_of(one);
    if (!members) return;
    const auto by_json = validation::check_json(test::to_json(*members), one.options());
    const auto by_packed = test::check_packed(test::to_packed(*members, one.options().of), one.options());
    CHECK(by_packed == by_json);
  });
}

TEST_CASE("the form reader and the JSON reader give equal results where a form can say the same", "[vectors][form]") {
  for_each_test([](const test::RuleTest& one) {
    const auto members = test::members_of(one);
    // An empty form field is left out, there is no null in a form, and a form field has its own kind, not the value's.
    if (!members || !test::form_can_say(*members)) return;
    const auto by_json = validation::check_json(test::to_json(*members), one.options());
    const std::string body = test::to_form(*members);
    if (body.size() > limits::record_max_bytes) return;  // escapes take three bytes each
    const auto by_form = validation::check_form(body, one.options());
    CHECK(by_form == by_json);
  });
}

}  // namespace
