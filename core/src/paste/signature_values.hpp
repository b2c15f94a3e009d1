// Values that look like an e-mail address, a phone number or a web address, and labels. Internal to paste.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signature_draft.hpp"
#include "signature_words.hpp"

namespace vestibule::paste {

// What stands in front of a value, read word by word: "Tel.", "Mobile phone:", "E-mail".
struct ReadLabel {
  Label kind = Label::none;
  std::size_t end = 0;  // where the value begins
  bool colon = false;
};
[[nodiscard]] ReadLabel read_label(std::string_view text, std::size_t at);

// Domains of the e-mail addresses found so far, as registered.
using Domains = std::vector<std::string>;

// Ends a value without spaces.
[[nodiscard]] bool ends_value(char c);
// The value without spaces that begins at `at`.
[[nodiscard]] std::string_view solid_value(std::string_view text, std::size_t at);
// With a scheme, or "www.".
[[nodiscard]] bool is_web(std::string_view value);

// The value at `at`, behind `label` or behind none. National numbers and domains nobody knows need one.
[[nodiscard]] std::optional<Contact> read_value(std::string_view text, std::size_t at, const ReadLabel& label,
                                                const Domains& domains);

}  // namespace vestibule::paste
