// What holds for every record, tried on generated ones: the same that the parity run uses.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "bridge.hpp"
#include "generate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/vectors.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/text/classify.hpp"
#include "vestibule/text/utf8.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using customer::ValueKind;
using parity::Case;
using validation::CheckResult;

constexpr int rounds = 5000;

validation::Options options_of(const Case& one) {
  validation::Options options;
  if ((one.options & bridge::option_patch) != 0) options.operation = validation::Operation::patch;
  if ((one.options & bridge::option_api) != 0) options.strictness = validation::Strictness::api;
  if ((one.options & bridge::option_contact) != 0) options.of = catalogue::Entity::contact;
  if ((one.options & bridge::option_no_atlas) == 0) options.atlas = &atlas::builtin();
  return options;
}

bool is_record(const Case& one) { return (one.options & bridge::option_input_mask) == 0; }

template <class Each>
void for_each_record(std::uint64_t seed, const Each& each) {
  test::Random random{seed};
  for (int round = 0; round < rounds; ++round) {
    const Case one = parity::generate_case(random);
    if (is_record(one)) each(one, random);
  }
}

test::Members members_of(const customer::Record& record) {
  test::Members members;
  for (const customer::FieldValue& value : record.values) {
    members.push_back({std::string{catalogue::info(value.field).name}, value.kind, value.text, value.items});
  }
  return members;
}

std::string json_of(const customer::Record& record) {
  std::string text;
  customer::append_json(text, record);
  return text;
}

TEST_CASE("accepted output is accepted again unchanged, with no error and nothing more to change", "[property]") {
  int accepted = 0;
  for_each_record(11, [&](const Case& one, test::Random&) {
    const CheckResult first = validation::check_json(one.bytes, options_of(one));
    if (!first.ok) return;
    ++accepted;
    const std::string text = json_of(first.value);
    const test::ExactBlock block{text};
    const CheckResult second = validation::check_json(block.view(), options_of(one));
    if (second.ok && second.value == first.value && second.changed.empty()) return;
    CAPTURE(one.bytes, text);
    FAIL("the second check differs");
  });
  CHECK(accepted > rounds / 10);
}

TEST_CASE("sign-up output has no code point that sign-up refuses or drops", "[property]") {
  for_each_record(12, [&](const Case& one, test::Random&) {
    if ((one.options & bridge::option_api) != 0) return;
    const CheckResult result = validation::check_json(one.bytes, options_of(one));
    for (const customer::FieldValue& value : result.value.values) {
      for (std::size_t at = 0; at < value.text.size();) {
        const auto [code_point, size] = text::decode(value.text, at);
        at += size;
        const text::CharacterClass found = text::classify(code_point);
        const bool forbidden = found == text::CharacterClass::control || found == text::CharacterClass::bidi_control ||
                               found == text::CharacterClass::invisible || found == text::CharacterClass::tag ||
                               found == text::CharacterClass::noncharacter ||
                               (found == text::CharacterClass::space && code_point != U' ') ||
                               (found == text::CharacterClass::line_break && code_point != U'\n');
        if (!forbidden) continue;
        CAPTURE(one.bytes, value.text, static_cast<unsigned>(code_point));
        FAIL("a forbidden character came through");
      }
    }
  });
}

TEST_CASE("a result has a value or an error, never both and never neither", "[property]") {
  for_each_record(13, [&](const Case& one, test::Random&) {
    const CheckResult result = validation::check_json(one.bytes, options_of(one));
    const bool has_error = std::any_of(result.findings.begin(), result.findings.end(),
                                       [](const Finding& finding) { return finding.severity == Severity::error; });
    const bool consistent = result.ok ? !has_error : has_error && result.value.values.empty() && result.changed.empty();
    if (consistent || result.truncated) return;
    CAPTURE(one.bytes);
    FAIL("ok and findings disagree");
  });
}

// Records as members, so that their order can change and every reader can be given the same.
test::Members random_members(test::Random& random, catalogue::Entity of) {
  constexpr std::string_view texts[] = {"Acme",
                                        " A  B ",
                                        "a@b.co",
                                        "A@B.CO",
                                        "+1 415 555 2671",
                                        "0171 1234567",
                                        "example.org",
                                        "business",
                                        "Consumer",
                                        "us",
                                        "ZZ",
                                        "Technology",
                                        "-",
                                        "<b>",
                                        "\u200bx",
                                        "\u202e",
                                        "\u6f22",
                                        "",
                                        " ",
                                        "Net 30",
                                        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                                        "12",
                                        "ACH"};
  constexpr std::string_view numbers[] = {"1", "1e2", "-1", "10.5", "1e400", "9007199254740993", "0.10", "99999999"};
  constexpr std::string_view unknown[] = {"nmae", "x", "", "a/b", "__proto__", "Name"};
  test::Members members;
  const catalogue::FieldRange fields = catalogue::fields_of(of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    if (!random.chance(25) && !(catalogue::field_table[i].required && random.chance(90))) continue;
    test::Member member{std::string{catalogue::field_table[i].name}, ValueKind::string, {}, {}};
    const std::size_t kind = random.below(12);
    if (kind == 0) member.kind = ValueKind::null;
    if (kind == 1) member.kind = ValueKind::boolean_true;
    if (kind == 2) member.kind = ValueKind::other;
    if (kind == 3) {
      member.kind = ValueKind::array;
      for (std::size_t items = random.below(4); items > 0; --items) member.items.emplace_back(random.pick(texts));
    }
    if (kind == 4 || kind == 5) member.kind = ValueKind::number;
    if (member.kind == ValueKind::string) member.text = random.pick(texts);
    if (member.kind == ValueKind::number) member.text = random.pick(numbers);
    members.push_back(member);
  }
  for (const std::string_view name : unknown) {
    if (random.chance(10)) members.push_back({std::string{name}, ValueKind::number, "1", {}});
  }
  random.shuffle(members);
  return members;
}

