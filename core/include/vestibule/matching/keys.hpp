/// Match keys: what of a record is compared to tell whether it may be another one's duplicate.
/// Depends on: customer/record, text/match_key, limits.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/customer/record.hpp"

namespace vestibule::matching {

/// What the keys are made of, as typed or as accepted.
struct Details {
  std::string_view name;
  std::string_view email;
  std::string_view phone;
  std::string_view website;
};

/// Each is "" where there is nothing to compare. Keys are for comparing only: never shown, stored or sent.
struct Keys {
  std::string name;          ///< folded words without punctuation and legal forms: "acme" of "ACME, Ltd."
  std::string email;         ///< folded; without dots and what follows "+" in the local part, which many hosts ignore
  std::string email_exact;   ///< folded, the local part otherwise as it is
  std::string email_domain;  ///< registrable part; "" where anybody gets an address, as at gmail.com
  std::string phone;  ///< digits: with the country code after "+", else as dialled in the country, without a 0 in front
  bool phone_international = false;
  std::string website;  ///< registrable part of the host; host and path where many share a host, as at facebook.com

  friend bool operator==(const Keys&, const Keys&) = default;
};

/// Input   valid UTF-8.
/// Limits  a text of over limits::match_text_max_bytes has no key.
/// Cost    linear.
/// Errors  none: what cannot be read has no key.
[[nodiscard]] Keys match_keys(const Details& details);

/// The same of an accepted customer or contact; a contact without `name` goes by first and last name.
[[nodiscard]] Keys match_keys(const customer::Record& record);

/// Whether a mail domain gives an address to anybody, so that sharing it says nothing. Input: lower case.
[[nodiscard]] bool is_free_mail(std::string_view domain);

/// The part of a host one registers, as far as its labels tell without the public suffix list: the last two, or three under
/// a second-level domain like co.uk. An address of numbers stays whole. Input: lower case, without a dot at the end.
[[nodiscard]] std::string_view registrable_part(std::string_view host);

}  // namespace vestibule::matching
