// Words by which the lines of a signature are told apart. Internal to paste.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::paste {

// A word of letters, small and without accents and signs: "dipling" of "Dipl.-Ing.".
[[nodiscard]] std::string loose(std::string_view word);

// The words of a text between spaces and signs, each as loose() makes it; digits count as letters.
[[nodiscard]] std::vector<std::string> loose_words(std::string_view text);

enum class Label : std::uint8_t { none, filler, phone, mobile, fax, email, web, name, title, organization, address };

// What a word in front of a value says; filler: nothing by itself ("direct", "office", "no").
[[nodiscard]] Label label_of(std::string_view loose_word);

// Nothing but words of labels: "Tel.", "Mobile phone:".
[[nodiscard]] bool is_label(std::string_view text);

// A word for what somebody does: "manager", "Gesch\u00e4ftsf\u00fchrerin".
[[nodiscard]] bool has_role(std::string_view text);

// Words that names of people do not have: of companies, departments, months, greetings.
[[nodiscard]] bool has_common_word(std::string_view text);

[[nodiscard]] bool is_honorific(std::string_view loose_word);
[[nodiscard]] bool is_degree(std::string_view loose_word);
// "van", "de la": small inside of a name, part of the last one.
[[nodiscard]] bool is_particle(std::string_view loose_word);

// Registers, tax numbers, networks: lines of no field.
[[nodiscard]] bool is_register_line(std::string_view text);

}  // namespace vestibule::paste
