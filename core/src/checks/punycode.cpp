#include "vestibule/checks/punycode.hpp"

#include <algorithm>
#include <cstdint>

#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

// RFC 3492 section 5.
constexpr std::uint32_t base = 36;
constexpr std::uint32_t first_bias = 72;
constexpr std::uint32_t first_code_point = 0x80;
constexpr std::uint32_t last_code_point = 0x10FFFF;

constexpr std::uint32_t threshold(std::uint32_t k, std::uint32_t bias) {
  return k <= bias ? 1 : std::min<std::uint32_t>(k - bias, 26);
}

// Section 6.1.
constexpr std::uint32_t adapt(std::uint32_t delta, std::uint32_t points, bool first) {
  delta = first ? delta / 700 : delta / 2;
  delta += delta / points;
  std::uint32_t k = 0;
  for (; delta > 455; k += base) delta /= base - 1;
  return k + 36 * delta / (delta + 38);
}

// 0-25 for letters, 26-35 for digits, 36 for anything else.
constexpr std::uint32_t digit_value(char c) {
  if (text::is_digit(c)) return static_cast<std::uint32_t>(c - '0') + 26;
  return text::is_alpha(c) ? static_cast<std::uint32_t>(text::to_lower(c) - 'a') : base;
}

constexpr char digit_char(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

void append_number(std::string& out, std::uint32_t number, std::uint32_t bias) {
  for (std::uint32_t k = base;; k += base) {
    const std::uint32_t t = threshold(k, bias);
    if (number < t) break;
    out.push_back(digit_char(t + (number - t) % (base - t)));
    number = (number - t) / (base - t);
  }
  out.push_back(digit_char(number));
}

}  // namespace

bool LabelCodePoints::insert(std::size_t at, char32_t code_point) {
  if (size_ == capacity) return false;
  std::copy_backward(points_.data() + at, points_.data() + size_, points_.data() + size_ + 1);
  points_[at] = code_point;
  ++size_;
  return true;
}

// 256 code points below U+110000 keep `delta` below 2^32: it grows by at most 0x10FFFF * 257 in all.
void append_punycode(std::string& out, const LabelCodePoints& label) {
  std::uint32_t basic = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] >= first_code_point) continue;
    out.push_back(static_cast<char>(label[i]));
    ++basic;
  }
  if (basic > 0) out.push_back('-');

  std::uint32_t done = basic;
  std::uint32_t current = first_code_point;
  std::uint32_t delta = 0;
  std::uint32_t bias = first_bias;
  while (done < label.size()) {
    std::uint32_t next = last_code_point;
    for (std::size_t i = 0; i < label.size(); ++i) {
      if (label[i] >= current) next = std::min<std::uint32_t>(next, label[i]);
    }
    delta += (next - current) * (done + 1);
    current = next;
    for (std::size_t i = 0; i < label.size(); ++i) {
      if (label[i] < current) ++delta;
      if (label[i] != current) continue;
      append_number(out, delta, bias);
      bias = adapt(delta, done + 1, done == basic);
      delta = 0;
      ++done;
    }
    ++delta;
    ++current;
  }
}

bool decode_punycode(std::string_view encoded, LabelCodePoints& label) {
  const std::size_t delimiter = encoded.rfind('-');
  if (delimiter != std::string_view::npos && delimiter > 0) {
    for (const char c : encoded.substr(0, delimiter)) {
      if (!text::is_ascii(c) || !label.append(static_cast<char32_t>(c))) return false;
    }
    encoded.remove_prefix(delimiter + 1);
  }

  const std::size_t basic = label.size();
  std::uint32_t current = first_code_point;
  std::uint32_t position = 0;
  std::uint32_t bias = first_bias;
  for (std::size_t at = 0; at < encoded.size();) {
    // 64 bits hold any sum below: it is cut off as soon as it is beyond what 256 code points can mean.
    std::uint64_t sum = position;
    std::uint64_t weight = 1;
    for (std::uint32_t k = base;; k += base) {
      if (at == encoded.size()) return false;
      const std::uint32_t digit = digit_value(encoded[at++]);
      if (digit == base) return false;
      sum += digit * weight;
      if (sum > std::uint64_t{last_code_point} * (LabelCodePoints::capacity + 1)) return false;
      const std::uint32_t t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
    }
    const auto points = static_cast<std::uint32_t>(label.size()) + 1;
    bias = adapt(static_cast<std::uint32_t>(sum) - position, points, label.size() == basic);
    current += static_cast<std::uint32_t>(sum / points);
    position = static_cast<std::uint32_t>(sum % points);
    const bool surrogate = current >= 0xD800 && current <= 0xDFFF;
    if (current > last_code_point || surrogate || !label.insert(position, current)) return false;
    ++position;
  }
  return true;
}

}  // namespace vestibule::checks
