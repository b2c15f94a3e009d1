#include "vestibule/signup/request.hpp"

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

TEST_CASE("form fields have no contact", "[request]") {
  CHECK(errors_of(read_request_form("form.v=1&name=A&recordType=Business&contact.email=a%40b.co", {})) ==
        "field.unknown /contact.email");
}

TEST_CASE("a change takes no contact", "[request]") {
  const validation::Options change{.operation = validation::Operation::patch};
  CHECK(errors_of(read_request_json(R"({"v":1,"customer":{"phone":null},"contact":{}})", change)) ==
        "field.unknown /contact");
}
