/// Punycode: the letters, digits and hyphens that stand for one label outside ASCII.
/// Depends on: nothing.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::checks {

/// The code points of one label. The capacity is far above the 63 octets a label may have in the DNS, so that what is
/// too long for it is seen as such; what does not even fit here is no label.
class LabelCodePoints {
 public:
  static constexpr std::size_t capacity = 256;

  /// False when there is no room.
  bool insert(std::size_t at, char32_t code_point);
  bool append(char32_t code_point) { return insert(size_, code_point); }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] char32_t operator[](std::size_t at) const { return points_[at]; }

 private:
  std::array<char32_t, capacity> points_;
  std::size_t size_ = 0;
};

/// Appends the encoding of `label`, without "xn--".
///
/// Cost    number of code points times number of different ones; both at most 256.
/// Source  RFC 3492 6.3
void append_punycode(std::string& out, const LabelCodePoints& label);

/// Reads what follows "xn--". False when it is not an encoding, or of more than 256 code points.
///
/// Input   any bytes; what is not ASCII encodes nothing. Letters of either case
/// Cost    number of code points squared, at most 256 each
/// Source  RFC 3492 6.2
[[nodiscard]] bool decode_punycode(std::string_view encoded, LabelCodePoints& label);

}  // namespace vestibule::checks
