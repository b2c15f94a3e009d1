#include "vestibule/signup/fingerprint.hpp"

#include "tests/support/catch.hpp"
#include "vestibule/validation/check_json.hpp"

using namespace vestibule;

namespace {

std::string canonical(std::string_view json, validation::Strictness strictness = validation::Strictness::signup) {
  const auto result = validation::check_json(json, {validation::Operation::create, strictness, {}, {}});
  CAPTURE(json);
  REQUIRE(result.ok);
  std::string text;
  signup::append_canonical_json(text, result.value);
  return text;
}

std::string fingerprint_of(std::string_view json) {
  const auto result = validation::check_json(json, {});
  CAPTURE(json);
  REQUIRE(result.ok);
  return digest::to_hex(signup::fingerprint(result.value));
}

}  // namespace

TEST_CASE("canonical JSON orders members by name", "[fingerprint]") {
  CHECK(canonical(R"({"recordType":"Business","name":"A","email":"a@b.co"})") ==
        R"({"email":"a@b.co","name":"A","recordType":"Business"})");
}

TEST_CASE("canonical JSON writes numbers as ECMAScript does", "[fingerprint]") {
  const auto revenue = [](std::string_view literal) {
    return canonical(R"({"name":"A","recordType":"Business","annualRevenue":)" + std::string{literal} + "}");
  };
  const auto written = [](std::string_view number) {
    return R"({"annualRevenue":)" + std::string{number} + R"(,"name":"A","recordType":"Business"})";
  };
  CHECK(revenue("1e3") == written("1000"));
  CHECK(revenue("10.50") == written("10.5"));
  CHECK(revenue("0.000001") == written("0.000001"));
  CHECK(revenue("0.00000012") == written("1.2e-7"));
  CHECK(revenue("1e-7") == written("1e-7"));
  CHECK(revenue("1e17") == written("100000000000000000"));
}

TEST_CASE("the fingerprint is that of the canonical text", "[fingerprint]") {
  CHECK(fingerprint_of(R"({"name":"A","recordType":"Business"})") ==
        digest::to_hex(digest::sha256(R"({"customer":{"name":"A","recordType":"Business"}})")));
}

TEST_CASE("the fingerprint does not see order, white space or spelling that normalises away", "[fingerprint]") {
  const std::string one = fingerprint_of(R"({"name":"A B","recordType":"Business","email":"a@b.co"})");
  CHECK(fingerprint_of(R"({ "email": "a@B.CO", "recordType": "business", "name": " A  B " })") == one);
  CHECK(fingerprint_of(R"({"name":"A\u0020B","recordType":"Business","email":"a@b.co","phone":""})") == one);
}

TEST_CASE("the fingerprint sees one changed letter", "[fingerprint]") {
  CHECK(fingerprint_of(R"({"name":"A","recordType":"Business"})") !=
        fingerprint_of(R"({"name":"a","recordType":"Business"})"));
}

TEST_CASE("a contact stands before its customer in the canonical text", "[fingerprint]") {
  const auto read = [](std::string_view json, catalogue::Entity of) {
    return validation::check_json(json, {.of = of}).value;
  };
  const customer::Record customer = read(R"({"name":"A","recordType":"Business"})", catalogue::Entity::customer);
  const customer::Record contact =
      read(R"({"firstName":"I","lastName":"D","name":"I D","email":"a@b.co"})", catalogue::Entity::contact);
  CHECK(signup::fingerprint(customer, &contact) ==
        digest::sha256(R"({"contact":{"email":"a@b.co","firstName":"I","lastName":"D","name":"I D"},)"
                       R"("customer":{"name":"A","recordType":"Business"}})"));
}
