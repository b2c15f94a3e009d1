#include "vestibule/checks/number.hpp"

#include <algorithm>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t exact_digits = 15;                        // every decimal of 15 digits survives binary64
constexpr std::string_view largest_exact = "9007199254740992";  // 2^53
constexpr int largest_exponent = 308;
constexpr std::size_t most_digits = 17;  // the shortest decimal of a binary64 never has more

struct Literal {
  bool negative = false;
  std::string digits;  // integer part and fraction, joined
  int point = 0;       // how many of the digits stand before the point, exponent included
};

std::string_view take_digits(std::string_view& rest) {
  std::size_t size = 0;
  while (size < rest.size() && text::is_digit(rest[size])) ++size;
  const std::string_view digits = rest.substr(0, size);
  rest.remove_prefix(size);
  return digits;
}

// number = [ "-" ] int [ "." digits ] [ ( "e" / "E" ) [ "+" / "-" ] digits ];  int = "0" / ( 1-9 digits )
bool split(std::string_view rest, Literal& literal) {
  if (rest.starts_with('-')) {
    literal.negative = true;
    rest.remove_prefix(1);
  }
  const std::string_view integer = take_digits(rest);
  if (integer.empty() || (integer.size() > 1 && integer.front() == '0')) return false;
  literal.digits = integer;
  literal.point = static_cast<int>(integer.size());
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    const std::string_view fraction = take_digits(rest);
    if (fraction.empty()) return false;
    literal.digits += fraction;
  }
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    const bool down = rest.starts_with('-');
    if (down || rest.starts_with('+')) rest.remove_prefix(1);
    const std::string_view digits = take_digits(rest);
    if (digits.empty()) return false;
    constexpr int beyond = 10 * largest_exponent;
    const int exponent = static_cast<int>(text::read_decimal(digits, beyond).value_or(beyond));
    literal.point += down ? -exponent : exponent;
  }
  return rest.empty();
}

// Drops the zeros that carry nothing at both ends.
void strip_zeros(Literal& literal) {
  const std::size_t first = literal.digits.find_first_not_of('0');
  if (first == std::string::npos) {
    literal = Literal{};
    return;
  }
  literal.digits.erase(0, first);
  literal.point -= static_cast<int>(first);
  literal.digits.erase(literal.digits.find_last_not_of('0') + 1);
}

std::string plain(const Literal& literal) {
  if (literal.digits.empty()) return "0";
  std::string text = literal.negative ? "-" : "";
  if (literal.point <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-literal.point), '0').append(literal.digits);
    return text;
  }
  const auto point = static_cast<std::size_t>(literal.point);
  text.append(literal.digits, 0, point);
  if (point >= literal.digits.size()) {
    text.append(point - literal.digits.size(), '0');
  } else {
    text.append(".").append(literal.digits, point);
  }
  return text;
}

// Orders the magnitude of a plain decimal against a whole number: negative, zero or positive.
int compare_magnitude(std::string_view value, std::string_view whole) {
  const std::size_t point = std::min(value.find('.'), value.size());
  if (point != whole.size()) return point < whole.size() ? -1 : 1;
  const int order = value.substr(0, point).compare(whole);
  return order != 0 ? order : (point < value.size() ? 1 : 0);
}

// The binary64 nearest to digits / 10^places: mantissa / 2^scale, and how far it is from them.
struct Nearest {
  std::uint64_t mantissa = 0;
  unsigned scale = 0;
  bool closest = false;  // of the decimals with so many places, none is nearer to it
};

constexpr unsigned most_places = 27;  // 5^27 fits below 2^63

