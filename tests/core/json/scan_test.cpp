#include "vestibule/json/scan.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/json/write.hpp"

namespace {

using namespace vestibule;
using namespace std::string_view_literals;
using test::ExactBlock;

std::string problem_of(std::string_view text, std::size_t max = 1000) {
  const auto problem = json::scan(ExactBlock{text}.view(), max);
  if (!problem) return "none";
  return std::string{to_string(problem->code)} + (problem->params.empty() ? "" : " " + problem->params[0]);
}

TEST_CASE("scan settles size, emptiness, encoding and surrogates in this order", "[json]") {
  CHECK(problem_of("{}") == "none");
  CHECK(problem_of("   ", 2) == "limit.input 2");
  CHECK(problem_of("   ", 3) == "json.empty");
  CHECK(problem_of("") == "json.empty");
  CHECK(problem_of("\xEF\xBB\xBF\xFF") == "json.bom");
  CHECK(problem_of(" \xEF\xBB\xBF{}") == "none");  // not at the start: a character, which the grammar refuses
  CHECK(problem_of("{\0}\0"sv) == "json.utf8 1");
  CHECK(problem_of("{}  \0"sv) == "none");  // the grammar's matter
  CHECK(problem_of("\"a\0b\""sv) == "none");
  CHECK(problem_of("\xFF\xFE{\0"sv) == "json.utf8 0");  // UTF-16 with its mark: what comes first
  CHECK(problem_of("\0\0\0{"sv) == "json.utf8 0");
  CHECK(problem_of("{\0\0\0"sv) == "json.utf8 1");
  CHECK(problem_of("\"\\ud800\xFF\"") == "json.utf8 7");
  CHECK(problem_of("\"\\ud800\"") == "json.surrogate 1");
}

TEST_CASE("scan finds half a pair wherever it stands in a string", "[json][J08]") {
  CHECK(problem_of(R"("\ud83d\ude00")") == "none");
  CHECK(problem_of(R"("\uD83D\uDE00")") == "none");
  CHECK(problem_of(R"("x\ude00")") == "json.surrogate 2");
  CHECK(problem_of(R"("\ud83d\u0041")") == "json.surrogate 1");
  CHECK(problem_of(R"("\ud83d\ud83d\ude00")") == "json.surrogate 1");
  CHECK(problem_of(R"("\\ud83d")") == "none");
  CHECK(problem_of(R"("\\\ud83d")") == "json.surrogate 3");
  CHECK(problem_of(R"("\"\ud83d")") == "json.surrogate 3");
  CHECK(problem_of(R"("a" \ud83d)") == "none");  // outside of strings it is no escape
  CHECK(problem_of(R"("\ud83d)") == "json.surrogate 1");
  CHECK(problem_of(R"("\ud83)") == "none");
  CHECK(problem_of("\"\\") == "none");
}

TEST_CASE("scan reads no byte beyond the text, wherever it is cut", "[json]") {
  const std::string text = "{\"a\":\"\\ud83d\\ude00\\\\\xE2\x82\xAC\"}";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const ExactBlock block{std::string_view{text}.substr(0, size)};
    std::vector<std::string_view> numbers;
    static_cast<void>(json::scan(block.view(), 1000));
    json::find_numbers(block.view(), numbers);
  }
}

TEST_CASE("find_numbers gives the literals of a text in their order", "[json]") {
  const auto numbers = [](std::string_view text) {
    std::vector<std::string_view> found;
    json::find_numbers(text, found);
    return std::vector<std::string>{found.begin(), found.end()};
  };
  using Texts = std::vector<std::string>;
  CHECK(numbers(R"([1,-2.5e+3 , 0,"4","\"5",true,6])") == Texts{"1", "-2.5e+3", "0", "6"});
  CHECK(numbers("7") == Texts{"7"});
  CHECK(numbers("[null,false,true]").empty());
  CHECK(numbers(R"({"1":2,"a\\":3,"\\\"":4})") == Texts{"2", "3", "4"});
}

TEST_CASE("find_numbers stops at as many as are wanted", "[json]") {
  std::vector<std::string_view> found;
  json::find_numbers("[1,2,3,4]", found, 3);
  CHECK(found == std::vector<std::string_view>{"1", "2", "3"});
}

TEST_CASE("is_number is the number grammar of RFC 8259", "[json][J04]") {
  for (const std::string_view good :
       {"0", "-0", "10", "-1.5", "0.10", "1e5", "1E+5", "1e-05", "0e0", "123456789012345678901234567890"}) {
    CAPTURE(good);
    CHECK(json::is_number(ExactBlock{good}.view()));
  }
  for (const std::string_view bad : {"", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e5", "1.5.5", "0x1", "1 ",
                                     " 1", "1e5.5", "NaN", "1a", "--1"}) {
    CAPTURE(bad);
    CHECK_FALSE(json::is_number(ExactBlock{bad}.view()));
  }
}

}  // namespace
