#include "vestibule/checks/phone_typing.hpp"

#include <algorithm>
#include <optional>

#include "phone_format.hpp"
#include "phone_text.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

using atlas::DigitTable;
using atlas::PhoneFormat;
using atlas::PhonePlans;
using atlas::PrefixAction;
using atlas::RegionNumber;

// Formats are chosen from here on, as libphonenumber does: fewer digits say too little.
constexpr std::size_t min_digits_for_format = 3;

struct Typed {
  std::string kept;      // "+" and the digits
  std::size_t left = 0;  // how many of them stand left of the caret
};

// nullopt: something stands in `text` that is neither digit, plus sign at the front, nor separator.
std::optional<Typed> read_typed(std::string_view text, std::size_t caret) {
  Typed typed;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded current = text::decode(text, at);
    at += current.size;
    units += current.code_point >= 0x10000 ? 2 : 1;
    const char c = phone_character(current.code_point);
    const bool plus = c == '+' && typed.kept.empty();
    const bool digit = c >= '0' && c <= '9';
    if (digit || plus) {
      typed.kept.push_back(c);
      if (units <= caret) ++typed.left;
    } else if (c == 0 || std::string_view{" -./()"}.find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  return typed;
}

// Whether the first group stands alone, with at most brackets around it: no national prefix is asked for.
bool asks_no_prefix(std::string_view rule) {
  return rule.find(national_prefix_byte) == std::string_view::npos && rule.find('0') == std::string_view::npos;
}

// Groups in their order from the first one on, and separators: nothing that is not typed.
bool is_plain(std::string_view text) {
  char next = 1;
  for (const char c : text) {
    if (c >= '0' && c <= '9') return false;
    if (c <= last_group_byte && c != next++) return false;
  }
  return true;
}

// Lays `digits` out as far as they go; false: the format has no room for them.
bool append_partly(std::string_view digits, const PhoneFormat& format, std::string_view text, std::string& out) {
  std::array<std::string_view, 5> groups;
  if (!cut_groups(digits, format, groups)) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      groups[i] = digits.substr(at, format.groups[i].most);
      at += groups[i].size();
    }
    if (at != digits.size()) return false;
  }
  std::size_t left = digits.size();
  for (const char c : text) {
    if (left == 0 && c != ')') break;
    if (c > last_group_byte) {
      out.push_back(c);
      continue;
    }
    const std::string_view group = groups[static_cast<std::size_t>(c) - 1];
    out.append(group);
    left -= group.size();
    if (left == 0) break;
  }
  return left == 0;
}

struct Digits {
  std::string_view national;
  bool whole = false;   // a calling code or the national prefix stands before them
  bool prefix = false;  // the national prefix does
};

// The first format that may still become this number's.
bool append_national_part(const Digits& digits, const PhonePlans& plans, const PhonePlans::Country& country,
                          std::string_view front, std::string& out) {
  const std::uint32_t possible = plans.formats_of(country, digits.national);
  const std::size_t count = std::min<std::size_t>(plans.format_count(country), 32);
  // A format that takes exactly these digits goes before one that waits for more.
  for (const bool exact : {true, false}) {
    for (std::size_t i = 0; i < count; ++i) {
      if ((possible >> i & 1) == 0) continue;
      const PhoneFormat format = plans.format(country, i);
      const bool bare = asks_no_prefix(format.prefix_rule) || format.prefix_optional;
      if (!digits.whole && !bare) continue;
      if (digits.prefix && asks_no_prefix(format.prefix_rule) && !format.prefix_rule.empty() &&
          !format.prefix_optional) {
        continue;
      }
      const std::string_view text = digits.whole ? format.international : format.national;
      std::array<std::string_view, 5> groups;
      if (!is_plain(text) || (exact && !cut_groups(digits.national, format, groups))) continue;
      const std::size_t before = out.size();
      out.append(front);
      const bool space = digits.prefix && format.prefix_rule.find_first_of(" -") != std::string_view::npos;
      if (space && !front.empty() && front.back() != ' ') out.push_back(' ');
      if (append_partly(digits.national, format, text, out)) return true;
      out.resize(before);
    }
  }
  return false;
}

void append_international(std::string_view digits, const PhonePlans& plans, std::string& out) {
  const auto code = plans.code_of(digits);
  if (!code) {
    out.append(digits);
    return;
  }
  out.append(digits.substr(0, code->digits));
  const std::string_view national = digits.substr(code->digits);
  if (national.empty()) return;
  const bool long_enough = national.size() >= min_digits_for_format && national.size() <= DigitTable::longest;
  if (long_enough && append_national_part({national, true, false}, plans, plans.country(code->number), " ", out))
    return;
  out.append(" ").append(national);
}

// How many digits of `digits` are a national prefix. In North America 1 is one only before an area code.
std::size_t national_prefix_size(std::string_view digits, const PhonePlans& plans, RegionNumber region) {
  const atlas::CodeNumber code = plans.code_of_region(region);
  if (plans.calling_code(code) == 1) return digits.size() > 1 && digits[0] == '1' && digits[1] > '1' ? 1 : 0;
  const atlas::DigitOutcome found =
      plans.national_prefixes(plans.main_region(code)).find(digits.substr(0, DigitTable::longest));
  const bool strips = found.found && static_cast<PrefixAction>(found.extra) == PrefixAction::strip;
  return strips && found.value <= digits.size() ? found.value : 0;
}

void append_dialled(std::string_view digits, const PhonePlans& plans, RegionNumber region, std::string& out) {
  if (region == 0 || digits.size() > limits::phone_dialled_max_digits) {
    out.append(digits);
    return;
  }
  const atlas::DigitOutcome abroad = plans.prefixes_abroad(region).find(digits.substr(0, DigitTable::longest));
  if (abroad.found && abroad.value < digits.size() && digits[abroad.value] != '0') {
    out.append(digits.substr(0, abroad.value)).append(" ");
    return append_international(digits.substr(abroad.value), plans, out);
  }
  const std::size_t prefix = national_prefix_size(digits, plans, region);
  const std::string_view national = digits.substr(prefix);
  const bool america = prefix != 0 && plans.calling_code(plans.code_of_region(region)) == 1;
  const std::string front = std::string{digits.substr(0, prefix)} + (america ? " " : "");
  const PhonePlans::Country country = plans.country(plans.code_of_region(region));
  const bool long_enough = national.size() >= min_digits_for_format && national.size() <= DigitTable::longest;
  if (long_enough && append_national_part({national, prefix != 0, prefix != 0}, plans, country, front, out)) return;
  out.append(front).append(national);
}

// The place right behind the character that makes it `left` digits and plus signs.
std::size_t place_of(std::string_view text, std::size_t left) {
  std::size_t at = 0;
  for (; left > 0 && at < text.size(); ++at) {
    if (text[at] == '+' || (text[at] >= '0' && text[at] <= '9')) --left;
  }
  return at;
}

}  // namespace

TypedPhone format_typed_phone(std::string_view text, std::size_t caret, const PhonePlans& plans,
                              std::string_view country) {
  const auto typed = read_typed(text, caret);
  const std::size_t units = text::utf16_length(text);
  if (!typed || typed->kept.empty() || !plans.loaded()) return {std::string{text}, std::min(caret, units)};
  TypedPhone shown;
  std::string_view kept = typed->kept;
  if (kept.front() == '+') {
    shown.text.push_back('+');
    append_international(kept.substr(1), plans, shown.text);
  } else {
    append_dialled(kept, plans, plans.region(country), shown.text);
  }
  shown.caret = place_of(shown.text, typed->left);
  return shown;
}

}  // namespace vestibule::checks
