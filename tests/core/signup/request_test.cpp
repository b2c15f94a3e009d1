#include "vestibule/signup/request.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace vestibule;
using signup::read_request_form;
using signup::read_request_json;

namespace {

const std::string good = R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":{"token":"t","secret":"s"}})";

// "code pointer" of every error, joined.
std::string errors_of(const signup::Request& request) {
  std::string text;
  for (const Finding& finding : request.findings) {
    if (finding.severity != Severity::error) continue;
    if (!text.empty()) text += ", ";
    text += std::string{to_string(finding.code)} + " " + finding.pointer;
  }
  return text;
}

std::string errors_of(std::string_view json) {
  const signup::Request request = read_request_json(json, {});
  CHECK_FALSE(request.ok);
  CHECK(request.customer == customer::Record{});
  CHECK(request.fingerprint.empty());
  return errors_of(request);
}

}  // namespace

TEST_CASE("a request gives the customer, its fingerprint and what accompanies it", "[request]") {
  const signup::Request request = read_request_json(good, {});
  REQUIRE(request.ok);
  CHECK(request.customer.values.size() == 2);
  CHECK(request.fingerprint.size() == 64);
  CHECK(request.form.token == "t");
  CHECK(request.form.secret == "s");
  CHECK(request.form.trap.empty());
}

TEST_CASE("what accompanies the customer is outside the fingerprint", "[request]") {
  const auto other =
      read_request_json(R"({"form":{"locale":"de"},"customer":{"recordType":"Business","name":"A"},"v":1})", {});
  CHECK(other.fingerprint == read_request_json(good, {}).fingerprint);
}

TEST_CASE("the version must be there and be 1", "[request]") {
  CHECK(errors_of(R"({"customer":{"name":"A","recordType":"Business"}})") == "request.version /v");
  CHECK(errors_of(R"({"v":2,"customer":{"name":"A","recordType":"Business"}})") == "request.version /v");
  CHECK(errors_of(R"({"v":"1","customer":{"name":"A","recordType":"Business"}})") == "request.version /v");
  CHECK(errors_of(R"({"v":[1],"customer":{"name":"A","recordType":"Business"}})") == "request.version /v");
}

TEST_CASE("findings of the customer point into the request", "[request]") {
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business","email":"a@b","id":"x"}})") ==
        "email.syntax /customer/email, field.forbidden /customer/id");
}

TEST_CASE("the envelope takes nothing it does not know", "[request]") {
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"admin":true})") == "field.unknown /admin");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"__proto__":{"a":{"b":[1]}}})") ==
        "field.unknown /__proto__");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":{"x":""}})") ==
        "field.unknown /form/x");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":{"token":1}})") ==
        "field.type /form/token");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":{"token":{"a":"b"}}})") ==
        "field.type /form/token");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":"x"})") == "field.type /form");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":[]})") == "field.type /form");
}

TEST_CASE("a request without a customer, or with one that is no object, is refused", "[request]") {
  CHECK(errors_of(R"({"v":1})") == "field.required /customer");
  CHECK(errors_of(R"({"v":1,"customer":null})") == "field.type /customer");
  CHECK(errors_of(R"({"v":1,"customer":"x"})") == "field.type /customer");
  CHECK(errors_of(R"({"v":1,"customer":[{"name":"A","recordType":"Business"}]})") == "field.type /customer");
}

TEST_CASE("a text that is no request gives one finding", "[request]") {
  CHECK(errors_of("") == "json.empty ");
  CHECK(errors_of("[]") == "json.shape ");
  CHECK(errors_of("7") == "json.shape ");
  CHECK(errors_of(good + " x") == "json.syntax ");
  CHECK(errors_of(R"({"v":1,"v":1})") == "json.duplicate_key /v");
  CHECK(errors_of(R"({"v":1,"customer":{"name":"A","name":"B"}})") == "json.duplicate_key /customer/name");
  CHECK(errors_of(R"({"v":1,"form":{"token":"a","token":"b"}})") == "json.duplicate_key /form/token");
}

TEST_CASE("a request has at most 32 KiB, and a form value 512 bytes", "[request]") {
  const auto padded = [](std::size_t size) { return good + std::string(size - good.size(), ' '); };
  CHECK(read_request_json(padded(signup::request_max_bytes), {}).ok);
  CHECK(errors_of(padded(signup::request_max_bytes + 1)) == "limit.input ");
  const auto with_token = [](std::size_t size) {
    return R"({"v":1,"customer":{"name":"A","recordType":"Business"},"form":{"token":")" + std::string(size, 't') +
           R"("}})";
  };
  CHECK(read_request_json(with_token(512), {}).ok);
  CHECK(errors_of(with_token(513)) == "text.too_long /form/token");
}

