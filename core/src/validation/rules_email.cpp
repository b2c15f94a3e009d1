// E-mail addresses.
#include <algorithm>
#include <string>

#include "field_rules.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::validation {
namespace {

// The address with another domain behind its sign.
std::string with_domain(std::string_view address, std::string_view domain) {
  return std::string{address.substr(0, address.rfind('@') + 1)}.append(domain);
}

// The address with the domain of a large provider that was probably meant.
std::optional<std::string> corrected(std::string_view address, std::string_view domains) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view domain = address.substr(at + 1);
  std::string lower;
  if (std::any_of(domain.begin(), domain.end(), text::is_upper)) {
    for (const char c : domain) lower.push_back(text::to_lower(c));
    domain = lower;
  }
  const auto meant = checks::suggest_mail_domain(domain, domains);
  if (!meant) return std::nullopt;
  return with_domain(address, *meant);
}

// The domain as a tenant lists it: in A-labels, after a local part outside ASCII too.
std::string listed_form(std::string_view domain, const checks::IdnaData& idna) {
  if (!text::is_ascii(domain) && idna.loaded()) {
    if (const auto name = checks::process_idna(domain, idna)) return name->ascii;
  }
  return std::string{domain};
}

// The address that was meant by what is none: "ines@gmailcom", or one with the sign behind it that ended its sentence.
std::optional<std::string> meant_by(std::string_view typed, std::string_view domains, const checks::IdnaData& idna) {
  const std::string_view bare = typed.substr(0, typed.find_last_not_of(",;.'/>") + 1);
  const auto address = checks::parse_email(bare, idna);
  if (bare.size() < typed.size() && address) {
    const std::string& text = address.value().text;
    return corrected(text, domains).value_or(text);
  }
  auto meant = corrected(typed, domains);
  if (meant && !checks::parse_email(*meant)) meant.reset();
  return meant;
}

// The first letter of the domain that only looks like a Latin one.
char32_t lookalike_in(std::string_view domain, const checks::IdnaData& idna) {
  if (text::is_ascii(domain) && domain.find("xn--") == std::string_view::npos) return text::no_lookalike;
  const auto name = checks::process_idna(domain, idna);
  return text::mixed_script_lookalike(name ? std::string_view{name->unicode} : domain);
}

// U+FF01 to U+FF5E, the ASCII of Japanese and Chinese keyboards, as ASCII: no mailbox is named in them.
std::string without_full_width(std::string_view typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const text::Decoded current = text::decode(typed, at);
    at += current.size;
    const bool wide = current.code_point >= 0xFF01 && current.code_point <= 0xFF5E;
    text::append_utf8(out, wide ? current.code_point - 0xFEE0 : current.code_point);
  }
  return out;
}

}  // namespace

void FieldRules::judge_email() {
  Text text = read_text();
  if (!text.usable) return;
  std::string narrow;
  if (signup() && !text.ascii) text.shown = narrow = without_full_width(text.shown);
  const std::string_view domains = atlas_section("MAIL");
  const checks::IdnaData idna{atlas_section("IDNA")};
  const auto email = checks::parse_email(text.shown, idna);
  if (!email) {
    std::optional<std::string> meant;
    if (email.error() == Code::email_syntax) meant = meant_by(text.shown, domains, idna);
    return refuse_or_warn(email.error(), text, meant);
  }
  if (const profile::Profile* const tenant = options_.tenant()) {
    const std::string domain = listed_form(email.value().domain(), idna);
    const profile::MailPolicy policy = tenant->mail_policy(domain);
    if (policy == profile::MailPolicy::refuse && signup()) return error(Code::email_unwanted, domain);
    if (policy != profile::MailPolicy::off) warning(Code::email_unwanted, domain);
  }
  if (email.value().international) warning(Code::email_international);
  // That nothing is suggested without the atlas leaves nothing unchecked: the address is judged all the same.
  if (!email.value().checked) unchecked();
  const char32_t lookalike = lookalike_in(email.value().domain(), idna);
  if (lookalike != text::no_lookalike) warning(Code::url_mixed_script, text::code_point_name(lookalike));
  if (const auto meant = checks::suggest_mail_domain(email.value().domain(), domains)) {
    warning(Code::email_typo, *meant, with_domain(email.value().text, *meant));
  }
  store_canonical(text, email.value().text);
}

}  // namespace vestibule::validation
