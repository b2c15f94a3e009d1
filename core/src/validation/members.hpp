// Which member of a record a name means. Internal: shared by the readers.
#pragma once

#include <optional>
#include <string_view>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::validation {

struct MemberNames {
  catalogue::Entity of = catalogue::Entity::customer;
  const profile::Profile* profile = nullptr;

  [[nodiscard]] std::optional<customer::Member> find(std::string_view name) const {
    if (const auto field = catalogue::find_field(name, of)) return customer::member_of(*field);
    if (profile == nullptr) return std::nullopt;
    const auto place = profile->find_custom(name, of);
    if (!place) return std::nullopt;
    return static_cast<customer::Member>(customer::custom_member + *place);
  }

  // Precondition: `member` is one of those find() answers.
  [[nodiscard]] const catalogue::FieldInfo& info(customer::Member member) const {
    if (member < customer::custom_member) return catalogue::field_table[member];
    return profile->custom_fields()[static_cast<std::size_t>(member - customer::custom_member)].info;
  }
};

}  // namespace vestibule::validation
