#include "vestibule/checks/email.hpp"

#include <algorithm>

#include "vestibule/checks/host.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/classify.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

// RFC 5322 3.2.3 atext, with the non-ASCII of RFC 6531 3.3.
constexpr bool is_atext(char c) {
  return text::is_alnum(c) || !text::is_ascii(c) ||
         std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

bool is_dot_atom(std::string_view local) {
  if (local.empty() || local.front() == '.' || local.back() == '.') return false;
  for (std::size_t i = 0; i < local.size(); ++i) {
    if (local[i] == '.' ? local[i - 1] == '.' : !is_atext(local[i])) return false;
  }
  return true;
}

// A non-ASCII character must at least be one to look at.
bool only_visible(std::string_view input) {
  for (std::size_t at = 0; at < input.size();) {
    const text::Decoded current = text::decode(input, at);
    at += current.size;
    using enum text::CharacterClass;
    const text::CharacterClass found = text::classify(current.code_point);
    if (found != visible && found != mark && found != spacing_mark) return false;
  }
  return true;
}

}  // namespace

Result<Email, Code> parse_email(std::string_view input) {
  if (input.size() > limits::email_max_octets) return Code::email_too_long;
  const std::size_t at = input.rfind('@');
  if (at == std::string_view::npos) return Code::email_syntax;
  const std::string_view local = input.substr(0, at);
  const std::string_view domain = input.substr(at + 1);
  if (local.size() > limits::email_local_max_octets) return Code::email_too_long;
  if (!is_dot_atom(local) || !is_public_host(domain)) return Code::email_syntax;

  Email email;
  email.international = !std::all_of(input.begin(), input.end(), text::is_ascii);
  if (email.international && !only_visible(input)) return Code::email_syntax;
  email.text = input;
  const auto domain_begin = email.text.begin() + static_cast<std::ptrdiff_t>(at + 1);
  std::transform(domain_begin, email.text.end(), domain_begin, text::to_lower);
  return email;
}

}  // namespace vestibule::checks
