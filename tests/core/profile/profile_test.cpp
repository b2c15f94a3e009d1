#include "vestibule/profile/profile.hpp"

#include <string>
#include <utility>

#include "tests/support/catch.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using catalogue::Entity;
using catalogue::Field;
using catalogue::Picklist;
using profile::Profile;

Profile parse(std::string_view json) {
  auto parsed = Profile::parse(json);
  REQUIRE(parsed.ok());
  return std::move(parsed.value());
}

std::string findings_of(std::string_view json) {
  const auto parsed = Profile::parse(json);
  std::string all;
  if (parsed) return all;
  for (const Finding& finding : parsed.error()) {
    if (!all.empty()) all += ", ";
    all += finding.pointer + " " + std::string{to_string(finding.code)};
  }
  return all;
}

constexpr profile::RecordTypes bit(int place) { return profile::RecordTypes{1} << place; }

}  // namespace

TEST_CASE("the built-in profile is Nue's default", "[profile]") {
  for (const Profile& profile : {Profile{}, parse(R"({"v":1})")}) {
    REQUIRE(profile.record_types().size() == 2);
    CHECK(profile.record_types()[0].value == "Business");
    CHECK(profile.record_types()[1].base == "Consumer");
    CHECK(profile.list(Picklist::industry).values.size() == 32);
    CHECK(profile.list(Picklist::industry).open);
    CHECK(profile.custom_fields().empty());
    CHECK(profile.required_for(Field::email) == 0);
    CHECK_FALSE(profile.hidden(Field::fax));
    CHECK(profile.default_type() == "Prospect");
    CHECK(profile.country_on_wire() == profile::CountryOnWire::code);
    for (std::size_t i = 0; i < catalogue::field_count; ++i) {
      const auto field = static_cast<Field>(i);
      CHECK(profile.sync_class(field) == catalogue::sync_class(field));
    }
  }
}

TEST_CASE("record types replace the built-in ones, and an own one inherits what its base asks for", "[profile]") {
  const Profile profile = parse(R"({"v":1,"recordTypes":[
      {"value":"Reseller","extends":"Business","required":["website"]},
      {"value":"Business","label":"Company","required":["billingCountry"]},
      {"value":"Consumer","required":["email"]}]})");
  CHECK(profile.types_of("RESELLER") == (profile::every_record | bit(0)));
  CHECK(profile.types_of("Partner") == profile::every_record);
  CHECK(profile.record_types()[1].label == "Company");
  CHECK(catalogue::joined_values(profile.list(Picklist::record_type)) == "Reseller, Business, Consumer");
  CHECK(profile.required_for(Field::website) == bit(0));
  CHECK(profile.required_for(Field::billing_country) == (bit(0) | bit(1)));
  CHECK(profile.required_for(Field::email) == bit(2));
}

TEST_CASE("fields are required and hidden by their names, of each entity its own", "[profile]") {
  const Profile profile = parse(R"({"v":1,"required":{"customer":["phone"],"contact":["mobilePhone","jobLevel"]},
      "hidden":{"customer":["fax"],"contact":["title"]},
      "customFields":[{"of":"contact","name":"jobLevel","label":"Level","kind":"integer"}]})");
  CHECK(profile.required_for(Field::phone) == profile::every_record);
  CHECK(profile.required_for(Field::contact_phone) == 0);
  CHECK(profile.required_for(Field::contact_mobile_phone) == profile::every_record);
  CHECK(profile.custom_fields()[0].required_for == profile::every_record);
  CHECK(profile.hidden(Field::fax));
  CHECK(profile.hidden(Field::contact_title));
}

TEST_CASE("picklists replace the built-in ones and stay open or closed unless they say so", "[profile]") {
  const Profile profile = parse(R"({"v":1,"picklists":{"industry":{"values":["Retail","Mining"]},
      "paymentTerm":{"open":true,"values":["Net 14"]}}})");
  CHECK(catalogue::joined_values(profile.list(Picklist::industry)) == "Retail, Mining");
  CHECK(profile.list(Picklist::industry).open);
  CHECK(profile.list(Picklist::payment_term).open);
  CHECK_FALSE(profile.list(Picklist::ownership).open);
}

