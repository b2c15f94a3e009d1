// Host names and what holds them, with the data of the atlas: one form of each, whichever it came from.
#include <string>

#include "oracle.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/checks/punycode.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;

void require_punycode_both_ways(std::string_view input) {
  checks::LabelCodePoints label;
  if (!checks::decode_punycode(input, label)) return;
  std::string again;
  checks::append_punycode(again, label);
  fuzz::require(text::equals_ignoring_case(again, input), "a label has one encoding");
}

void require_one_name(std::string_view input, const checks::IdnaData& data) {
  const auto name = checks::process_idna(input, data);
  if (!name || name->ascii.size() > limits::idna_max_octets || name->unicode.size() > limits::idna_max_octets) return;
  fuzz::require(checks::process_idna(name->ascii, data) == name, "the A-labels of a name are that name");
  fuzz::require(checks::process_idna(name->unicode, data) == name, "the U-labels of a name are that name");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const checks::IdnaData idna{atlas::builtin().section("IDNA")};
  const std::string_view input = fuzz::view_of(data, size);
  require_punycode_both_ways(input);
  if (text::first_invalid_utf8(input) != input.size()) return 0;
  require_one_name(input, idna);

  const auto website = checks::parse_website(input, idna);
  if (website) {
    fuzz::require(checks::parse_website(website.value().text, idna) == website, "a web address is its own normal form");
    const checks::IdnaData none;
    const auto without = checks::parse_website(website.value().text, none);
    fuzz::require(without.ok() && without.value().text == website.value().text, "it is so without data");
  }
  const auto email = checks::parse_email(input, idna);
  if (email) {
    fuzz::require(checks::parse_email(email.value().text, idna) == email, "an address is its own normal form");
    const std::string_view domains = atlas::builtin().section("MAIL");
    const auto meant = checks::suggest_mail_domain(email.value().domain(), domains);
    fuzz::require(meant != email.value().domain(), "what is suggested is something else");
    if (meant) fuzz::require(checks::parse_email("a@" + *meant, idna).ok(), "what is suggested is an address");
  }

  // The input as data: nothing is promised but an answer.
  const checks::IdnaData damaged{input};
  (void)checks::process_idna("B\u00DCCHER.\u4F8B.xn--bcher-kva", damaged);
  (void)checks::suggest_mail_domain("gmial.con", input);
  return 0;
}
