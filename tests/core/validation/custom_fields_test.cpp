// A tenant's own fields: judged by the rules of the catalogue's, through every reader.
#include <string>
#include <utility>

#include "tests/support/catch.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/validation/check.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"
#include "vestibule/validation/read_packed.hpp"

namespace {

using namespace vestibule;
using customer::ValueKind;
using validation::Operation;
using validation::Strictness;

const profile::Profile& tenant() {
  static const profile::Profile made = [] {
    auto parsed = profile::Profile::parse(R"({"v":1,
      "recordTypes":[{"value":"Business"},{"value":"Consumer"},{"value":"Reseller","extends":"Business","required":["website"]}],
      "required":{"customer":["paymentTerm"]},
      "hidden":{"customer":["fax"]},
      "picklists":{"paymentTerm":{"values":["Net 14"]}},
      "customFields":[
        {"name":"signupToken","label":"Token","kind":"text","max":26},
        {"name":"customText","label":"A","kind":"text","max":10,"signup":true,"pattern":"^[a-z ]+$"},
        {"name":"customLines","label":"A","kind":"multiline","signup":true},
        {"name":"customNumber","label":"A","kind":"number","min":-1,"max":10,"signup":true},
        {"name":"customInteger","label":"A","kind":"integer","signup":true},
        {"name":"customBoolean","label":"A","kind":"boolean","signup":true},
        {"name":"customDate","label":"A","kind":"date","signup":true},
        {"name":"customPick","label":"A","kind":"picklist","values":["Red","Dark Green"],"signup":true},
        {"name":"customOpen","label":"A","kind":"picklist","values":["Red"],"open":true,"signup":true},
        {"name":"customEmail","label":"A","kind":"email","signup":true},
        {"name":"customPhone","label":"A","kind":"phone","signup":true},
        {"name":"customUrl","label":"A","kind":"url","signup":true},
        {"name":"customTax","label":"A","kind":"tax_id","scheme":"eu_vat","signup":true},
        {"name":"resellerCode","label":"A","kind":"text","signup":true,"recordTypes":["Reseller"],"required":true},
        {"name":"contactLevel","of":"contact","label":"A","kind":"integer","required":true,"signup":true}]})");
    REQUIRE(parsed.ok());
    return std::move(parsed.value());
  }();
  return made;
}

validation::Options options(Strictness strictness = Strictness::signup, Operation operation = Operation::create) {
  validation::Options made;
  made.operation = operation;
  made.strictness = strictness;
  made.profile = &tenant();
  return made;
}

std::string record_with(std::string_view members) {
  return R"({"name":"A","recordType":"Business",)" + std::string{members} + "}";
}

// "/pointer code, ...": warnings in brackets.
std::string findings_of(const validation::CheckResult& result) {
  std::string all;
  for (const Finding& finding : result.findings) {
    if (!all.empty()) all += ", ";
    const std::string one = finding.pointer + " " + std::string{to_string(finding.code)};
    all += finding.severity == Severity::error ? one : "(" + one + ")";
  }
  return all;
}

std::string signup(std::string_view members) {
  return findings_of(validation::check_json(record_with(members), options()));
}

std::string api(std::string_view members) {
  return findings_of(validation::check_json(record_with(R"("paymentTerm":"Net 14",)" + std::string{members}),
                                            options(Strictness::api)));
}

std::string value_of(std::string_view members) {
  const auto result = validation::check_json(record_with(members), options());
  REQUIRE(result.ok);
  std::string text;
  customer::append_json(text, result.value);
  return text;
}

}  // namespace

