#include "words.hpp"

#include <vector>

#include "envelope.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/validation/check_json.hpp"

using namespace vestibule;
using namespace vestibule::sandbox;

namespace {

std::string refuse(std::string_view body) {
  const auto checked = validation::check_batch_json(body, check_options(validation::Operation::create));
  REQUIRE_FALSE(checked.ok);
  return problem_text(checked.findings, "body");
}

}  // namespace

TEST_CASE("a problem names its row and member in words", "[words]") {
  CHECK(refuse(R"([{"name":"A","recordType":"Business"},{"name":"B","recordType":"x"}])") ==
        "[1].recordType: expected one of Business, Consumer");
  CHECK(refuse("[") == "body: is not valid JSON at byte 1");
  CHECK(refuse("[]") == "body: is an empty array");
  CHECK(refuse("[7]").starts_with("[0]: expected "));
}

TEST_CASE("pointers become paths", "[words]") {
  CHECK(member_path("", "body") == "body");
  CHECK(member_path("/phone", "body") == "phone");
  CHECK(member_path("/3/paymentMethods/1", "body") == "[3].paymentMethods[1]");
}

TEST_CASE("at most 20 problems are listed", "[words]") {
  std::string body = "[";
  for (int i = 0; i < 30; ++i) body += std::string{i == 0 ? "" : ","} + R"({"recordType":"Business"})";
  const std::string text = refuse(body + "]");
  CHECK(text.find("[19].name") != text.npos);
  CHECK(text.find("[20].name") == text.npos);
}

TEST_CASE("what a code has no words for is named by the code", "[words]") {
  CHECK(words_of({Code::request_version, Severity::error, "", {}, {}}) == "refused as request.version");
}

TEST_CASE("a failure has the four members, and a 500 an id to find it by", "[words]") {
  CHECK(failure(404, "X", "a \"word\"").body ==
        R"({"status":"FAILED","errorType":"NOT_FOUND","errorCode":"X","message":"a \"word\""})");
  CHECK(failure(500, "X", "m").body.find("\"errorId\":\"") != std::string::npos);
}
