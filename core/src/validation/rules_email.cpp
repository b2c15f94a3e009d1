// E-mail addresses.
#include <string>

#include "field_rules.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/email_typo.hpp"
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

}  // namespace

void FieldRules::judge_email() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view domains = atlas_section("MAIL");
  const auto email = checks::parse_email(text.shown, checks::IdnaData{atlas_section("IDNA")});
  if (!email) {
    // "ines@gmailcom" is no address, and yet it is clear which one was meant.
    std::optional<std::string> meant;
    if (email.error() == Code::email_syntax) meant = corrected(text.shown, domains);
    if (meant && !checks::parse_email(*meant)) meant.reset();
    return refuse_or_warn(email.error(), text, meant);
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
