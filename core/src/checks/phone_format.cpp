#include "phone_format.hpp"

#include <algorithm>
#include <optional>

#include "vestibule/checks/phone_number.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::checks {
namespace {

using atlas::PhoneFormat;
using atlas::PhonePlans;

using Groups = std::array<std::string_view, 5>;

std::string_view group_of(const Groups& groups, char byte) {
  const auto number = static_cast<std::size_t>(static_cast<unsigned char>(byte));
  return number >= 1 && number <= groups.size() ? groups[number - 1] : std::string_view{};
}

void append_with_prefix(std::string_view rule, std::string_view first_group, std::string_view prefix,
                        std::string& out) {
  for (const char c : rule) {
    if (c == national_prefix_byte)
      out.append(prefix);
    else if (c == first_group_byte)
      out.append(first_group);
    else
      out.push_back(c);
  }
}

// `rule` stands for the first group that comes; "" for the group itself.
void append_template(std::string_view text, const Groups& groups, std::string_view rule, std::string_view prefix,
                     std::string& out) {
  for (const char c : text) {
    if (c > last_group_byte) {
      out.push_back(c);
      continue;
    }
    if (rule.empty())
      out.append(group_of(groups, c));
    else
      append_with_prefix(rule, group_of(groups, c), prefix, out);
    rule = {};
  }
}

void append_extension(const PhoneNumber& number, std::string& out) {
  if (number.extension_size != 0) out.append(" x").append(number.extension());
}

void append_code(const PhoneNumber& number, const PhonePlans& plans, std::string& out) {
  out.push_back('+');
  out.append(text::decimal(plans.calling_code(number.code)));
}

// The format of this number, and its digits in groups; nullopt: it is written without one.
std::optional<PhoneFormat> format_of(const PhoneNumber& number, const PhonePlans& plans, bool international,
                                     Groups& groups) {
  const PhonePlans::Country country = plans.country(number.code);
  const std::uint32_t candidates = plans.formats_of(country, number.national());
  for (std::size_t i = 0; i < plans.format_count(country) && i < 32; ++i) {
    if ((candidates >> i & 1) == 0) continue;
    const PhoneFormat format = plans.format(country, i);
    if (international && format.international.empty()) continue;
    if (cut_groups(number.national(), format, groups)) return format;
  }
  return std::nullopt;
}

void append_formatted(const PhoneNumber& number, const PhonePlans& plans, bool international, std::string& out) {
  Groups groups;
  const auto format = format_of(number, plans, international, groups);
  if (!format) {
    out.append(number.national());
  } else if (international) {
    append_template(format->international, groups, {}, {}, out);
  } else {
    const auto prefix = plans.national_prefix(plans.main_region(number.code));
    append_template(format->national, groups, format->prefix_rule, prefix, out);
  }
  append_extension(number, out);
}

}  // namespace

bool cut_groups(std::string_view digits, const PhoneFormat& format, Groups& groups) {
  std::size_t least = 0;
  for (const PhoneFormat::Group& group : format.groups) least += group.least;
  if (digits.size() < least) return false;
  std::size_t spare = digits.size() - least;
  std::size_t at = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    // Each group takes all it may, as the regular expressions of the source do.
    const PhoneFormat::Group& group = format.groups[i];
    const std::size_t more = group.most > group.least ? std::min(spare, group.most - group.least) : 0;
    groups[i] = digits.substr(at, group.least + more);
    at += group.least + more;
    spare -= more;
  }
  return spare == 0;
}

std::string_view write_e164(const PhoneNumber& number, const PhonePlans& plans, E164& room) {
  std::size_t size = 0;
  const auto write = [&](std::string_view text) {
    for (const char c : text) room[size++] = c;  // 1 + 3 + 17 + 2 + 7 characters at most
  };
  write("+");
  const std::uint32_t code = plans.calling_code(number.code) % 1000;
  for (const std::uint32_t unit : {100U, 10U, 1U}) {
    if (code >= unit) room[size++] = static_cast<char>('0' + code / unit % 10);
  }
  write(number.national());
  if (number.extension_size != 0) write(" x");
  write(number.extension());
  return {room.data(), size};
}

void append_e164(const PhoneNumber& number, const PhonePlans& plans, std::string& out) {
  E164 room;
  out.append(write_e164(number, plans, room));
}

void append_national(const PhoneNumber& number, const PhonePlans& plans, std::string& out) {
  append_formatted(number, plans, false, out);
}

void append_international(const PhoneNumber& number, const PhonePlans& plans, std::string& out) {
  append_code(number, plans, out);
  out.push_back(' ');
  append_formatted(number, plans, true, out);
}

}  // namespace vestibule::checks
