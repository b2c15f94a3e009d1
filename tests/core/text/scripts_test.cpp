#include "vestibule/text/scripts.hpp"

#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule::text;
using vestibule::test::ExactBlock;

char32_t lookalike(std::string_view input) { return mixed_script_lookalike(ExactBlock{input}.view()); }

TEST_CASE("every script people write names in is told apart", "[text][scripts]") {
  CHECK(script_of(U'a') == Script::latin);
  CHECK(script_of(U'\u00e9') == Script::latin);
  CHECK(script_of(U'1') == Script::common);
  CHECK(script_of(U'\u0301') == Script::common);
  CHECK(script_of(U'\u03b1') == Script::greek);
  CHECK(script_of(U'\u0430') == Script::cyrillic);
  CHECK(script_of(U'\u0531') == Script::armenian);
  CHECK(script_of(U'\u10d0') == Script::georgian);
  CHECK(script_of(U'\u05d0') == Script::hebrew);
  CHECK(script_of(U'\u0645') == Script::arabic);
  CHECK(script_of(U'\u0e01') == Script::thai);
  CHECK(script_of(U'\uac00') == Script::hangul);
  CHECK(script_of(U'\u3105') == Script::bopomofo);
  CHECK(script_of(U'\u3042') == Script::hiragana);
  CHECK(script_of(U'\u30a2') == Script::katakana);
  CHECK(script_of(U'\u6f22') == Script::han);
  CHECK(script_of(U'\U00020000') == Script::han);
  CHECK(script_of(U'\U00030000') == Script::han);
  CHECK(script_of(U'\u0915') == Script::other);
  CHECK(script_of(U'\ue000') == Script::common);
}

TEST_CASE("a letter that passes for a Latin one beside Latin letters is found", "[text][scripts][U16]") {
  CHECK(lookalike("\u0410\u0440\u0440le") == 0x0410);
  CHECK(lookalike("\u0440\u0430\u0443\u0440\u0430l") == 0x0440);
  CHECK(lookalike("\u0391cme") == 0x0391);
  CHECK(lookalike("Acm\u0435") == 0x0435);
  CHECK(lookalike("good b\u0430d") == 0x0430);
  CHECK(lookalike("O'\u0412rien") == 0x0412);     // an apostrophe does not end a word
  CHECK(lookalike("A\u0301\u0441me") == 0x0441);  // nor does a mark
  CHECK(lookalike("\u0456\u0308s") == 0x0456);
  CHECK(lookalike("\u0457s") == 0x0457);  // nor do marks hide a letter
}

TEST_CASE("words of several scripts side by side are no finding", "[text][scripts][U17]") {
  for (const std::string_view text :
       {"Acme", "", "\u041c\u043e\u0441\u043a\u0432\u0430", "Acme \u041c\u043e\u0441\u043a\u0432\u0430",
        "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1 SA", "\u682a\u5f0f\u4f1a\u793e Acme", "\u682a\u5f0f\u4f1a\u793eAcme",
        "Acme\u30b8\u30e3\u30d1\u30f3", "LG\uc804\uc790", "\u0634\u0631\u0643\u0629 \u0623\u0643\u0645\u064a",
        "\u03a9mega", "\u042fndex", "X \u00c6 A-12", "\u00b5m", "T-\u0391"}) {
    CAPTURE(text);
    CHECK(lookalike(text) == no_lookalike);
  }
}

}  // namespace
