#include "vestibule/checks/idna.hpp"

#include <algorithm>

#include "vestibule/checks/punycode.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

constexpr std::string_view ace_prefix = "xn--";
constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;

void append_lower(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out += text;
  std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                 out.begin() + static_cast<std::ptrdiff_t>(begin), text::to_lower);
}

// UTS 46 section 4, steps 1 and 2. What is refused stays, to be seen afterwards. What has no mapping of its own is folded
// by itself: the marks around it must not move it.
std::string map_and_compose(std::string_view name, const IdnaData& data) {
  std::string mapped;
  for (std::size_t at = 0; at < name.size();) {
    const text::Decoded current = text::decode(name, at);
    if (current.size == 1) {
      mapped.push_back(text::to_lower(name[at]));
    } else if (!data.classify(current.code_point).valid) {
      mapped += name.substr(at, current.size);
    } else if (const auto own = data.own_mapping(current.code_point)) {
      mapped += *own;
    } else {
      mapped += text::fold(name.substr(at, current.size));
    }
    at += current.size;
  }
  std::string composed;
  return text::to_nfc(mapped, composed) ? composed : mapped;
}

bool read_label(std::string_view label, LabelCodePoints& points) {
  for (std::size_t at = 0; at < label.size();) {
    const text::Decoded current = text::decode(label, at);
    if (!points.append(current.code_point)) return false;
    at += current.size;
  }
  return true;
}

std::string write_label(const LabelCodePoints& points) {
  std::string label;
  for (std::size_t i = 0; i < points.size(); ++i) text::append_utf8(label, points[i]);
  return label;
}

// The labels of one name, judged one by one. What only matters if any of them is written from right to left is kept.
class Labels {
 public:
  explicit Labels(const IdnaData& data) : data_{data} {}

  // UTS 46 section 4.1. False when the label is invalid whatever the others are.
  bool add(const LabelCodePoints& label) {
    for (std::size_t i = 0; i < label.size(); ++i) {
      const IdnaClass current = data_.classify(label[i]);
      if (!current.valid || (i == 0 && current.mark)) return false;
      const bool joiner = label[i] == zero_width_joiner || label[i] == zero_width_non_joiner;
      if (joiner && !joins(label, i)) return false;
    }
    if (label.size() > 0 && !reads_one_way(label)) mixed_ = true;
    return true;
  }

  [[nodiscard]] const IdnaData& data() const { return data_; }
  [[nodiscard]] bool directions_fit() const { return !right_to_left_ || !mixed_; }

 private:
  // RFC 5892 A.1 and A.2: after a virama, or between letters that join there.
  [[nodiscard]] bool joins(const LabelCodePoints& label, std::size_t at) const {
    if (at == 0) return false;
    if (data_.classify(label[at - 1]).joining == Joining::virama) return true;
    if (label[at] == zero_width_joiner) return false;
    const auto transparent = [&](const IdnaClass& one) {
      return one.joining == Joining::transparent || (one.joining == Joining::virama && one.bidi == Bidi::mark);
    };
    std::size_t before = at - 1;
    while (before > 0 && transparent(data_.classify(label[before]))) --before;
    std::size_t after = at + 1;
    while (after < label.size() && transparent(data_.classify(label[after]))) ++after;
    if (after == label.size()) return false;
    const Joining left = data_.classify(label[before]).joining;
    const Joining right = data_.classify(label[after]).joining;
    return (left == Joining::left || left == Joining::dual) && (right == Joining::right || right == Joining::dual);
  }

  // RFC 5893 section 2, the six conditions.
  bool reads_one_way(const LabelCodePoints& label) {
    const Bidi first = data_.classify(label[0]).bidi;
    unsigned seen = 0;
    Bidi last = Bidi::mark;
    for (std::size_t i = 0; i < label.size(); ++i) {
      const Bidi current = data_.classify(label[i]).bidi;
      seen |= bit(current);
      if (current != Bidi::mark) last = current;
    }
    right_to_left_ = right_to_left_ || (seen & (bit(Bidi::right) | bit(Bidi::arabic_number))) != 0;
    if (first == Bidi::right) {
      const bool both_numbers = (seen & bit(Bidi::arabic_number)) != 0 && (seen & bit(Bidi::european_number)) != 0;
      return (seen & (bit(Bidi::left) | bit(Bidi::other))) == 0 && !both_numbers && last != Bidi::neutral;
    }
    if (first != Bidi::left) return false;
    const unsigned foreign = bit(Bidi::right) | bit(Bidi::arabic_number) | bit(Bidi::other);
    return (seen & foreign) == 0 && (last == Bidi::left || last == Bidi::european_number);
  }