TEST_CASE("values of a tenant's own fields are normalised as those of the catalogue", "[custom]") {
  CHECK(value_of(R"("customUrl":"EXAMPLE.org","customPhone":"+47 22 00 11 22","customEmail":"a@EXAMPLE.org",
                    "customOpen":"RED","customPick":"dark green","customDate":"2024-02-29","customBoolean":true,
                    "customInteger":1e2,"customNumber":-0.50,"customLines":"a\r\nb ","customText":" a  b ","customTax":"de 136 695 976")") ==
        R"({"name":"A","recordType":"Business","customText":"a b","customLines":"a\nb","customNumber":-0.5,)"
        R"("customInteger":100,"customBoolean":true,"customDate":"2024-02-29","customPick":"Dark Green",)"
        R"("customOpen":"Red","customEmail":"a@example.org","customPhone":"+4722001122",)"
        R"("customUrl":"https://example.org/","customTax":"DE136695976"})");
}

TEST_CASE("values of a tenant's own fields are refused by the rules of their kinds", "[custom]") {
  CHECK(signup(R"("customText":1)") == "/customText field.type");
  CHECK(signup(R"("customText":"abcdefghijk")") == "/customText text.too_long");
  CHECK(signup(R"("customText":"a1")") == "/customText field.pattern");
  CHECK(signup(R"("customText":"a\u202eb")") == "/customText text.bidi_control");
  CHECK(signup(R"("customNumber":"1")") == "/customNumber field.type");
  CHECK(signup(R"("customNumber":10.5)") == "/customNumber number.range");
  CHECK(signup(R"("customInteger":1.5)") == "/customInteger number.integer");
  CHECK(signup(R"("customInteger":9007199254740993)") == "/customInteger number.precision");
  CHECK(signup(R"("customBoolean":"true")") == "/customBoolean field.type");
  CHECK(signup(R"("customDate":"2023-02-29")") == "/customDate date.invalid");
  CHECK(signup(R"("customPick":"Blue")") == "/customPick enum.unknown");
  CHECK(signup(R"("customOpen":"Blue")") == "(/customOpen enum.unlisted)");
  CHECK(signup(R"("customEmail":"a@b")") == "/customEmail email.syntax");
  CHECK(signup(R"("customPhone":"call me")") == "/customPhone phone.syntax");
  CHECK(signup(R"("customUrl":"ftp://a.example")") == "/customUrl url.scheme");
  CHECK(signup(R"("customTax":"DE136695975")") == "/customTax tax.checksum");
  CHECK(signup(R"("customTax":"136695976")") == "/customTax tax.country");
}

TEST_CASE("what only sign-up refuses is advice through the API, the tenant's pattern too", "[custom]") {
  CHECK(api(R"("customText":"A1")") == "(/customText field.pattern)");
  CHECK(api(R"("customText":"abcdefghijk")") == "/customText text.too_long");
  CHECK(api(R"("customEmail":"a@b")") == "(/customEmail email.syntax)");
  CHECK(api(R"("customTax":"DE136695975")") == "(/customTax tax.checksum)");
}

TEST_CASE("a person signing up sets only the fields that say so", "[custom]") {
  CHECK(signup(R"("signupToken":"x")") == "/signupToken field.forbidden");
  CHECK(api(R"("signupToken":"x")").empty());
  CHECK(signup(R"("fax":"+4722001122")") == "/fax field.forbidden");
  CHECK(api(R"("fax":"+4722001122")").empty());
}

TEST_CASE("a name that is none suggests the tenant's fields too", "[custom]") {
  const auto result = validation::check_json(record_with(R"("customTxt":"x")"), options());
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == Code::field_unknown);
  CHECK(result.findings[0].suggestion == "customText");
  CHECK(signup(R"("contactLevel":1)") == "/contactLevel field.unknown");
}

TEST_CASE("an empty custom field is left out of a create and emptied by a patch", "[custom]") {
  for (const std::string_view empty : {"null", R"("")", R"("  ")"}) {
    CAPTURE(empty);
    const std::string text = R"({"customText":)" + std::string{empty} + "}";
    const auto patched = validation::check_json(text, options(Strictness::api, Operation::patch));
    CHECK(patched.value.custom == std::vector<customer::CustomValue>{{"customText", ValueKind::null, ""}});
    const auto created = validation::check_json(record_with(R"("customText":)" + std::string{empty}), options());
    CHECK(created.ok);
    CHECK(created.value.custom.empty());
    CHECK(created.changed == std::vector<std::string>{"/customText"});
  }
}

TEST_CASE("the record's own type decides which fields it must have and may have", "[custom]") {
  const auto check = [](std::string_view text, Strictness strictness = Strictness::signup) {
    return findings_of(validation::check_json(text, options(strictness)));
  };
  CHECK(check(R"({"name":"A","recordType":"reseller"})") == "/website field.required, /resellerCode field.required");
  CHECK(check(R"({"name":"A","recordType":"Reseller","website":null,"resellerCode":" "})") ==
        "/website field.required, /resellerCode text.blank");
  CHECK(check(R"({"name":"A","recordType":"Reseller","website":"a.example","resellerCode":"x"})").empty());
  CHECK(check(R"({"name":"A","recordType":"Business"})").empty());
  CHECK(check(R"({"name":"A","recordType":"Business","resellerCode":"x"})") == "/resellerCode field.record_type");
  CHECK(check(R"({"name":"A","recordType":"Business","resellerCode":"x","paymentTerm":"Net 14"})", Strictness::api) ==
        "(/resellerCode field.record_type)");
  CHECK(check(R"({"name":"A","recordType":"Individual","resellerCode":"x"})") == "/recordType enum.unknown");
}

TEST_CASE("a patch is asked only for what it sends", "[custom]") {
  const auto patch = [](std::string_view text) {
    return findings_of(validation::check_json(text, options(Strictness::api, Operation::patch)));
  };
  CHECK(patch("{}").empty());
  CHECK(patch(R"({"recordType":"Reseller"})").empty());
  CHECK(patch(R"({"resellerCode":null})").empty());  // the record may be of another type
  CHECK(patch(R"({"recordType":"Reseller","resellerCode":null})") == "/resellerCode field.required");
  CHECK(patch(R"({"paymentTerm":null})") == "/paymentTerm field.required");
}

TEST_CASE("a field that sign-up may not send is asked for through the API alone", "[custom]") {
  CHECK(signup(R"("customText":"a")").empty());
  CHECK(findings_of(validation::check_json(record_with(R"("customText":"a")"), options(Strictness::api))) ==
        "/paymentTerm field.required");
  CHECK(api(R"("customText":"a")").empty());
}

TEST_CASE("a tenant's picklists replace the built-in ones", "[custom]") {
  const auto result = validation::check_json(record_with(R"("paymentTerm":"Net 30")"), options(Strictness::api));
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].params == std::vector<std::string>{"Net 14"});
}

