// Names of people: what looks like one, and what agrees with an e-mail address. Internal to paste.
#pragma once

#include <string_view>
#include <vector>

namespace vestibule::paste {

struct Person {
  std::vector<std::string_view> words;  // without honorifics and degrees; empty: no name
  std::string_view text;                // with them

  [[nodiscard]] explicit operator bool() const { return !words.empty(); }
};

// One to four capitalised words and small particles ("van", "de la"), with "Dr." in front and "MBA" behind, of letters alone.
// One word only of Chinese characters, kana or Hangul.
[[nodiscard]] Person read_person(std::string_view text);

// Whether the local part of an e-mail address is made of words of the name: "jane.doe", "jdoe", "doe", "doej".
[[nodiscard]] bool agrees(const Person& person, std::string_view email);

}  // namespace vestibule::paste
