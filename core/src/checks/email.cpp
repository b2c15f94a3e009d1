#include "vestibule/checks/email.hpp"

#include <algorithm>

#include "vestibule/checks/host.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/classify.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

// RFC 5322 3.2.3 atext, with the non-ASCII of RFC 6531 3.3.
constexpr bool is_atext(char c) {
  constexpr text::AsciiSet signs{"!#$%&'*+-/=?^_`{|}~"};
  return text::is_alnum(c) || !text::is_ascii(c) || signs.has(c);
}

bool is_dot_atom(std::string_view local) {
  if (local.empty() || local.front() == '.' || local.back() == '.') return false;
  for (std::size_t i = 0; i < local.size(); ++i) {
    if (local[i] == '.' ? local[i - 1] == '.' : !is_atext(local[i])) return false;
  }
  return true;
}

// A non-ASCII character must at least be one to look at, or a joiner, which spells where cleaning has left it. Of ASCII
// both sides of the sign take no other characters anyway.
bool only_visible(std::string_view input) {
  if (text::is_ascii(input)) return true;
  for (std::size_t at = 0; at < input.size();) {
    const text::Decoded current = text::decode(input, at);
    at += current.size;
    if (current.code_point > ' ' && current.code_point < 0x7F) continue;
    using enum text::CharacterClass;
    const text::CharacterClass found = text::classify(current.code_point);
    if (found != visible && found != mark && found != spacing_mark && found != joiner) return false;
  }
  return true;
}

// Appends the domain; false when it is none.
bool append_domain(Email& email, std::string_view domain, bool ascii_local, const IdnaData& idna) {
  const std::size_t begin = email.text.size();
  email.text += domain;
  for (std::size_t i = begin; i < email.text.size(); ++i) email.text[i] = text::to_lower(email.text[i]);
  const std::string_view lower = std::string_view{email.text}.substr(begin);
  const bool encoded = lower.starts_with("xn--") || lower.find(".xn--") != std::string_view::npos;
  if (text::is_ascii(domain) && !encoded) return is_public_host(lower);
  if (!idna.loaded()) {
    email.checked = false;
    return is_public_host(lower);
  }
  const auto name = process_idna(domain, idna, DnsLength::checked);
  if (!name || !is_public_host(name->ascii) || !is_public_host(name->unicode)) return false;
  email.text.replace(begin, std::string::npos, ascii_local ? name->ascii : name->unicode);
  return true;
}

}  // namespace

Result<Email, Code> parse_email(std::string_view input, const IdnaData& idna) {
  if (input.size() > limits::email_max_octets) return Code::email_too_long;
  const std::size_t at = input.rfind('@');
  if (at == std::string_view::npos) return Code::email_syntax;
  const std::string_view local = input.substr(0, at);
  if (local.size() > limits::email_local_max_octets) return Code::email_too_long;
  if (!is_dot_atom(local) || !only_visible(input)) return Code::email_syntax;

  Email email;
  email.text.reserve(input.size());
  email.text = input.substr(0, at + 1);
  if (!append_domain(email, input.substr(at + 1), text::is_ascii(local), idna)) return Code::email_syntax;
  if (email.text.size() > limits::email_max_octets) return Code::email_too_long;
  email.international = !text::is_ascii(email.text);
  return email;
}

}  // namespace vestibule::checks
