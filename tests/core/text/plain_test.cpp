#include "vestibule/text/plain.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using vestibule::test::ExactBlock;
using vestibule::text::is_plain;

bool plain(std::string_view input) { return is_plain(ExactBlock{input}.view()); }

// Eight bytes are looked at together: what makes a text not plain is found at every place of every length.
TEST_CASE("a text is plain unless some place of it is not", "[text][plain]") {
  CHECK_FALSE(plain(""));
  for (std::size_t size = 1; size <= 26; ++size) {
    const std::string letters = std::string{"abcdefghijklmnopqrstuvwxyz"}.substr(0, size);
    CHECK(plain(letters));
    for (std::size_t at = 0; at < size; ++at) {
      CAPTURE(size, at);
      const auto with = [&](std::string_view put) { return plain(std::string{letters}.replace(at, 1, put)); };
      CHECK(with("~"));
      CHECK(with("!"));
      CHECK(with(" ") == (at > 0 && at + 1 < size));
      CHECK_FALSE(with(std::string_view{"\0", 1}));
      for (const std::string_view put : {"  ", "\t", "\x1F", "\x7F", "\u00A0", "\u00DF", "\U0001F600"}) {
        CHECK_FALSE(with(put));
      }
    }
  }
}

TEST_CASE("single spaces may be many", "[text][plain]") {
  CHECK(plain("a b c d e f g h i"));
  CHECK(plain("ab cd ef gh ij kl"));
  CHECK_FALSE(plain("a b c d  e f g h"));
}

}  // namespace
