/// Internationalised host names: from what a person types to what the DNS knows.
/// Depends on: checks/idna_data, text/match_key, text/normalize.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vestibule/checks/idna_data.hpp"

namespace vestibule::checks {

/// One name in both of its forms; for a name of ASCII labels only they are equal.
struct IdnaName {
  std::string ascii;    ///< A-labels: "xn--bcher-kva.example"
  std::string unicode;  ///< U-labels: mapped and composed

  friend bool operator==(const IdnaName&, const IdnaName&) = default;
};

enum class DnsLength : bool { any, checked };

/// UTS 46 section 4, ToASCII and ToUnicode in one: non-transitional, CheckBidi and CheckJoiners, without CheckHyphens and
/// UseSTD3ASCIIRules, so that every ASCII character may be in the result. "xn--" labels must decode to a valid label.
/// With `checked`, labels have 1 to 63 octets, the name at most 253 and no dot at its end.
///
/// Input   valid UTF-8; `data` loaded
/// Limits  1,024 octets of input, 256 code points a label: what has more is no name in the DNS
/// Errors  nullopt: not a name
/// Cost    linear in the input, for its bounded labels
/// Source  https://www.unicode.org/reports/tr46/ (revision 35), RFC 5891, RFC 5892 A.1 and A.2, RFC 5893 2
[[nodiscard]] std::optional<IdnaName> process_idna(std::string_view name, const IdnaData& data,
                                                   DnsLength length = DnsLength::any);

/// The URL standard's "domain to ASCII" for addresses as they are opened: as process_idna, but a name of ASCII characters
/// only passes in lower case, whatever its "xn--" labels mean (names that no registry would take are in use), and
/// characters that would end a host early are refused. `unicode` is then the name as it came, in lower case, unless all of
/// it is valid. Without data only ASCII names pass.
///
/// Source  https://url.spec.whatwg.org/#concept-domain-to-ascii (beStrict false)
[[nodiscard]] std::optional<IdnaName> domain_to_ascii(std::string_view domain, const IdnaData& data);

}  // namespace vestibule::checks
