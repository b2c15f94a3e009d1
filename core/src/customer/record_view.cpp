#include "vestibule/customer/record_view.hpp"

namespace vestibule::customer {

void RecordView::start(std::size_t text_bytes) {
  values_.fill({});
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
