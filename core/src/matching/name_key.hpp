// The key of a name. Internal to matching.
#pragma once

#include <string>
#include <string_view>

namespace vestibule::matching {

// Folded words without punctuation, "and" and legal forms; letters that stand alone side by side are one word ("A. B. C."
// is "ABC"). A name of nothing but legal forms keeps them.
[[nodiscard]] std::string name_key(std::string_view name);

// The legal form at an end of a name, folded and without dots: "gmbh" of "Acme GmbH".
struct LegalForm {
  std::string word;  // "" when there is none
  bool in_front = false;
};
[[nodiscard]] LegalForm legal_form_of(std::string_view name);

// Whether `word` is one of the words of `list`, which a space stands between.
[[nodiscard]] bool is_listed(std::string_view list, std::string_view word);

}  // namespace vestibule::matching
