#include "vestibule/validation/result.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;

template <class AnyResult>
std::string json_of(const AnyResult& result) {
  std::string text;
  validation::append_json(text, result);
  return text;
}

std::string checked(std::string_view text) { return json_of(validation::check_json(text, {})); }
std::string checked_batch(std::string_view text) { return json_of(validation::check_batch_json(text, {})); }

TEST_CASE("a result is written with its value, what changed and the findings", "[result]") {
  CHECK(checked(R"({"name":" A ","recordType":"business"})") ==
        R"({"ok":true,"value":{"name":"A","recordType":"Business"},"changed":["/name","/recordType"],"findings":[]})");
  CHECK(
      checked(R"({"name":"A","recordType":"Business","numberOfEmployees":-1})") ==
      R"({"ok":false,"value":null,"changed":[],"findings":[{"code":"number.range","severity":"error","pointer":"/numberOfEmployees","params":{"min":"0","max":"99999999"}}]})");
  CHECK(
      checked(R"({"name":"-","recordType":"Business","fax":null})") ==
      R"({"ok":true,"value":{"name":"-","recordType":"Business"},"changed":["/fax"],"findings":[{"code":"text.placeholder","severity":"warning","pointer":"/name","params":{}}]})");
  CHECK(
      checked(R"({"nmae":1,"name":"A","recordType":"Business"})") ==
      R"({"ok":false,"value":null,"changed":[],"findings":[{"code":"field.unknown","severity":"error","pointer":"/nmae","params":{},"suggestion":"name"}]})");
}

TEST_CASE("a batch is written with null for a refused row, and null for all when it could not be read", "[result]") {
  CHECK(
      checked_batch(R"([{"name":" A","recordType":"Business"},{"name":"B"}])") ==
      R"({"ok":false,"value":[{"name":"A","recordType":"Business"},null],"changed":["/0/name"],"findings":[{"code":"field.required","severity":"error","pointer":"/1/recordType","params":{}}]})");
  CHECK(
      checked_batch("[") ==
      R"({"ok":false,"value":null,"changed":[],"findings":[{"code":"json.syntax","severity":"error","pointer":"","params":{"offset":"1"}}]})");
}

TEST_CASE("truncation is written only where it is", "[result]") {
  std::string text = "{\"name\":\"A\",\"recordType\":\"Business\"";
  for (int i = 0; i < 65; ++i) text += ",\"x" + std::to_string(i) + "\":1";
  const std::string written = checked(text + "}");
  CHECK(written.ends_with("],\"truncated\":true}"));
  CHECK_FALSE(checked("{}").ends_with("],\"truncated\":true}"));
}

}  // namespace
