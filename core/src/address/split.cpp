#include "vestibule/address/split.hpp"

#include "splitter.hpp"

namespace vestibule::address {

std::string SplitAddress::text(std::uint8_t slot) const {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) {
    if (slices[i].slot != slot) continue;
    if (!all.empty()) all.push_back('\n');
    all.append(slices[i].text);
  }
  return all;
}

Confidence SplitAddress::confidence(std::uint8_t slot) const {
  Confidence least = Confidence::none;
  for (std::size_t i = 0; i < size; ++i) {
    if (slices[i].slot == slot && (least == Confidence::none || slices[i].confidence < least))
      least = slices[i].confidence;
  }
  return least;
}

SplitAddress split_address(const atlas::AddressFormats& formats, std::string_view text, std::string_view country_hint) {
  return Splitter{formats, text, country_hint}.run();
}

}  // namespace vestibule::address
