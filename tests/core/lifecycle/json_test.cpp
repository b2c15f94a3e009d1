#include "vestibule/lifecycle/json.hpp"

#include <string>
#include <string_view>

#include "life_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using lifecycle::read_event;
using lifecycle::read_life;

TEST_CASE("a life is one line of JSON with members in ascending order", "[lifecycle]") {
  std::string text;
  append_json(text, after({create(1), activate(7), tie('A')}));
  CHECK(text ==
        R"({"account":"0015f00002JUZPAAA5","customerSince":"2026-03-04","id":"00000000-0000-0000-0000-000000000001",)"
        R"("link":"Linked","mode":"selective",)"
        R"("orders":[{"kind":"activated","order":"00000000-0000-0000-0000-000000000007"}]})");
}

TEST_CASE("a hold is stored with the account that it is about", "[lifecycle][L3][L17]") {
  const Life held = lifecycle::step(after({create(1), activate(7), tie('A')}), merge('A', 'B', true)).life;
  std::string text;
  append_json(text, held);
  CHECK(text.find(R"("hold":"duplicate","holdAccount":"0015f00002JUZPBAA5",)") != std::string::npos);
  CHECK(read_life(text).value() == held);
}

TEST_CASE("an event has the members of its kind", "[lifecycle]") {
  std::string text;
  append_json(text, merge('A', 'b'));
  CHECK(text == R"({"account":"0015f00002JUZPAAA5","cycle":false,"event":"account_merged","taken":false,)"
                R"("winner":"0015f00002JUZPbAAP"})");
}

void refused(const Result<Life, json::Problem>& read, Code code, std::string_view pointer) {
  REQUIRE_FALSE(read.ok());
  CHECK(to_string(read.error().code) == to_string(code));
  CHECK(read.error().pointer == pointer);
}

TEST_CASE("a text that is no life is refused with its place", "[lifecycle]") {
  refused(read_life("{"), Code::json_syntax, "");
  refused(read_life("[]"), Code::field_type, "");
  refused(read_life(R"({"link":"None"})"), Code::field_required, "/mode");
  refused(read_life(R"({"link":"Held","mode":"selective"})"), Code::enum_unknown, "/link");
  refused(read_life(R"({"link":"None","mode":"selective","id":"1"})"), Code::id_syntax, "/id");
  refused(read_life(R"({"link":"None","mode":"selective","id":1})"), Code::field_type, "/id");
  refused(read_life(R"({"link":"None","mode":"selective","other":1})"), Code::field_unknown, "");
  refused(read_life(R"({"link":"None","mode":"selective","orders":[{"kind":"activated"}]})"), Code::field_required,
          "/orders/0/order");
  refused(read_life(R"({"link":"None","mode":"selective","accountVersion":-1})"), Code::number_range,
          "/accountVersion");
}

TEST_CASE("an id of another object than an account is refused wherever an account stands", "[lifecycle][I02]") {
  const std::string contact = "003Ot00001mx7PzIAI";
  const std::string ours = "0015f00002JUZPDAA5";
  const auto life = [](const std::string& member) { return R"({"link":"None","mode":"selective",)" + member + "}"; };
  refused(read_life(life(R"("account":")" + contact + "\"")), Code::id_object, "/account");
  refused(read_life(life(R"("holdAccount":")" + contact + "\"")), Code::id_object, "/holdAccount");
  refused(read_life(life(R"("pastAccounts":[")" + ours + R"(",")" + contact + "\"]")), Code::id_object,
          "/pastAccounts/1");
  const auto event = [&](const std::string& members) {
    const auto read = read_event("{" + members + "}");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == Code::id_object);
    return read.error().pointer;
  };
  const std::string account = R"("account":")" + contact + "\"";
  CHECK(event(account + R"(,"event":"link_set","source":"sync")") == "/account");
  CHECK(event(account + R"(,"event":"relinked")") == "/account");
  CHECK(event(account + R"(,"event":"account_deleted")") == "/account");
  CHECK(event(account + R"(,"event":"account_undeleted")") == "/account");
  CHECK(event(account + R"(,"event":"account_missing")") == "/account");
  CHECK(event(account + R"(,"event":"account_merged","winner":")" + ours + "\"") == "/account");
  CHECK(event(R"("account":")" + ours + R"(","event":"account_merged","winner":")" + contact + "\"") == "/winner");
}

TEST_CASE("an event of an unknown kind, or with members of another one, is refused", "[lifecycle]") {
  CHECK(read_event(R"({"event":"born"})").error().code == Code::enum_unknown);
  CHECK(read_event(R"({"event":"renewed"})").error().code == Code::field_required);
  CHECK(read_event(R"({"event":"draft_pushed","days":1})").error().code == Code::field_unknown);
}

}  // namespace
