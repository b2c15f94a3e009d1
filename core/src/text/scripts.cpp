#include "vestibule/text/scripts.hpp"

#include "unicode_data.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

constexpr bool is_inside_word(char32_t code_point, Properties properties) {
  using enum CharacterClass;
  const CharacterClass found = properties.character_class();
  return code_point == 0x2019 || found == mark || found == joiner || found == invisible;
}

}  // namespace

Script script_of(char32_t code_point) { return properties_of(code_point).script(); }

char32_t mixed_script_lookalike(std::string_view input) {
  if (is_ascii(input)) return no_lookalike;
  bool latin = false;
  char32_t lookalike = no_lookalike;
  for (std::size_t at = 0; at < input.size();) {
    const Decoded current = decode(input, at);
    at += current.size;
    bool between_words = false;
    if (current.size == 1) {
      if (is_alpha(static_cast<char>(current.code_point))) {
        latin = true;
      } else {
        between_words = current.code_point != '\'';
      }
    } else {
      const Properties properties = properties_of(current.code_point);
      latin = latin || properties.script() == Script::latin;
      if (properties.lookalike() && lookalike == no_lookalike) lookalike = current.code_point;
      between_words = properties.script() == Script::common && !is_inside_word(current.code_point, properties);
    }
    if (between_words) {
      latin = false;
      lookalike = no_lookalike;
    }
    if (latin && lookalike != no_lookalike) return lookalike;
  }
  return no_lookalike;
}

}  // namespace vestibule::text