TEST_CASE("a custom field is a row like those of the catalogue", "[profile]") {
  const Profile profile = parse(R"({"v":1,"customFields":[
      {"name":"orderNote","label":"Note","kind":"text","pattern":"^a","required":true,"signup":true},
      {"name":"revenueShare","label":"Share","kind":"number","min":-5,"recordTypes":["Consumer"],"required":true},
      {"name":"colourCode","label":"Colour","kind":"picklist","values":["Red","Green"],"open":true},
      {"name":"longNotes","label":"Notes","kind":"multiline","max":32000},
      {"name":"longNotes","of":"contact","label":"Notes","kind":"email"}]})");
  const auto& note = profile.custom_fields()[*profile.find_custom("orderNote", Entity::customer)];
  CHECK(note.info.max_utf16 == 255);
  CHECK(note.info.signup);
  CHECK(note.required_for == profile::every_record);
  REQUIRE(note.pattern.has_value());
  CHECK(note.pattern->matches("abc"));
  const auto& share = profile.custom_fields()[1];
  CHECK(share.info.min == -5);
  CHECK(share.info.max == 9'007'199'254'740'991);
  CHECK(share.belongs_to == bit(1));
  CHECK(share.required_for == bit(1));
  CHECK_FALSE(share.info.signup);
  CHECK(catalogue::joined_values(profile.custom_fields()[2].values) == "Red, Green");
  CHECK(profile.custom_fields()[3].info.signup_max_utf16 == 32'000);
  CHECK(profile.find_custom("longNotes", Entity::contact) == 4);
  CHECK_FALSE(profile.find_custom("orderNote", Entity::contact).has_value());
}

TEST_CASE("a profile may be moved, and its views stay good", "[profile]") {
  Profile first = parse(R"({"v":1,"customFields":[{"name":"orderNote","label":"Note","kind":"text"}],
      "picklists":{"type":{"values":["Prospect"]}}})");
  const Profile second = std::move(first);
  CHECK(second.custom_fields()[0].info.name == "orderNote");
  CHECK(second.list(Picklist::type).values[0] == "Prospect");
}

TEST_CASE("every mistake is a finding, in an order that does not depend on the members'", "[profile]") {
  const std::string_view expected =
      "/recordTypes/0 profile.missing, /customFields/0/name profile.name, /customFields/0/kind profile.choice, "
      "/required/customer/0 profile.reference, /countryOnWire profile.choice, /aa profile.unknown, /zz profile.unknown";
  CHECK(
      findings_of(R"({"v":1,"zz":1,"recordTypes":[{}],"countryOnWire":1.5e0,"aa":2,"required":{"customer":["x"]},
      "customFields":[{"kind":"","name":"a","label":"A"}]})") ==
      "/recordTypes/0 profile.missing, /customFields/0/name profile.name, /customFields/0/kind profile.choice, "
      "/required/customer/0 profile.reference, /countryOnWire profile.type, /aa profile.unknown, /zz profile.unknown");
  CHECK(findings_of(R"({"customFields":[{"label":"A","name":"a","kind":""}],"required":{"customer":["x"]},"aa":2,
      "countryOnWire":"","recordTypes":[{}],"zz":1,"v":1})") == expected);
}

TEST_CASE("a text that is no JSON, or too large, has the finding of its reader", "[profile][limit]") {
  CHECK(findings_of("") == " json.empty");
  CHECK(findings_of("{") == " json.syntax");
  CHECK(findings_of(R"({"v":1,"v":1})") == "/v json.duplicate_key");
  CHECK(findings_of(R"({"v":1,"hidden":{"customer":[[[[[[[[]]]]]]]]}})") == " json.depth");
  CHECK(findings_of(std::string(64 * 1024, ' ')) == " json.empty");
  CHECK(findings_of(std::string(64 * 1024 + 1, ' ')) == " limit.input");
}

