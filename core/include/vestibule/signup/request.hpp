/// What a page sends to sign somebody up, version 1 of the wire.
/// Depends on: validation/*, signup/fingerprint.
///
///   { "v": 1, "customer": { ... }, "contact": { ... }, "form": { "token", "secret", "trap", "locale", "rules" } }
///
/// where the contact may be left out, or, from a page without JavaScript, form fields: the customer's under their names, the
/// contact's as "contact.firstName" and so on, the others as "form.token", "form.secret", "form.trap", "form.locale",
/// "form.rules", "form.key" and "form.v". A contact of which nothing is answered is none; one without a full name gets it from
/// its first and last name, and one without an e-mail address that of the customer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/customer/record.hpp"
#include "vestibule/finding.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::signup {

inline constexpr std::size_t request_max_bytes = 32 * 1024;
inline constexpr std::size_t form_value_max_bytes = 512;

/// What accompanies the customer; never part of the fingerprint. Every member may be empty.
struct Form {
  std::string token;   ///< proves that the form came from this gateway not long ago
  std::string secret;  ///< the browser's own, to ask for the outcome later
  std::string trap;    ///< a field no person sees; a value means a robot
  std::string locale;  ///< of the page
  std::string rules;   ///< digest of the rules the page judged with
  std::string key;     ///< the Idempotency-Key, where no header can carry it

  friend bool operator==(const Form&, const Form&) = default;
};

struct Request {
  bool ok = false;
  customer::Record customer;                ///< empty unless ok
  std::optional<customer::Record> contact;  ///< nothing unless ok and sent
  std::string fingerprint;                  ///< of both, lower-case hexadecimal; empty unless ok
  Form form;                                ///< as far as it could be read, also when not ok
  std::vector<Finding>
      findings;  ///< pointers as in the text: "/customer/email"; of form fields: "/email", "/contact/email"
  bool truncated = false;

  friend bool operator==(const Request&, const Request&) = default;
};

/// Reads and judges a request with the rules of sign-up. With Operation::patch it is a change of a customer there is: the
/// same wire, with only the members to change, of which null empties one, and without a contact.
///
/// Limits  32 KiB; 512 bytes a form value; the limits of JSON and form texts
/// Errors  those of check_json or check_form; request.version (no "v", or not 1); field.required at /customer;
///         field.unknown for members the wire does not know, and for the contact of a change; field.type
[[nodiscard]] Request read_request_json(std::string_view text, const validation::Options& options);
[[nodiscard]] Request read_request_form(std::string_view body, const validation::Options& options);

/// {"ok":...,"value":{...} or null,"contact":{...},"fingerprint":"..." or null,"form":{...},"findings":[...]}; "contact" only when ok and
/// sent
void append_json(std::string& out, const Request& request);

}  // namespace vestibule::signup
