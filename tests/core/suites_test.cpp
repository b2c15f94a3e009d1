// The suites of others in tests/vectors/suites. Where we deliberately differ stands in tests/vectors/deviations.json, with
// the reason; a difference that is not listed fails, and so does a listed one that is none any more.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "suite_tax.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/host.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using test::SuiteCase;

// What the JSON reader says about a text as such: "accepted", or the code. That a record is an object is our rule, not
// JSON's, so json.shape and everything after it count as accepted.
std::string json_outcome(std::string_view input) {
  const test::ExactBlock text{input};
  const auto result = validation::check_json(text.view(), {});
  if (result.findings.empty()) return "accepted";
  const std::string_view code = to_string(result.findings.front().code);
  return code.starts_with("json.") && code != "json.shape" ? std::string{code} : "accepted";
}

bool accepts_json(const SuiteCase& one) { return json_outcome(one.input) == "accepted"; }

bool accepts_uuid(const SuiteCase& one) {
  const test::ExactBlock text{one.input};
  const auto result = validation::check_uuid(text.view());
  if (result.ok) CHECK(text::equals_ignoring_case(result.value, text::trim(one.input)));
  return result.ok;
}

bool accepts_salesforce_id(const SuiteCase& one) {
  const test::ExactBlock text{one.input};
  return ids::parse_salesforce_id(text.view()).ok();
}

checks::IdnaData idna() { return checks::IdnaData{atlas::builtin().section("IDNA")}; }

bool accepts_email(const SuiteCase& one) {
  const test::ExactBlock text{one.input};
  return checks::parse_email(text.view(), idna()).ok();
}

// Real names are accepted as they are, in both strictnesses: nothing changed, nothing said.
bool accepts_name(const SuiteCase& one) {
  const test::ExactBlock text{test::to_json(test::minimal_record_with(test::string_member("name", one.input)))};
  validation::Options api;
  api.strictness = validation::Strictness::api;
  const auto silent = [&](const validation::Options& options) {
    const auto result = validation::check_json(text.view(), options);
    return result.ok && result.changed.empty() && result.findings.empty();
  };
  return silent({}) && silent(api);
}

// The strict form of a host name as systems write it: ASCII, of labels that mean something, of one label too.
bool accepts_hostname(const SuiteCase& one) {
  const std::string host = one.input + ".example";
  const test::ExactBlock text{host};
  return vestibule::text::is_ascii(host) && checks::is_public_host(text.view()) &&
         checks::process_idna(text.view(), idna(), checks::DnsLength::checked).has_value();
}

bool accepts_website(const SuiteCase& one) {
  const test::ExactBlock text{one.input};
  return checks::parse_website(text.view(), idna()).ok();
}

bool same_ascii(const SuiteCase& one) {
  const test::ExactBlock text{one.input};
  const auto name = checks::domain_to_ascii(text.view(), idna());
  return name ? one.answer == name->ascii : !one.answer;
}

// Accepted means: with the result of the URL standard.
bool same_address(const SuiteCase& one) {
  if (!one.valid) return true;  // needs a base address
  const test::ExactBlock text{one.input};
  const auto website = checks::parse_website(text.view(), idna());
  return *one.valid ? website.ok() && website.value().text == one.answer : !website.ok();
}

// The suite speaks for every scheme.
bool same_web_address(const SuiteCase& one) { return accepts_website(one) == (one.valid.value_or(false) && one.web); }

// Domains that exist: nobody who has an address there is told that they meant another.
bool stays_unquestioned(const SuiteCase& one) {
  return !checks::suggest_mail_domain(one.input, atlas::builtin().section("MAIL")).has_value();
}

bool same_suggestion(const SuiteCase& one) {
  std::string address = one.input;
  for (char& c : address) c = text::to_lower(c);
  const std::size_t at = address.rfind('@') + 1;
  const test::ExactBlock domain{std::string_view{address}.substr(at)};
  const auto meant = checks::suggest_mail_domain(domain.view(), atlas::builtin().section("MAIL"));
  return meant ? one.answer == address.substr(0, at) + *meant : !one.answer;
}

std::optional<checks::PhoneNumber> valid_phone(const SuiteCase& one) {
  const test::ExactBlock input{one.input};
  const atlas::PhonePlans& plans = atlas::builtin().phones();
  const auto number = checks::read_phone(input.view(), plans, text::trim(one.country));
  return number && number.value().valid() ? std::optional{number.value()} : std::nullopt;
}

bool accepts_phone(const SuiteCase& one) { return valid_phone(one).has_value(); }

// Suites of mobiles: of the country the case names, where it names one.
bool accepts_mobile(const SuiteCase& one) {
  const auto number = valid_phone(one);
  const std::string_view country = text::trim(one.country);
  if (!number || one.kind == "any") return number.has_value();
  if (country.size() == 2 && number->region() != country) return false;
  return number->type == checks::PhoneType::mobile || number->type == checks::PhoneType::fixed_line_or_mobile;
}

struct Suite {
  std::string_view name;
  bool (*accepts)(const SuiteCase&) = nullptr;
  bool (*agrees)(const SuiteCase&) = nullptr;  // where a case is more than accepted or not
};

