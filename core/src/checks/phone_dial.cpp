#include "phone_dial.hpp"

namespace vestibule::checks {
namespace {

using atlas::CodeNumber;
using atlas::DigitOutcome;
using atlas::DigitTable;
using atlas::PhonePlans;
using atlas::PrefixAction;
using atlas::RegionNumber;

constexpr std::size_t min_national = 2;

// A table of prefixes knows numbers of up to 17 digits; what is behind them changes nothing.
std::string_view front_of(std::string_view digits) { return digits.substr(0, DigitTable::longest); }

std::optional<NationalDigits> joined(std::string_view front, std::string_view middle, std::string_view back) {
  NationalDigits out;
  for (const std::string_view text : {front, middle, back}) {
    if (!out.append(text)) return std::nullopt;
  }
  return out;
}

// The number without its national prefix; nullopt: it has none.
std::optional<NationalDigits> without_prefix(std::string_view digits, const DigitTable& prefixes,
                                             const PhonePlans& plans) {
  const DigitOutcome found = prefixes.find(front_of(digits));
  const std::size_t value = found.value;
  if (!found.found) return std::nullopt;
  switch (static_cast<PrefixAction>(found.extra)) {
    case PrefixAction::strip: return value <= digits.size() ? joined(digits.substr(value), {}, {}) : std::nullopt;
    case PrefixAction::prepend: return joined(plans.string(found.value), digits, {});
    case PrefixAction::move_mobile: {
      const std::size_t begin = digits.starts_with('0') ? 1 : 0;
      if (value < begin + 2 || value > digits.size()) return std::nullopt;
      return joined("9", digits.substr(begin, value - 2 - begin), digits.substr(value));
    }
  }
  return std::nullopt;
}

bool is_valid(const DigitTable& plan, std::string_view national) { return plan.find(national).found; }

bool is_length(std::uint32_t lengths, std::size_t size) { return size < 32 && (lengths >> size & 1) != 0; }

// Beyond all lengths.
bool is_too_long(std::uint32_t lengths, std::size_t size) { return size >= 32 || (lengths >> size) == 0; }

struct Stripped {
  NationalDigits digits;
  DigitOutcome outcome;
};

// The number without its prefix. A prefix is not one when the number is valid with it and is not without it.
std::optional<Stripped> stripped_number(std::string_view digits, RegionNumber dialled_as, const DigitTable& plan,
                                        const PhonePlans& plans) {
  const auto without = without_prefix(digits, plans.national_prefixes(dialled_as), plans);
  if (!without) return std::nullopt;
  const DigitOutcome outcome = plan.find(without->view());
  if (!outcome.found && is_valid(plan, digits)) return std::nullopt;
  return Stripped{*without, outcome};
}

// A prefix is dropped when the plan assigns what is left, or has numbers of its length, or only shorter ones; what is too
// short without it never had one.
Result<Dialled, Code> national_number(std::string_view digits, CodeNumber code, RegionNumber dialled_as,
                                      const PhonePlans& plans) {
  if (digits.size() < min_national) return Code::phone_length;
  const DigitTable plan = plans.plan(code);
  if (const auto stripped = stripped_number(digits, dialled_as, plan, plans)) {
    const std::size_t size = stripped->digits.size;
    const bool takes = stripped->outcome.found || is_length(plan.lengths(), size) || is_too_long(plan.lengths(), size);
    if (takes) return Dialled{code, stripped->digits, stripped->outcome};
  }
  const auto national = joined(digits, {}, {});
  if (!national) return Code::phone_length;
  return Dialled{code, *national, plan.find(digits)};
}

// Behind a calling code the prefixes are those of its main region, wherever the call comes from: what a small region
// completes when it is dialled at home, six digits in Guernsey, is nobody's number behind +44.
Result<Dialled, Code> international_number(std::string_view digits, const PhonePlans& plans) {
  const auto code = plans.code_of(digits);
  if (!code) return Code::phone_invalid;
  return national_number(digits.substr(code->digits), code->number, plans.main_region(code->number), plans);
}

// "49 30 1234567" in Germany: the calling code without a sign of it. It is one when the number makes no sense otherwise.
std::optional<Dialled> with_own_code(std::string_view digits, RegionNumber region, const PhonePlans& plans) {
  const CodeNumber code = plans.code_of_region(region);
  const auto read = plans.code_of(digits);
  if (!read || read->number != code) return std::nullopt;
  const std::string_view rest = digits.substr(read->digits);
  const DigitTable plan = plans.plan(code);
  if (is_valid(plan, digits)) return std::nullopt;
  const auto stripped = stripped_number(rest, region, plan, plans);
  const bool valid = stripped ? stripped->outcome.found : is_valid(plan, rest);
  if (!valid && !is_too_long(plan.lengths(), digits.size())) return std::nullopt;
  const auto dialled = national_number(rest, code, region, plans);
  return dialled ? std::optional{dialled.value()} : std::nullopt;
}

}  // namespace

Result<Dialled, Code> read_dialled(std::string_view digits, bool international, RegionNumber region,
                                   const PhonePlans& plans) {
  if (international) return international_number(digits, plans);
  if (region == 0) return Code::phone_no_country;
  const DigitOutcome abroad = plans.prefixes_abroad(region).find(front_of(digits));
  // No calling code begins with 0, so what looks like a prefix before one is none.
  if (abroad.found && abroad.value < digits.size() && digits[abroad.value] != '0') {
    return international_number(digits.substr(abroad.value), plans);
  }
  if (const auto own = with_own_code(digits, region, plans)) return *own;
  return national_number(digits, plans.code_of_region(region), region, plans);
}

}  // namespace vestibule::checks
