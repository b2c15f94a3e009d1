#include "vestibule/checks/phone_number.hpp"

#include <algorithm>

#include "phone_dial.hpp"

namespace vestibule::checks {
namespace {

using atlas::DigitOutcome;
using atlas::PhonePlans;
using atlas::RegionNumber;

constexpr std::array<std::string_view, 12> type_names = {
    "unknown",         "fixed_line",   "mobile",      "fixed_line_or_mobile",
    "toll_free",       "premium_rate", "shared_cost", "voip",
    "personal_number", "pager",        "uan",         "voicemail"};

PhoneNumber judged(const Dialled& dialled, const PhonePlans& plans) {
  PhoneNumber number;
  number.code = dialled.code;
  number.national_digits = dialled.national.digits;
  number.national_size = dialled.national.size;
  const DigitOutcome& outcome = dialled.outcome;
  if (outcome.found && outcome.extra < type_names.size()) number.type = static_cast<PhoneType>(outcome.extra);
  number.possible = number.valid() || (plans.plan(dialled.code).lengths() >> number.national_size & 1) != 0;
  RegionNumber region = 0;
  if (number.valid() && outcome.value > 0) {
    region = static_cast<RegionNumber>(atlas::read_u8(plans.country(dialled.code).other_regions, outcome.value - 1U));
  } else {
    region = plans.main_region(dialled.code);
  }
  number.region_letters = plans.name(region);
  return number;
}

// "+44 (0)20" drops the zero, "+39 (0)6" keeps it: the plan knows.
Result<Dialled, Code> read_with_zero(const PhoneText& text, RegionNumber region, const PhonePlans& plans) {
  const std::string_view dialled = text.dialled.view();
  if (text.bracketed_zero != 0) {
    DigitText<limits::phone_dialled_max_digits + 1> with_zero;
    for (std::size_t i = 0; i < dialled.size(); ++i) {
      if (i == text.bracketed_zero) with_zero.push('0');
      with_zero.push(dialled[i]);
    }
    const auto read = read_dialled(with_zero.view(), true, region, plans);
    if (read && read.value().outcome.found) return read;
  }
  return read_dialled(dialled, text.international, region, plans);
}

}  // namespace

std::string_view to_string(PhoneType type) { return type_names[static_cast<std::size_t>(type)]; }

Result<PhoneNumber, Code> read_phone(std::string_view input, const PhonePlans& plans, std::string_view country) {
  const auto text = scan_phone(input);
  if (!text) return text.error();
  // Behind a plus sign it is the same number from everywhere.
  const RegionNumber region = text.value().international ? RegionNumber{} : plans.region(country);
  const auto dialled = read_with_zero(text.value(), region, plans);
  if (!dialled) return dialled.error();
  PhoneNumber number = judged(dialled.value(), plans);
  number.extension_digits = text.value().extension.digits;
  number.extension_size = text.value().extension.size;
  return number;
}

bool example_phone(const PhonePlans& plans, std::string_view country, PhoneNumber& number) {
  const RegionNumber region = plans.region(country);
  if (region == 0) return false;
  const atlas::CodeNumber code = plans.code_of_region(region);
  const PhonePlans::Country facts = plans.country(code);
  std::uint32_t place = 0;  // among the regions of its code
  if (plans.main_region(code) != region) {
    place = static_cast<std::uint32_t>(facts.other_regions.find(static_cast<char>(region)) + 1);
    if (place == 0 || place >= 32) return false;
  }
  constexpr auto bit = [](PhoneType type) { return 1U << static_cast<unsigned>(type); };
  constexpr std::uint32_t wanted[] = {bit(PhoneType::mobile) | bit(PhoneType::fixed_line_or_mobile),
                                      bit(PhoneType::fixed_line), ~0U};
  // Where the main region claims all numbers of a code, its example is as good.
  for (const std::uint32_t regions : {1U << place, 1U}) {
    for (const std::uint32_t types : wanted) {
      const auto example = facts.plan.example(regions, types);
      if (example.size == 0) continue;
      Dialled dialled{code, {}, {}};
      dialled.national.digits = example.digits;
      dialled.national.size = static_cast<std::uint8_t>(example.size);
      dialled.outcome = facts.plan.find(dialled.national.view());
      number = judged(dialled, plans);
      return true;
    }
  }
  return false;
}

}  // namespace vestibule::checks
