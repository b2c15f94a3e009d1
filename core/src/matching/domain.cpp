// What a mail domain or a host says of who is behind it.
#include "name_key.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::matching {
namespace {

// Hosts of mail boxes for everybody: by their first label whatever country follows, and whole.
constexpr std::string_view free_labels = "gmail googlemail yahoo ymail hotmail outlook live msn gmx yandex aol ";
constexpr std::string_view free_domains =
    "icloud.com me.com mac.com mail.com email.com usa.com proton.me protonmail.com pm.me zoho.com fastmail.com hey.com "
    "tutanota.com tuta.com duck.com rocketmail.com inbox.com mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net qq.com "
    "163.com 126.com sina.com sohu.com foxmail.com naver.com daum.net hanmail.net web.de freenet.de t-online.de "
    "arcor.de "
    "orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it "
    "comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net btinternet.com sky.com "
    "virginmedia.com ntlworld.com talktalk.net shaw.ca rogers.com sympatico.ca bigpond.com optusnet.com.au xtra.co.nz "
    "telia.com online.no ziggo.nl kpnmail.nl planet.nl skynet.be telenet.be bluewin.ch seznam.cz centrum.cz wp.pl "
    "o2.pl "
    "onet.pl interia.pl uol.com.br bol.com.br terra.com.br rediffmail.com ";

// Labels under which a country registers names: acme.co.uk, acme.com.au.
constexpr std::string_view second_levels = "ac co com edu gob gouv gov go mil ne net nom or org ltd plc sch ";

// An address of numbers, or nothing with a letter at its end.
bool ends_in_digit(std::string_view host) { return !host.empty() && text::is_digit(host.back()); }

}  // namespace

bool is_free_mail(std::string_view domain) {
  return is_listed(free_labels, domain.substr(0, domain.find('.'))) || is_listed(free_domains, domain);
}

std::string_view registrable_part(std::string_view host) {
  if (ends_in_digit(host)) return host;
  const std::size_t top = host.rfind('.');
  if (top == std::string_view::npos || top == 0) return host;
  const std::size_t second = host.rfind('.', top - 1);
  if (second == std::string_view::npos) return host;
  const bool country = host.size() - top == 3;
  if (!country || !is_listed(second_levels, host.substr(second + 1, top - second - 1))) return host.substr(second + 1);
  const std::size_t third = second == 0 ? std::string_view::npos : host.rfind('.', second - 1);
  return third == std::string_view::npos ? host : host.substr(third + 1);
}

}  // namespace vestibule::matching
