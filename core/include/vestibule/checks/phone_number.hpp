/// Phone numbers by the plans of their countries: which exist, where, what for, and how they are written.
/// Depends on: code, limits, result, atlas/phone_plans.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/atlas/phone_plans.hpp"
#include "vestibule/code.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

enum class PhoneType : std::uint8_t {
  unknown,
  fixed_line,
  mobile,
  fixed_line_or_mobile,  ///< the plan does not tell them apart
  toll_free,
  premium_rate,
  shared_cost,
  voip,
  personal_number,
  pager,
  uan,  ///< one number for a whole company
  voicemail,
};

/// "fixed_line", "mobile", ...
[[nodiscard]] std::string_view to_string(PhoneType type);

struct PhoneNumber {
  std::array<char, atlas::DigitTable::longest> national_digits{};
  std::array<char, limits::phone_extension_max_digits> extension_digits{};
  std::uint8_t national_size = 0;
  std::uint8_t extension_size = 0;
  atlas::CodeNumber code = 0;
  PhoneType type = PhoneType::unknown;  ///< unknown exactly when the number is not valid
  bool possible = false;                ///< some number of its country is as long
  std::array<char, 2> region_letters{};

  [[nodiscard]] bool valid() const { return type != PhoneType::unknown; }
  /// Without prefixes, with the zero that begins some numbers of Italy and others.
  [[nodiscard]] std::string_view national() const { return {national_digits.data(), national_size}; }
  [[nodiscard]] std::string_view extension() const { return {extension_digits.data(), extension_size}; }
  /// Alpha-2; the main region of the calling code when the number is not valid; "001" when it belongs to no country.
  [[nodiscard]] std::string_view region() const {
    return region_letters[0] == '0' ? std::string_view{"001"} : std::string_view{region_letters.data(), 2};
  }
};

/// Reads a number the way people write and dial it (the syntax is that of checks/phone.hpp): with + and the calling code,
/// with the prefix that leads abroad from `country`, or as dialled within `country`, with or without its trunk prefix.
///
/// Input   UTF-8, already cleaned; `country` as alpha-2 or ""
/// Errors  phone.syntax; phone.no_country: a national number and no country; phone.invalid: no such calling code;
///         phone.length: no number at all is as short or as long. A number read may still not be valid.
/// Cost    linear in the input, no allocation
/// Source  libphonenumber's rules (PhoneNumberUtil::Parse, IsValidNumber, GetRegionCodeForNumber, GetNumberType), over
///         tables. Where its possible-but-unassigned numbers steer it, valid ones steer this.
/// Vectors tests/vectors/phone.json, tests/vectors/suites/phone.*.json
[[nodiscard]] Result<PhoneNumber, Code> read_phone(std::string_view input, const atlas::PhonePlans& plans,
                                                   std::string_view country);

/// A number to show in an empty field: valid, of a mobile where there is one. False: the country is not known.
[[nodiscard]] bool example_phone(const atlas::PhonePlans& plans, std::string_view country, PhoneNumber& number);

/// Room for "+", a calling code, a number and " x" with an extension.
using E164 = std::array<char, 32>;

/// The number as it is stored, in `room`.
[[nodiscard]] std::string_view write_e164(const PhoneNumber& number, const atlas::PhonePlans& plans, E164& room);

/// Each appends, with " x123" behind it where there is an extension: "+14155552671";
/// "(415) 555-2671"; "+1 415-555-2671".
void append_e164(const PhoneNumber& number, const atlas::PhonePlans& plans, std::string& out);
void append_national(const PhoneNumber& number, const atlas::PhonePlans& plans, std::string& out);
void append_international(const PhoneNumber& number, const atlas::PhonePlans& plans, std::string& out);

}  // namespace vestibule::checks
