/// A record as a test writes it, and its three forms: JSON text, packed buffer and form body.
/// Depends on: customer/record_view, catalogue/field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::test {

struct Member {
  std::string name;
  customer::ValueKind kind{};
  std::string text;                ///< of a string, or the literal of a number
  std::vector<std::string> items;  ///< of an array
};

using Members = std::vector<Member>;

[[nodiscard]] Member string_member(std::string_view name, std::string_view text);
[[nodiscard]] Member number_member(std::string_view name, std::string_view literal);

/// The least that is accepted on create.
[[nodiscard]] Members minimal_record(catalogue::Entity of);

/// The same with `member` added, or in place of the one of its name.
[[nodiscard]] Members minimal_record_with(Member member, catalogue::Entity of = catalogue::Entity::customer);

/// A member of kind `other` is written as {}; absent ones are left out.
[[nodiscard]] std::string to_json(const Members& members);

/// The layout of validation/read_packed.hpp.
[[nodiscard]] std::string to_packed(const Members& members, catalogue::Entity of = catalogue::Entity::customer,
                                    const profile::Profile* profile = nullptr);

/// application/x-www-form-urlencoded; numbers and booleans as their literals. Precondition: no other kinds.
[[nodiscard]] std::string to_form(const Members& members);
/// Whether a form means the same record: no null, no empty string, every value of its field's own kind.
[[nodiscard]] bool form_can_say(const Members& members, catalogue::Entity of = catalogue::Entity::customer);
[[nodiscard]] std::string url_encoded(std::string_view text);

/// The packed layout entry by entry, so that tests can damage it.
class PackedWriter {
 public:
  PackedWriter& entry(std::uint16_t place, std::uint16_t kind, std::uint32_t length);
  PackedWriter& text(std::string_view text);
  [[nodiscard]] std::string bytes() const;
  /// With another entry count than there are entries.
  [[nodiscard]] std::string bytes_with_count(std::uint32_t count) const;

 private:
  std::uint32_t count_ = 0;
  std::string entries_;
  std::string text_;
};

}  // namespace vestibule::test