TEST_CASE("form fields give the same request as JSON", "[request]") {
  const auto form =
      read_request_form("form.v=1&form.token=t&form.secret=s&form.key=k&name=A&recordType=Business&email=", {});
  REQUIRE(form.ok);
  CHECK(form.fingerprint == read_request_json(good, {}).fingerprint);
  CHECK(form.form.key == "k");
  CHECK(form.form.token == "t");
}

TEST_CASE("form fields are judged like JSON, with pointers of their own names", "[request]") {
  CHECK(errors_of(read_request_form("name=A&recordType=Business", {})) == "request.version /form.v");
  CHECK(errors_of(read_request_form("form.v=1&name=A&recordType=Business&email=a%40b&type=x", {})) ==
        "email.syntax /email, field.forbidden /type");
  CHECK(errors_of(read_request_form("form.v=1&form.x=1&name=A&recordType=Business", {})) == "field.unknown /form/x");
  CHECK(errors_of(read_request_form("form.v=1&name=A&name=B", {})) == "form.duplicate_key /name");
  CHECK(errors_of(read_request_form("form.v=1&name=%zz", {})) == "form.syntax ");
}

TEST_CASE("a refused request still tells what accompanied it", "[request]") {
  const auto request = read_request_form("form.v=1&form.key=k&form.secret=s&name=", {});
  CHECK_FALSE(request.ok);
  CHECK(request.form.key == "k");
  CHECK(request.form.secret == "s");
}

TEST_CASE("a request as JSON names every member of the form", "[request]") {
  std::string text;
  signup::append_json(text, read_request_form("form.v=1&form.key=k&name=A&recordType=x", {}));
  CHECK(
      text ==
      R"({"ok":false,"value":null,"fingerprint":null,"form":{"token":"","secret":"","trap":"","locale":"","rules":"","key":"k"},)"
      R"("findings":[{"code":"enum.unknown","severity":"error","pointer":"/recordType","params":{"allowed":"Business, Consumer"}}]})");
}

