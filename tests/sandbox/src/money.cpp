#include "money.hpp"

#include <algorithm>

namespace vestibule::sandbox {
namespace {

constexpr std::size_t digits_max = 15;

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string money_text(Cents amount) {
  // The remainder is taken first: the smallest number has no positive counterpart.
  const Cents cents = amount % 100 < 0 ? -(amount % 100) : amount % 100;
  std::string text = std::to_string(amount / 100);
  if (cents == 0) return text;
  if (amount < 0 && amount / 100 == 0) text = "-0";
  return text + (cents < 10 ? ".0" : ".") + std::to_string(cents);
}

std::optional<Cents> read_money(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::string_view units = text.substr(0, text.find('.'));
  std::string_view cents = text.substr(units.size());
  if (units.empty() || units.size() > digits_max || !all_digits(units)) return std::nullopt;
  if (!cents.empty()) {
    cents.remove_prefix(1);
    if (cents.empty() || cents.size() > 2 || !all_digits(cents)) return std::nullopt;
  }
  Cents value = 0;
  for (const char c : units) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < 2; ++i) value = value * 10 + (i < cents.size() ? cents[i] - '0' : 0);
  return negative ? -value : value;
}

Cents share(Cents amount, std::int64_t part, std::int64_t whole) {
  const std::int64_t product = amount * part;
  const std::int64_t half = whole / 2;
  return (product < 0 ? product - half : product + half) / whole;
}

}  // namespace vestibule::sandbox