// Long division. Limits: digits / 10^places is at most 2^53 and has a fraction, so that the quotient starts below 2^54.
Nearest nearest(std::uint64_t digits, unsigned places) {
  std::uint64_t divisor = 1;
  for (unsigned i = 0; i < places; ++i) divisor *= 5;
  std::uint64_t quotient = digits / divisor;
  std::uint64_t rest = digits % divisor;
  unsigned shift = 0;
  while (quotient >> 53 == 0) {
    rest *= 2;
    quotient = quotient * 2 + (rest >= divisor ? 1 : 0);
    if (rest >= divisor) rest -= divisor;
    ++shift;
  }
  // One bit more than the mantissa has: half to even.
  const bool half = quotient % 2 != 0;
  const bool up = half && (rest != 0 || quotient % 4 == 3);
  const std::uint64_t away = up ? divisor - rest : rest + (half ? divisor : 0);
  // Of two decimals as near the even one is written.
  const std::uint64_t middle = shift == 0 || shift > 64 ? 0 : std::uint64_t{1} << (shift - 1);
  const bool closest = shift > 64 || away < middle || (away == middle && digits % 2 == 0) || away == 0;
  return {quotient / 2 + (up ? 1 : 0), places + shift, closest};
}

// Whether a fraction is what its binary64 is written as: no decimal that is shorter, or as long and nearer, reads as it.
bool comes_back(const Literal& fraction) {
  const int places = static_cast<int>(fraction.digits.size()) - fraction.point;
  if (fraction.digits.size() > most_digits || places > static_cast<int>(most_places)) return false;
  std::uint64_t digits = 0;
  for (const char digit : fraction.digits) digits = digits * 10 + static_cast<std::uint64_t>(digit - '0');
  const auto count = static_cast<unsigned>(places);
  const Nearest own = nearest(digits, count);
  const auto shared = [&](std::uint64_t shorter) {
    const Nearest other = nearest(shorter, count - 1);
    // The same number may be written with half the mantissa.
    return own.scale == other.scale ? own.mantissa == other.mantissa
                                    : own.scale == other.scale + 1 && own.mantissa == other.mantissa * 2;
  };
  return own.closest && !shared(digits / 10) && !shared(digits / 10 + 1);
}

// As nearly every number is written: a few digits.
bool is_short_whole(std::string_view literal) {
  if (literal.empty() || literal.size() > exact_digits || (literal.front() == '0' && literal.size() > 1)) return false;
  return std::all_of(literal.begin(), literal.end(), text::is_digit);
}

}  // namespace

Result<Decimal, Code> parse_decimal(std::string_view literal) {
  if (is_short_whole(literal)) return Decimal{std::string{literal}, true, false};
  if (literal.size() > limits::json_max_number_chars) return Code::number_too_long;
  Literal parts;
  if (!split(literal, parts)) return Code::field_type;
  strip_zeros(parts);
  if (parts.digits.empty()) return Decimal{"0", true, false};
  if (parts.point > largest_exponent || parts.point < -largest_exponent) return Code::number_range;

  Decimal value;
  value.integer = parts.point >= static_cast<int>(parts.digits.size());
  value.negative = parts.negative;
  value.text = plain(parts);
  // What is stored must be readable again.
  if (!value.integer && value.text.size() > limits::json_max_number_chars) return Code::number_precision;
  if (parts.digits.size() > exact_digits) {
    const std::string_view magnitude = std::string_view{value.text}.substr(value.negative ? 1 : 0);
    if (compare_magnitude(magnitude, largest_exact) > 0) return Code::number_precision;
    if (!value.integer && !comes_back(parts)) return Code::number_precision;
  }
  return value;
}

bool within(const Decimal& value, std::int64_t min, std::int64_t max) {
  if (is_short_whole(value.text)) {
    std::int64_t whole = 0;
    for (const char digit : value.text) whole = whole * 10 + (digit - '0');
    return min <= whole && whole <= max;
  }
  const auto order = [&](std::int64_t bound) {
    const std::string bound_text = text::signed_decimal(bound);
    const bool bound_negative = bound < 0;
    if (value.negative != bound_negative) return value.negative ? -1 : 1;
    const std::string_view magnitude = std::string_view{value.text}.substr(value.negative ? 1 : 0);
    const int result = compare_magnitude(magnitude, std::string_view{bound_text}.substr(bound_negative ? 1 : 0));
    return value.negative ? -result : result;
  };
  return order(min) >= 0 && order(max) <= 0;
}

}  // namespace vestibule::checks
