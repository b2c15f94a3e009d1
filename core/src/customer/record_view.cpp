#include "vestibule/customer/record_view.hpp"

#include <bit>

namespace vestibule::customer {

void RecordView::start(std::size_t text_bytes) {
  for (std::size_t word = 0; word < set_.size(); ++word) {
    for (; set_[word] != 0; set_[word] &= set_[word] - 1) {
      values_[word * word_bits + static_cast<std::size_t>(std::countr_zero(set_[word]))] = {};
    }
  }
  custom_.clear();
  unknown_.clear();
  items_.clear();
  kept_.clear();
  kept_.reserve(text_bytes);
}

std::string_view RecordView::keep(std::string_view text) {
  const std::size_t begin = kept_.size();
  kept_ += text;
  return std::string_view{kept_}.substr(begin);
}

}  // namespace vestibule::customer