constexpr Suite suites[] = {
    {"json.nst-parsing", accepts_json},
    {"uuid.govalidator-UUID", accepts_uuid},
    {"uuid.json-schema-uuid", accepts_uuid},
    {"uuid.rfc9562-vectors", accepts_uuid},
    {"uuid.uuid-rs", accepts_uuid},
    {"salesforce-id.public-orgs-dev", accepts_salesforce_id},
    {"email.commons-validator", accepts_email},
    {"email.egulias-rfc", accepts_email},
    {"email.isemail-new", accepts_email},
    {"email.json-schema-email", accepts_email},
    {"email-domain.disposable", stays_unquestioned},
    {"email-domain.email-providers", stays_unquestioned},
    {"email-typo.email_inquire", nullptr, same_suggestion},
    {"email-typo.mailcheck", nullptr, same_suggestion},
    {"hostname.json-schema-hostname", accepts_hostname},
    {"hostname.wpt-idnatestv2", nullptr, same_ascii},
    {"hostname.wpt-toascii", nullptr, same_ascii},
    {"url.json-schema-uri", nullptr, same_web_address},
    {"url.symfony-url", accepts_website},
    {"url.wpt-urltestdata", nullptr, same_address},
    {"name.popular-names", accepts_name},
    {"company.cleanco", accepts_name},
    {"phone.aftership", accepts_mobile},
    {"phone.libphonenumber-examples", accepts_phone},
    {"phone.validatorjs-isMobilePhone", accepts_mobile},
    {"tax.jsvat", test::accepts_tax_id},
    {"tax.stdnum-js", test::accepts_tax_id},
    {"datetime.json-schema-date", test::accepts_date},
    {"datetime.json-schema-date-time", test::accepts_date},
    {"datetime.json-schema-time", test::accepts_date},
    {"datetime.toml-test", test::accepts_date},
};

TEST_CASE("every suite agrees with the core but for the listed deviations", "[suites]") {
  const test::Deviations listed = test::load_deviations();
  std::set<std::string_view> known;
  for (const Suite& suite : suites) {
    known.insert(suite.name);
    const auto found = listed.cases.find(std::string{suite.name});
    std::set<std::string> expected;
    if (found != listed.cases.end()) {
      for (const auto& [id, reason] : found->second) expected.insert(id);
    }
    std::set<std::string> differing;
    for (const SuiteCase& one : test::load_suite(suite.name)) {
      CAPTURE(suite.name, one.input);
      const bool agrees = suite.agrees != nullptr ? suite.agrees(one) : !one.valid || *one.valid == suite.accepts(one);
      if (!agrees) differing.insert(one.id());
    }
    for (const std::string& id : differing) {
      CAPTURE(suite.name, id);
      CHECK(expected.count(id) == 1);  // differs, and deviations.json does not say why
    }
    for (const std::string& id : expected) {
      CAPTURE(suite.name, id);
      CHECK(differing.count(id) == 1);  // listed, but it agrees
    }
  }
  for (const auto& [name, cases] : listed.cases) {
    CAPTURE(name);
    CHECK(known.count(name) == 1);
  }
}

TEST_CASE("every deviation has a reason and every reason a deviation", "[suites]") {
  const test::Deviations listed = test::load_deviations();
  std::set<std::string> used;
  for (const auto& [suite, cases] : listed.cases) {
    for (const auto& [id, reason] : cases) {
      CAPTURE(suite, id, reason);
      CHECK(listed.reasons.count(reason) == 1);
      used.insert(reason);
    }
  }
  CHECK(used.size() == listed.reasons.size());
}

TEST_CASE("every text JSON leaves to the implementation has its outcome pinned", "[suites][J17]") {
  const test::Deviations listed = test::load_deviations();
  std::map<std::string, std::string> outcomes;
  for (const SuiteCase& one : test::load_suite("json.nst-parsing")) {
    if (!one.valid) outcomes[one.name] = json_outcome(one.input);
  }
  for (const auto& [name, outcome] : outcomes) {
    CAPTURE(name);
    REQUIRE(listed.pinned.count(name) == 1);
    CHECK(outcome == listed.pinned.at(name));
  }
  CHECK(outcomes.size() == listed.pinned.size());
}

TEST_CASE("an id of a public organisation equals its 15 characters, and survives the loss of its capitals",
          "[suites][ids]") {
  for (const SuiteCase& one : test::load_suite("salesforce-id.public-orgs-dev")) {
    if (!one.valid.value_or(false)) continue;
    CAPTURE(one.input);
    const auto whole = ids::parse_salesforce_id(one.input);
    REQUIRE(whole.ok());
    CHECK(whole.value().id.text() == one.input);
    CHECK_FALSE(whole.value().case_repaired);
    const auto short_form = ids::parse_salesforce_id(one.id15);
    REQUIRE(short_form.ok());
    CHECK(short_form.value().id == whole.value().id);

    std::string lower = one.input;
    for (char& c : lower) c = text::to_lower(c);
    const auto repaired = ids::parse_salesforce_id(lower);
    REQUIRE(repaired.ok());
    CHECK(repaired.value().id == whole.value().id);
    CHECK(repaired.value().case_repaired == (lower != one.input));
  }
}

TEST_CASE("a naughty string comes back as it was, cleaned, or not at all", "[suites]") {
  for (const std::string_view field :
       {"name", "billingStreet", "description", "website", "phone", "email", "industry"}) {
    for (const SuiteCase& one : test::load_suite("naughty.blns")) {
      CAPTURE(field, one.input);
      const test::ExactBlock text{test::to_json(test::minimal_record_with(test::string_member(field, one.input)))};
      const auto result = validation::check_json(text.view(), {});
      if (!result.ok) {
        CHECK(result.value.values.empty());
        continue;
      }
      const customer::FieldValue* value = result.value.find(*catalogue::find_field(field));
      if (value == nullptr || value->text == one.input) continue;
      CHECK(result.changed.size() == 1);  // never altered in silence
      const auto again =
          validation::check_json(test::to_json(test::minimal_record_with(test::string_member(field, value->text))), {});
      CHECK(again.ok);
      CHECK(again.changed.empty());
    }
  }
}

}  // namespace
