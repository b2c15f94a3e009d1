// E-mail addresses.
#include <string>

#include "field_rules.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::validation {
namespace {

// The address with the domain of a large provider that was probably meant.
std::optional<std::string> corrected(std::string_view address, std::string_view domains) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  std::string domain{address.substr(at + 1)};
  for (char& c : domain) c = text::to_lower(c);
  const auto meant = checks::suggest_mail_domain(domain, domains);
  if (!meant) return std::nullopt;
  return std::string{address.substr(0, at + 1)}.append(*meant);
}

// The domain as a tenant lists it: in A-labels, after a local part outside ASCII too.
std::string listed_form(std::string_view domain, const checks::IdnaData& idna) {
  if (!text::is_ascii(domain) && idna.loaded()) {
    if (const auto name = checks::process_idna(domain, idna)) return name->ascii;
  }
  return std::string{domain};
}

}  // namespace

void FieldRules::judge_email() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view domains = atlas_section("MAIL");
  const checks::IdnaData idna{atlas_section("IDNA")};
  const auto email = checks::parse_email(text.shown, idna);
  if (!email) {
    // "ines@gmailcom" is no address, and yet it is clear which one was meant.
    std::optional<std::string> meant;
    if (email.error() == Code::email_syntax) meant = corrected(text.shown, domains);
    if (meant && !checks::parse_email(*meant)) meant.reset();
    return refuse_or_warn(email.error(), text, meant);
  }
  if (options_.profile != nullptr) {
    const std::string domain = listed_form(email.value().domain(), idna);
    const profile::MailPolicy policy = options_.profile->mail_policy(domain);
    if (policy == profile::MailPolicy::refuse && signup()) return error(Code::email_unwanted, domain);
    if (policy != profile::MailPolicy::off) warning(Code::email_unwanted, domain);
  }
  if (email.value().international) warning(Code::email_international);
  // That nothing is suggested without the atlas leaves nothing unchecked: the address is judged all the same.
  if (!email.value().checked) unchecked();
  if (const auto meant = corrected(email.value().text, domains)) {
    warning(Code::email_typo, std::string_view{*meant}.substr(meant->rfind('@') + 1), *meant);
  }
  store_canonical(text, email.value().text);
}

}  // namespace vestibule::validation
