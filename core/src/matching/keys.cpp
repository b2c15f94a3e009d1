#include "vestibule/matching/keys.hpp"

#include <algorithm>

#include "name_key.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::matching {
namespace {

using catalogue::Field;

// Hosts that many companies share, each under a path or a name of its own.
constexpr std::string_view shared_hosts =
    "facebook.com instagram.com linkedin.com x.com twitter.com tiktok.com youtube.com google.com wixsite.com "
    "wordpress.com blogspot.com github.io gitlab.io myshopify.com weebly.com webflow.io netlify.app vercel.app "
    "pages.dev "
    "linktr.ee etsy.com amazon.com ebay.com ";

void add_email(std::string_view typed, Keys& keys) {
  const std::string email = text::fold(typed);
  const std::size_t at = email.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == email.size()) return;
  std::string_view local = std::string_view{email}.substr(0, at);
  std::string_view domain = std::string_view{email}.substr(at + 1);
  if (domain == "googlemail.com") domain = "gmail.com";
  keys.email_exact = std::string{local} + "@" + std::string{domain};
  for (const char c : local.substr(0, local.find('+'))) {
    if (c != '.') keys.email.push_back(c);
  }
  if (keys.email.empty()) keys.email = local;
  keys.email.push_back('@');
  keys.email += domain;
  if (!is_free_mail(domain)) keys.email_domain = registrable_part(domain);
}

void add_phone(std::string_view typed, Keys& keys) {
  std::string digits;
  bool plus = false;
  for (std::size_t at = 0; at < typed.size();) {
    const text::Decoded current = text::decode(typed, at);
    at += current.size;
    const int value = text::decimal_value(current.code_point);
    if (value >= 0) {
      digits.push_back(static_cast<char>('0' + value));
    } else if (digits.empty() && (current.code_point == '+' || current.code_point == 0xFF0B)) {
      plus = true;
    } else if (!digits.empty() &&
               (current.code_point > 0x7F || current.code_point == ';' || current.code_point == '#' ||
                text::is_alpha(static_cast<char>(current.code_point)))) {
      break;  // an extension: the same switchboard
    }
  }
  if (!plus && digits.starts_with("00")) {
    plus = true;
    digits.erase(0, 2);
  }
  if (!plus) digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() < limits::phone_min_digits) return;
  keys.phone = digits;
  keys.phone_international = plus;
}

void add_website(std::string_view typed, Keys& keys) {
  const std::string folded = text::fold(typed);
  std::string_view rest = folded;
  if (const std::size_t scheme = rest.find("://"); scheme != std::string_view::npos) rest.remove_prefix(scheme + 3);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  std::string_view path = rest.substr(end);
  path = path.substr(0, path.find_first_of("?#"));
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  std::string_view host = rest.substr(0, end);
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  if (host.find('[') == std::string_view::npos) host = host.substr(0, host.find(':'));
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  if (host.find('.') == std::string_view::npos) return;
  const std::string_view registrable = registrable_part(host);
  if (is_listed(shared_hosts, registrable)) {
    // The bare host of many is nobody's.
    if (host.size() > registrable.size() || !path.empty()) keys.website = std::string{host} + std::string{path};
  } else {
    keys.website = registrable;
  }
}

std::string_view within_limit(std::string_view text) {
  return text.size() <= limits::match_text_max_bytes ? text : std::string_view{};
}

}  // namespace

Keys match_keys(const Details& details) {
  Keys keys;
  keys.name = name_key(within_limit(details.name));
  add_email(within_limit(details.email), keys);
  add_phone(within_limit(details.phone), keys);
  add_website(within_limit(details.website), keys);
  return keys;
}

Keys match_keys(const customer::Record& record) {
  const auto text = [&](Field customer, Field contact) -> std::string_view {
    const customer::FieldValue* value = record.find(customer);
    if (value == nullptr) value = record.find(contact);
    return value == nullptr ? std::string_view{} : std::string_view{value->text};
  };
  std::string name{text(Field::name, Field::contact_name)};
  if (name.empty()) {
    name = text(Field::contact_first_name, Field::contact_first_name);
    name += ' ';
    name += text(Field::contact_last_name, Field::contact_last_name);
  }
  Details details;
  details.name = name;
  details.email = text(Field::email, Field::contact_email);
  details.phone = text(Field::phone, Field::contact_phone);
  details.website = text(Field::website, Field::website);
  return match_keys(details);
}

}  // namespace vestibule::matching
