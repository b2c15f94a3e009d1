#include "vestibule/profile/profile.hpp"

#include <algorithm>

#include "vestibule/text/ascii.hpp"

namespace vestibule::profile {

Profile::Profile() {
  for (std::size_t i = 0; i < lists_.size(); ++i) lists_[i] = catalogue::built_in(static_cast<catalogue::Picklist>(i));
  for (const std::string_view value : list(catalogue::Picklist::record_type).values) {
    record_types_.push_back({value, {}, value});
  }
  for (std::size_t i = 0; i < sync_classes_.size(); ++i) {
    sync_classes_[i] = catalogue::sync_class(static_cast<catalogue::Field>(i));
  }
}

RecordTypes Profile::types_of(std::string_view value) const {
  for (std::size_t i = 0; i < record_types_.size(); ++i) {
    if (text::equals_ignoring_case(record_types_[i].value, value)) return every_record | RecordTypes{1} << i;
  }
  return every_record;
}

std::optional<std::size_t> Profile::find_custom(std::string_view name, catalogue::Entity of) const {
  for (std::size_t i = 0; i < custom_.size(); ++i) {
    if (custom_[i].info.name == name && custom_[i].info.of == of) return i;
  }
  return std::nullopt;
}

MailPolicy Profile::mail_policy(std::string_view domain) const {
  for (;;) {
    if (std::binary_search(mail_domains_.begin(), mail_domains_.end(), domain)) return mail_policy_;
    const std::size_t dot = domain.find('.');
    if (dot == std::string_view::npos) return MailPolicy::off;
    domain.remove_prefix(dot + 1);
  }
}

}  // namespace vestibule::profile
