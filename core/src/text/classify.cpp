#include "vestibule/text/classify.hpp"

#include "unicode_data.hpp"

namespace vestibule::text {

CharacterClass classify(char32_t code_point) { return properties_of(code_point).character_class(); }

Joins joins(char32_t code_point) { return properties_of(code_point).joins(); }

}  // namespace vestibule::text