TEST_CASE("contacts have custom fields of their own", "[custom]") {
  validation::Options of_contact = options();
  of_contact.of = catalogue::Entity::contact;
  const std::string text = R"({"firstName":"A","lastName":"B","name":"A B","email":"a@b.example")";
  CHECK(findings_of(validation::check_json(text + "}", of_contact)) == "/contactLevel field.required");
  CHECK(findings_of(validation::check_json(text + R"(,"contactLevel":1,"customText":"a"})", of_contact)) ==
        "/customText field.unknown");
}

TEST_CASE("JSON, form and packed buffer give equal results for custom fields", "[custom][packed]") {
  using test::number_member;
  using test::string_member;
  const test::Members members[] = {
      {string_member("name", "A"), string_member("recordType", "Business"), string_member("customText", " a "),
       number_member("customInteger", "1e1"), test::Member{"customBoolean", ValueKind::boolean_true, "", {}},
       string_member("customPhone", "0171 1234567"), string_member("unknownOne", "x")},
      {string_member("name", "A"), string_member("recordType", "Reseller"), string_member("resellerCode", "A\u00e4"),
       string_member("website", "a.example"), number_member("customNumber", "11")},
  };
  for (const test::Members& one : members) {
    const auto json = validation::check_json(test::to_json(one), options());
    CHECK(validation::check_form(test::to_form(one), options()) == json);
    CHECK(test::check_packed(test::to_packed(one, catalogue::Entity::customer, &tenant()), options()) == json);
  }
  const auto twice = validation::check_form("name=A&customText=&customText=a", options());
  CHECK(findings_of(twice) == "/customText form.duplicate_key");
}

TEST_CASE("the packed layout has no custom field without a profile, nor beyond it", "[custom][packed]") {
  const auto problem = [](std::uint16_t place, const validation::Options& given) {
    const auto kind = static_cast<std::uint16_t>(ValueKind::null);
    return findings_of(test::check_packed(test::PackedWriter{}.entry(place, kind, 0).bytes(), given));
  };
  const auto patch = options(Strictness::api, Operation::patch);
  CHECK(problem(0x4001, patch).empty());
  CHECK(problem(0x4001, {}) == " packed.syntax");
  CHECK(problem(0x400E, patch) == " packed.syntax");  // of a contact
  CHECK(problem(0x400F, patch) == " packed.syntax");
  CHECK(problem(0x8000, patch) == " packed.syntax");
}

TEST_CASE("one custom field is judged alone, with what the record says about it", "[custom]") {
  customer::RecordView record;
  validation::Report report;
  const auto bytes =
      test::to_packed({test::string_member("recordType", "Consumer"), test::string_member("resellerCode", "x")},
                      catalogue::Entity::customer, &tenant());
  const validation::Options given = options();
  REQUIRE_FALSE(validation::read_packed(bytes, record, given).has_value());
  validation::check_member(record, 0x400D, given, report);
  REQUIRE(report.findings().size() == 1);
  CHECK(report.findings()[0].code == Code::field_record_type);
  CHECK(report.findings()[0].member == 0x400D);
}