  static unsigned bit(Bidi bidi) { return 1U << static_cast<unsigned>(bidi); }

  const IdnaData& data_;
  bool right_to_left_ = false;
  bool mixed_ = false;
};

// Appends both forms of one mapped label.
bool append_label(IdnaName& name, std::string_view label, Labels& labels) {
  LabelCodePoints points;
  if (!label.starts_with(ace_prefix)) {
    if (!read_label(label, points) || !labels.add(points)) return false;
    name.unicode += label;
    if (text::is_ascii(label)) {
      name.ascii += label;
    } else {
      name.ascii += ace_prefix;
      append_punycode(name.ascii, points);
    }
    return true;
  }
  if (!text::is_ascii(label) || !decode_punycode(label.substr(ace_prefix.size()), points)) return false;
  const std::string decoded = write_label(points);
  // An encoding of nothing that needs one, of another encoding, or of what a name has only before it is mapped.
  if (text::is_ascii(decoded) || decoded.starts_with(ace_prefix) ||
      map_and_compose(decoded, labels.data()) != decoded) {
    return false;
  }
  if (!labels.add(points)) return false;
  name.ascii += label;
  name.unicode += decoded;
  return true;
}

bool fits_dns(std::string_view ascii) {
  if (ascii.empty() || ascii.size() > limits::host_max_octets) return false;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(ascii.find('.', begin), ascii.size());
    if (end == begin || end - begin > limits::host_label_max_octets) return false;
    if (end == ascii.size()) return true;
    begin = end + 1;
  }
}

// ASCII in which no label begins as an encoded one does.
bool is_plain(std::string_view domain) {
  if (!text::is_ascii(domain)) return false;
  for (std::size_t begin = 0; begin < domain.size();) {
    if (text::equals_ignoring_case(domain.substr(begin, ace_prefix.size()), ace_prefix)) return false;
    begin = std::min(domain.find('.', begin), domain.size()) + 1;
  }
  return true;
}

// https://url.spec.whatwg.org/#forbidden-domain-code-point
bool is_forbidden(char c) {
  constexpr text::AsciiSet signs{" #/:<>?@[\\]^|%\x7F"};
  return static_cast<unsigned char>(c) < ' ' || signs.has(c);
}

}  // namespace

std::optional<IdnaName> process_idna(std::string_view name, const IdnaData& data, DnsLength length) {
  if (name.size() > limits::idna_max_octets) return std::nullopt;
  const std::string mapped = map_and_compose(name, data);
  IdnaName result;
  Labels labels{data};
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(mapped.find('.', begin), mapped.size());
    if (!append_label(result, std::string_view{mapped}.substr(begin, end - begin), labels)) return std::nullopt;
    if (end == mapped.size()) break;
    result.ascii.push_back('.');
    result.unicode.push_back('.');
    begin = end + 1;
  }
  if (!labels.directions_fit()) return std::nullopt;
  if (length == DnsLength::checked && !fits_dns(result.ascii)) return std::nullopt;
  return result;
}

std::optional<IdnaName> domain_to_ascii(std::string_view domain, const IdnaData& data) {
  if (domain.size() > limits::idna_max_octets) return std::nullopt;
  std::optional<IdnaName> result;
  // Of ASCII without an encoding there is nothing to map but capitals, and it stays whatever the rest of UTS 46 says.
  if (data.loaded() && !is_plain(domain)) result = process_idna(domain, data);
  if (!result) {
    if (!text::is_ascii(domain)) return std::nullopt;
    result.emplace();
    append_lower(result->ascii, domain);
    result->unicode = result->ascii;
  }
  if (result->ascii.empty() || std::any_of(result->ascii.begin(), result->ascii.end(), is_forbidden))
    return std::nullopt;
  return result;
}

}  // namespace vestibule::checks