TEST_CASE("64 findings are listed at most", "[profile][limit]") {
  std::string text = R"({"v":1,"required":{"customer":[)";
  for (int i = 0; i < 100; ++i) text += (i > 0 ? ",\"x" : "\"x") + std::to_string(i) + "\"";
  const auto parsed = Profile::parse(text + "]}}");
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().size() == 64);
}

TEST_CASE("the patterns of a profile share a bound, and the one that goes over it is named", "[profile][limits]") {
  constexpr std::size_t steps = limits::pattern_max_work / (limits::profile_max_fields * 255);
  // 64 fields of 255 characters: as many steps each as their share, and in the last field one more.
  const auto profile = [](std::size_t last) {
    std::string json = R"({"v":1,"customFields":[)";
    for (std::size_t i = 0; i < limits::profile_max_fields; ++i) {
      const std::size_t count = (i + 1 == limits::profile_max_fields ? last : steps) - 1;  // and one step to end
      json += (i == 0 ? "" : ",") + std::string{R"({"name":"field)"} + std::to_string(i) +
              R"(","label":"A","kind":"text","pattern":"a{)" + std::to_string(count) + R"(}"})";
    }
    return json + "]}";
  };
  constexpr std::size_t left = limits::pattern_max_work - (limits::profile_max_fields - 1) * steps * 255;
  CHECK(findings_of(profile(left / 255)).empty());
  CHECK(findings_of(profile(left / 255 + 1)) == "/customFields/63/pattern profile.limit");
  // One field may take all of it; only the first that is too much is named.
  const std::string all =
      R"({"v":1,"customFields":[{"name":"slowest","label":"A","kind":"text","max":4000,"pattern":"(a?){511}b"})";
  CHECK(findings_of(all + "]}").empty());
  CHECK(findings_of(all + R"(,{"name":"empty","label":"B","kind":"text","max":1,"pattern":""},)"
                          R"({"name":"short","label":"C","kind":"text","pattern":"^a$"}]})") ==
        "/customFields/1/pattern profile.limit");
}

TEST_CASE("a listed mail domain stands for itself and those below it, and for no other", "[profile]") {
  using profile::MailPolicy;
  const Profile profile = parse(
      R"({"v":1,"mailDomains":{"policy":"refuse","domains":["mail.example","xn--bcher-kva.example","a.b.test.example"]}})");
  for (const std::string_view listed :
       {"mail.example", "x.mail.example", "y.x.mail.example", "xn--bcher-kva.example", "a.b.test.example"}) {
    CAPTURE(listed);
    CHECK(profile.mail_policy(listed) == MailPolicy::refuse);
  }
  for (const std::string_view other :
       {"example", "email.example", "mail.example.com", "b.test.example", "mail", "", ".", "mail.example."}) {
    CAPTURE(other);
    CHECK(profile.mail_policy(other) == MailPolicy::off);
  }
  const auto policy_of = [](std::string_view policy) {
    const std::string json =
        R"({"v":1,"mailDomains":{"domains":["mail.example"],"policy":")" + std::string{policy} + "\"}}";
    return parse(json).mail_policy("mail.example");
  };
  CHECK(policy_of("warn") == MailPolicy::warn);
  CHECK(policy_of("off") == MailPolicy::off);
  CHECK(Profile{}.mail_policy("mail.example") == MailPolicy::off);
}

TEST_CASE("there are at most 2,000 mail domains", "[profile]") {
  const auto with = [](int count) {
    std::string json = R"({"v":1,"mailDomains":{"policy":"warn","domains":[)";
    for (int i = 0; i < count; ++i) json += (i == 0 ? "\"d" : ",\"d") + std::to_string(i) + ".example\"";
    return json + "]}}";
  };
  const Profile profile = parse(with(2'000));
  CHECK(profile.mail_policy("x.d1999.example") == profile::MailPolicy::warn);
  CHECK(findings_of(with(2'001)) == "/mailDomains/domains profile.limit");
}
