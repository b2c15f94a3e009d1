#include "words.hpp"

#include "tenant.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t problems_shown = 20;

// "{0}" and "{1}" stand for the finding's parameters. Codes that the API's strictness cannot give have no words here.
std::string_view words_template(Code code) {
  switch (code) {
    case Code::json_empty: return "is empty";
    case Code::json_syntax: return "is not valid JSON at byte {0}";
    case Code::json_duplicate_key: return "appears twice";
    case Code::json_depth: return "is nested deeper than {0} levels";
    case Code::json_surrogate: return "holds half a character at byte {0}";
    case Code::json_utf8: return "is not UTF-8 at byte {0}";
    case Code::json_bom: return "starts with a byte order mark";
    case Code::json_limit: return "has too many or too long {0}, at most {1}";
    case Code::json_shape:
    case Code::field_type: return "expected {0}";
    case Code::limit_input: return "is larger than {0} bytes";
    case Code::batch_empty: return "is an empty array";
    case Code::batch_too_many: return "has more than {0} rows";
    case Code::field_required: return "is required";
    case Code::field_unknown: return "unknown field";
    case Code::field_forbidden: return "cannot be set";
    case Code::field_read_only: return "is read-only";
    case Code::field_not_canonical: return "is kept as it was sent";
    case Code::text_blank: return "is blank";
    case Code::text_too_long: return "is longer than {0} {1}";
    case Code::text_control:
    case Code::text_bidi_control:
    case Code::text_hidden:
    case Code::text_invisible: return "holds the hidden character {0}";
    case Code::text_noncharacter: return "holds {0}, which is no character";
    case Code::text_marks: return "has more than {0} marks on one letter";
    case Code::text_placeholder: return "looks like a placeholder";
    case Code::text_markup: return "looks like markup";
    case Code::enum_unknown: return "expected one of {0}";
    case Code::enum_unlisted: return "is not a listed value";
    case Code::enum_duplicate: return "holds a value twice";
    case Code::email_syntax: return "is not an e-mail address";
    case Code::email_too_long: return "is too long for an e-mail address, at most {0}";
    case Code::email_international: return "is an address that not every mail system can reach";
    case Code::phone_syntax: return "is not a phone number";
    case Code::phone_length: return "has too few or too many digits for a phone number";
    case Code::phone_no_country: return "has no country prefix";
    case Code::url_syntax: return "is not a web address";
    case Code::url_scheme: return "does not start with http:// or https://";
    case Code::url_userinfo: return "holds a user name";
    case Code::url_private_host: return "names a private host";
    case Code::country_unknown: return "is not a known country";
    case Code::address_incomplete: return "the address has no {0}";
    case Code::id_syntax: return "is not a valid id";
    case Code::id_checksum: return "is a damaged id";
    case Code::number_range: return "expected a number from {0} to {1}";
    case Code::number_precision: return "has more digits than can be kept";
    case Code::number_integer: return "expected a whole number";
    case Code::number_too_long: return "has more than {0} characters";
    default: return {};
  }
}

}  // namespace

validation::Options check_options(validation::Operation operation, catalogue::Entity of) {
  validation::Options options;
  options.of = of;
  options.operation = operation;
  options.strictness = validation::Strictness::api;
  options.profile = &tenant();
  return options;
}

std::string member_path(std::string_view pointer, std::string_view whole) {
  if (pointer.empty()) return std::string{whole};
  std::string path;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    const bool row = !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
    if (row) {
      path += '[' + std::string{token} + ']';
    } else {
      if (!path.empty()) path += '.';
      path += token;
    }
  }
  return path;
}

std::string words_of(const Finding& finding) {
  std::string words{words_template(finding.code)};
  if (words.empty()) return "refused as " + std::string{to_string(finding.code)};
  for (std::size_t i = 0; i < finding.params.size() && i < 2; ++i) {
    const std::size_t place = words.find(i == 0 ? "{0}" : "{1}");
    if (place != std::string::npos) words.replace(place, 3, finding.params[i]);
  }
  return words;
}

std::string problem_text(std::span<const Finding> findings, std::string_view whole) {
  std::string text;
  std::size_t shown = 0;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::error || shown == problems_shown) continue;
    if (shown++ > 0) text += "; ";
    text += member_path(finding.pointer, whole) + ": " + words_of(finding);
  }
  return text;
}

}  // namespace vestibule::sandbox