TEST_CASE("a change is judged by what it names, and null empties a field", "[request]") {
  const validation::Options change{.operation = validation::Operation::patch};
  const auto request = read_request_json(R"({"v":1,"customer":{"phone":null,"website":"example.org"}})", change);
  REQUIRE(request.ok);
  std::string text;
  customer::append_json(text, request.customer);
  CHECK(text == R"({"phone":null,"website":"https://example.org/"})");
  const auto refused = read_request_json(R"({"v":1,"customer":{"name":null,"email":"a@b","type":"x"}})", change);
  CHECK_FALSE(refused.ok);
  CHECK(errors_of(refused) ==
        "field.required /customer/name, email.syntax /customer/email, field.forbidden /customer/type");
}

TEST_CASE("a contact comes along, judged as one and part of the fingerprint", "[request]") {
  constexpr std::string_view with_contact =
      R"({"v":1,"customer":{"name":"A","recordType":"Business"},)"
      R"("contact":{"firstName":"Ines","lastName":"Duarte","name":"Ines Duarte","email":" ines@FJORDLYS.example "}})";
  const auto request = read_request_json(with_contact, {});
  REQUIRE(request.ok);
  REQUIRE(request.contact);
  CHECK(request.fingerprint != read_request_json(good, {}).fingerprint);
  std::string text;
  signup::append_json(text, request);
  CHECK(
      text.find(
          R"("contact":{"firstName":"Ines","lastName":"Duarte","name":"Ines Duarte","email":"ines@fjordlys.example"})") !=
      std::string::npos);
}

TEST_CASE("a contact with a mistake refuses the whole request, and its findings point at it", "[request]") {
  const auto of = [](std::string_view contact) {
    return errors_of(std::string{R"({"v":1,"customer":{"name":"A","recordType":"Business"},"contact":)"} +
                     std::string{contact} + "}");
  };
  CHECK(of(R"({"firstName":"I","lastName":"D","name":"I D","email":"a@b"})") == "email.syntax /contact/email");
  CHECK(of(R"({"firstName":"I","name":"I","email":"a@b.co","recordType":"Business"})") ==
        "field.required /contact/lastName, field.unknown /contact/recordType");
  CHECK(of("null") == "field.type /contact");
  CHECK(of("[]") == "field.type /contact");
}

namespace {

signup::Request form_with(std::string_view contact) {
  return read_request_form("form.v=1&name=A&recordType=Business&" + std::string{contact}, {});
}

// The contact of an accepted form, as JSON; "none" where there is none.
std::string contact_of(std::string_view fields) {
  const auto request = form_with(fields);
  CHECK(errors_of(request).empty());
  if (!request.contact) return "none";
  std::string text;
  customer::append_json(text, *request.contact);
  return text;
}

}  // namespace

TEST_CASE("form fields of a contact give the same request as JSON", "[request]") {
  constexpr std::string_view json =
      R"({"v":1,"customer":{"name":"A","recordType":"Business","email":"a@b.co"},)"
      R"("contact":{"firstName":"Ines","lastName":"Duarte","name":"Ines Duarte","email":"ines@fjordlys.example"}})";
  const auto form = form_with(
      "email=a%40b.co&contact.firstName=+Ines+&contact.lastName=Duarte&contact.email=ines%40FJORDLYS.example");
  REQUIRE(form.ok);
  CHECK(form.fingerprint == read_request_json(json, {}).fingerprint);
  CHECK(form.contact == read_request_json(json, {}).contact);
}

TEST_CASE("a contact of which nothing is answered is none", "[request]") {
  CHECK(contact_of("contact.firstName=&contact.lastName=&contact.email=&contact.title=") == "none");
  CHECK(contact_of("contact.firstName=+&contact.title=%09%E3%80%80") == "none");
}

TEST_CASE("a full name is made of its parts, and the address of the account is the person's too", "[request]") {
  CHECK(contact_of("email=a%40B.co&contact.firstName=Ada&contact.lastName=Lovelace") ==
        R"({"firstName":"Ada","lastName":"Lovelace","name":"Ada Lovelace","email":"a@b.co"})");
  CHECK(contact_of("email=a%40b.co&contact.firstName=Ada&contact.lastName=Lovelace&contact.email=c%40d.co") ==
        R"({"firstName":"Ada","lastName":"Lovelace","name":"Ada Lovelace","email":"c@d.co"})");
  CHECK(contact_of("email=a%40b.co&contact.firstName=Ada&contact.lastName=King&contact.name=Lady+Lovelace") ==
        R"({"firstName":"Ada","lastName":"King","name":"Lady Lovelace","email":"a@b.co"})");
  // Taro Yamada, and the same in kana of a family name in Latin letters.
  CHECK(contact_of("email=a%40b.co&contact.firstName=%E5%A4%AA%E9%83%8E&contact.lastName=%E5%B1%B1%E7%94%B0")
            .find("\"name\":\"\xE5\xB1\xB1\xE7\x94\xB0 \xE5\xA4\xAA\xE9\x83\x8E\"") != std::string::npos);
  CHECK(contact_of("email=a%40b.co&contact.firstName=%E5%A4%AA%E9%83%8E&contact.lastName=Yamada")
            .find("\"name\":\"\xE5\xA4\xAA\xE9\x83\x8E Yamada\"") != std::string::npos);
}

TEST_CASE("a phone number of a contact is one of the company's country", "[request]") {
  const auto request =
      form_with("billingCountry=SE&email=a%40b.co&contact.firstName=A&contact.lastName=L&contact.phone=08-123+456+78");
  REQUIRE(request.ok);
  CHECK(std::none_of(request.findings.begin(), request.findings.end(),
                     [](const Finding& finding) { return finding.code == Code::phone_no_country; }));
}

TEST_CASE("a half-filled contact refuses the form, and its findings point at its fields", "[request]") {
  CHECK(errors_of(form_with("contact.title=Head+of+Finance")) ==
        "field.required /contact/firstName, field.required /contact/lastName, field.required /contact/email");
  CHECK(errors_of(form_with("email=a%40b.co&contact.firstName=Ada")) == "field.required /contact/lastName");
  CHECK(errors_of(form_with("contact.firstName=A&contact.lastName=L&contact.email=a%40b")) ==
        "email.syntax /contact/email");
}

TEST_CASE("what is made of other answers is told where those stand", "[request]") {
  CHECK(errors_of(form_with("email=ada&contact.firstName=A&contact.lastName=L")) == "email.syntax /email");
  CHECK(errors_of(form_with("email=ada&contact.firstName=A&contact.lastName=L&contact.email=ada")) ==
        "email.syntax /email, email.syntax /contact/email");
  CHECK(errors_of(form_with("email=a%40b.co&contact.firstName=A%E2%80%AE&contact.lastName=L")) ==
        "text.bidi_control /contact/firstName");
  CHECK(
      errors_of(form_with("email=a%40b.co&contact.firstName=A%E2%80%AE&contact.lastName=L&contact.name=A%E2%80%AE")) ==
      "text.bidi_control /contact/firstName, text.bidi_control /contact/name");
}

TEST_CASE("a form takes nothing of a contact that it does not know, and nothing twice", "[request]") {
  CHECK(errors_of(form_with("contact.recordType=")).ends_with("field.unknown /contact/recordType"));
  CHECK(errors_of(form_with("contact.firstName=A&contact.firstName=B")) == "form.duplicate_key /contact/firstName");
  CHECK(errors_of(form_with("contact.=x")).ends_with("field.unknown /contact/"));
}

TEST_CASE("a change takes no contact", "[request]") {
  const validation::Options change{.operation = validation::Operation::patch};
  CHECK(errors_of(read_request_json(R"({"v":1,"customer":{"phone":null},"contact":{}})", change)) ==
        "field.unknown /contact");
}
