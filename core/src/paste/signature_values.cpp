#include "signature_values.hpp"

#include <algorithm>
#include <array>

#include "signature_scan.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/phone.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

constexpr std::size_t most_label_words = 4;
constexpr std::size_t longest_number = 64;

bool is_letter(char32_t c) {
  if (c < 0x80) return text::is_alpha(static_cast<char>(c));
  return text::script_of(c) != text::Script::common && text::decimal_value(c) < 0 && !is_separator(c);
}

// "Phone (mobile)" is mobile, and so on down to the filler; "Tel./Fax" is a phone too.
Label stronger(Label a, Label b) {
  if ((a == Label::phone && b == Label::fax) || (a == Label::fax && b == Label::phone)) return Label::phone;
  constexpr std::array order{Label::none,    Label::filler, Label::phone, Label::web,
                             Label::email,   Label::name,   Label::title, Label::organization,
                             Label::address, Label::mobile, Label::fax};
  const auto rank = [&](Label label) { return std::find(order.begin(), order.end(), label); };
  return rank(a) < rank(b) ? b : a;
}

// Digits and what people write between them, with an extension; "" when there are fewer than `least` digits.
std::string_view phone_value(std::string_view text, std::size_t at, std::size_t least) {
  std::size_t digits = 0;
  std::size_t last = at;  // behind the last digit or bracket
  for (std::size_t end = at; end < text.size();) {
    if (end - at > longest_number) return {};  // nobody dials that
    const text::Decoded current = text::decode(text, end);
    const char32_t c = current.code_point;
    const bool digit = text::decimal_value(c) >= 0;
    const bool dash = c == '-' || (c >= 0x2010 && c <= 0x2015);
    if (c == '+' && (digits > 0 || end > at + 1)) break;
    if (!digit && !dash && c != '+' && c != '(' && c != ')' && c != '.' && c != '/' && !is_space(c)) break;
    // Two numbers: "030 123456 / 0171 123456".
    if (c == '/' && digits >= 6 && text.substr(end + 1).starts_with(' ')) break;
    end += current.size;
    digits += digit ? 1 : 0;
    if (digit || (c == ')' && digits > 0)) last = end;
  }
  if (digits < least) return {};
  // An extension belongs to the number.
  std::size_t rest = last;
  while (rest < text.size() && (text[rest] == ' ' || text[rest] == ',')) ++rest;
  for (const std::string_view marker :
       {std::string_view{"extension"}, std::string_view{"ext."}, std::string_view{"ext"}, std::string_view{"x"},
        std::string_view{"#"}, std::string_view{"int."}, std::string_view{"anexo"},
        std::string_view{"\u0434\u043e\u0431."}}) {
    const std::string_view found = text.substr(rest).substr(0, marker.size());
    if (found != marker && !text::equals_ignoring_case(found, marker)) continue;
    std::size_t end = rest + marker.size();
    while (end < text.size() && (text[end] == ' ' || text[end] == ':')) ++end;
    const std::size_t begin = end;
    while (end < text.size() && text::is_digit(text[end])) ++end;
    if (end > begin) last = end;
    break;
  }
  std::string_view value = text.substr(at, last - at);
  // "(0" without its other half was not part of the number.
  if (std::count(value.begin(), value.end(), '(') != std::count(value.begin(), value.end(), ')')) return {};
  return value;
}

// A host name, perhaps with a path: two labels, and letters at the end.
bool is_bare_domain(std::string_view value) {
  const std::string_view host = value.substr(0, value.find('/'));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return false;
  return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                     [](char c) { return text::is_alpha(c) || !text::is_ascii(c); }) &&
         host.find("..") == std::string_view::npos;
}

std::optional<Contact> read_email(std::string_view text, std::size_t at) {
  std::string_view value = solid_value(text, at);
  if (value.find('@') == std::string_view::npos) return std::nullopt;
  if (text::equals_ignoring_case(value.substr(0, 7), "mailto:")) value.remove_prefix(7);
  if (!checks::parse_email(value)) return std::nullopt;
  return Contact{ContactKind::email, value, {}, false, false};
}

bool is_known(const Domains& domains, std::string_view value) {
  const std::string host = text::fold(value.substr(0, value.find('/')));
  return std::find(domains.begin(), domains.end(), matching::registrable_part(host)) != domains.end();
}

}  // namespace

ReadLabel read_label(std::string_view text, std::size_t at) {
  ReadLabel label;
  for (std::size_t words = 0; words < most_label_words; ++words) {
    // "E-mail e.doe@acme.example": the label ends where an address begins.
    const std::string_view solid = solid_value(text, at);
    if (words > 0 && solid.find("\uff1a") == std::string_view::npos && checks::parse_email(solid)) break;
    std::size_t end = at;
    while (end < text.size()) {
      const text::Decoded current = text::decode(text, end);
      if (!is_letter(current.code_point)) break;
      end += current.size;
    }
    if (end == at) break;
    const Label kind = label_of(loose(text.substr(at, end - at)));
    if (kind == Label::none) break;
    label.kind = stronger(label.kind, kind);
    // The signs behind a word of a label.
    bool colon = false;
    while (end < text.size()) {
      const text::Decoded current = text::decode(text, end);
      const char32_t c = current.code_point;
      const bool sign = is_space(c) || c == ':' || c == 0xFF1A || c == '.' || c == '-' || c == '/' || c == '=' ||
                        c == ')' ||
                        (c == '(' && end + 1 < text.size() && is_letter(text::decode(text, end + 1).code_point));
      if (!sign) break;
      colon = colon || c == ':' || c == 0xFF1A;
      end += current.size;
    }
    label.end = at = end;
    label.colon = colon;
    if (colon) break;
  }
  if (label.kind == Label::filler && !label.colon) label.kind = Label::none;
  return label;
}

bool ends_value(char c) { return std::string_view{" \t<>()[]{},;\"|"}.find(c) != std::string_view::npos; }

std::string_view solid_value(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !ends_value(text[end])) ++end;
  std::string_view value = text.substr(at, end - at);
  while (!value.empty() && std::string_view{".:!?'"}.find(value.back()) != std::string_view::npos)
    value.remove_suffix(1);
  return value;
}

bool is_web(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://") ||
         text::equals_ignoring_case(value.substr(0, 4), "www.");
}

std::optional<Contact> read_value(std::string_view text, std::size_t at, const ReadLabel& read,
                                  const Domains& domains) {
  const Label label = read.kind;
  if (const auto email = read_email(text, at)) return email;
  const std::string_view solid = solid_value(text, at);
  if (is_web(solid)) return Contact{ContactKind::web, solid, {}, false, false};
  if (is_bare_domain(solid) && (label == Label::web || is_known(domains, solid)))
    return Contact{ContactKind::web, solid, {}, true, false};
  // "F 75008 Paris" is no fax number.
  const std::string_view number = phone_value(text, at, read.colon && label != Label::filler ? 5 : 7);
  if (number.empty() || !checks::parse_phone(number)) return std::nullopt;
  const bool named = label == Label::phone || label == Label::mobile || label == Label::fax || label == Label::filler;
  if (!named && number.front() != '+' && !number.starts_with("(+") && !number.starts_with("00")) return std::nullopt;
  const ContactKind kind = label == Label::mobile ? ContactKind::mobile
                           : label == Label::fax  ? ContactKind::fax
                                                  : ContactKind::phone;
  return Contact{kind, number, {}, false, false};
}

}  // namespace vestibule::paste