validation::Options random_options(test::Random& random) {
  validation::Options options;
  if (random.chance(50)) options.strictness = validation::Strictness::api;
  if (random.chance(40)) options.operation = validation::Operation::patch;
  if (random.chance(30)) options.country = "DE";
  if (random.chance(30)) options.of = catalogue::Entity::contact;
  if (random.chance(70)) options.atlas = &atlas::builtin();
  return options;
}

TEST_CASE("findings and value do not depend on the order of the members", "[property]") {
  test::Random random{14};
  for (int round = 0; round < rounds; ++round) {
    const validation::Options options = random_options(random);
    test::Members members = random_members(random, options.of);
    const std::string first = test::to_json(members);
    const CheckResult before = validation::check_json(first, options);
    random.shuffle(members);
    if (validation::check_json(test::to_json(members), options) == before) continue;
    CAPTURE(first, test::to_json(members));
    FAIL("another order, another result");
  }
}

TEST_CASE("the JSON and the packed reader give equal results for any record", "[property][packed]") {
  test::Random random{15};
  for (int round = 0; round < rounds; ++round) {
    const validation::Options options = random_options(random);
    const test::Members members = random_members(random, options.of);
    const CheckResult by_json = validation::check_json(test::to_json(members), options);
    const test::ExactBlock packed{test::to_packed(members, options.of)};
    if (test::check_packed(packed.view(), options) == by_json) continue;
    CAPTURE(test::to_json(members));
    FAIL("the readers differ");
  }
}

TEST_CASE("the JSON and the form reader give equal results for any record a form can say", "[property][form]") {
  test::Random random{16};
  int compared = 0;
  for (int round = 0; round < rounds; ++round) {
    const validation::Options options = random_options(random);
    test::Members members = random_members(random, options.of);
    const auto unsayable = [&](const test::Member& member) { return !test::form_can_say({member}, options.of); };
    members.erase(std::remove_if(members.begin(), members.end(), unsayable), members.end());
    const CheckResult by_json = validation::check_json(test::to_json(members), options);
    ++compared;
    if (validation::check_form(test::to_form(members), options) == by_json) continue;
    CAPTURE(test::to_json(members), test::to_form(members));
    FAIL("the readers differ");
  }
  CHECK(compared == rounds);
}

TEST_CASE("the accepted value of a record is the same by every reader that reads it again", "[property]") {
  for_each_record(17, [&](const Case& one, test::Random&) {
    const CheckResult first = validation::check_json(one.bytes, options_of(one));
    if (!first.ok) return;
    const CheckResult packed =
        test::check_packed(test::to_packed(members_of(first.value), options_of(one).of), options_of(one));
    if (packed.ok && packed.value == first.value && packed.changed.empty()) return;
    CAPTURE(one.bytes);
    FAIL("the packed reader differs");
  });
}

// Codes that no check of a native program can give, and why.
const std::map<std::string, std::string> only_hosts_give{
    {"limit.memory", "the host reports a module that ran out of memory"},
    {"atlas.damaged", "the host hands over an atlas, atlas/atlas_test.cpp a damaged one"},
    {"core.integrity", "the host compares the module's bytes with their digest"},
};

// Codes about requests, not about records: signup/request_test.cpp and the tests of the gateway meet them.
bool is_of_the_wire(std::string_view name) {
  return name.starts_with("request.") || name.starts_with("upstream.") || name.starts_with("gateway.") ||
         name.starts_with("rate.") || name == "form.stale";
}

// Codes about profiles, or that only a profile can lead to: profile/profile_files_test.cpp meets the first,
// validation/custom_fields_test.cpp the others.
bool is_of_a_profile(std::string_view name) {
  return name.starts_with("profile.") || name.starts_with("tax.") || name == "field.pattern" ||
         name == "field.record_type" || name == "email.unwanted";
}

TEST_CASE("every code can be met among vectors, generated inputs and damaged buffers", "[property][code]") {
  std::set<std::string> seen;
  const auto note = [&](const auto& findings) {
    for (const Finding& finding : findings) seen.emplace(to_string(finding.code));
  };
  for (const test::RuleFile& file : test::load_rule_files()) {
    for (const test::RuleTest& one : file.tests) {
      for (const std::string& code : test::run(one).codes) seen.insert(code);
    }
  }
  test::Random random{1};
  for (int round = 0; round < rounds; ++round) {
    const Case one = parity::generate_case(random);
    if (is_record(one)) note(validation::check_json(one.bytes, options_of(one)).findings);
  }
  note(test::check_packed("", {}).findings);
  for (const CodeInfo& code : code_table) {
    const std::string name{code.name};
    if (is_of_the_wire(name) || is_of_a_profile(name)) continue;
    CAPTURE(name);
    CHECK(seen.count(name) + only_hosts_give.count(name) == 1);
  }
}

}  // namespace
