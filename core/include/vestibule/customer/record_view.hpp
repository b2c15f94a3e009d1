/// One customer record as some reader saw it, before any rule: which members are there, of which JSON type, with which text.
/// Depends on: catalogue/field, scope.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/scope.hpp"

namespace vestibule::customer {

/// A member of a record: a field's number, `custom_member` + the place of one of the tenant's own fields in the profile,
/// or `unknown_member` + the place in RecordView::unknown.
using Member = std::uint16_t;
inline constexpr Member custom_member = 0x4000;
inline constexpr Member unknown_member = 0x8000;

[[nodiscard]] constexpr Member member_of(catalogue::Field field) { return static_cast<Member>(field); }

enum class ValueKind : std::uint8_t {
  absent,
  null,
  string,
  number,
  boolean_true,
  boolean_false,
  array,  ///< of strings only; see RecordView::items
  other,  ///< an object, or an array of anything else
};

struct ValueView {
  ValueKind kind = ValueKind::absent;
  std::string_view text;         ///< of a string, or the literal of a number
  std::uint32_t first_item = 0;  ///< of an array, into RecordView::items
  std::uint32_t item_count = 0;
};

/// Filled by a reader, read by the checker. Texts are views: into the reader's input, or into keep()'s storage.
class RecordView {
 public:
  /// Empties the record. `text_bytes` bounds what keep() may be given until the next start(); it is reserved at once so
  /// that no kept view ever moves.
  void start(std::size_t text_bytes);

  [[nodiscard]] std::string_view keep(std::string_view text);

  [[nodiscard]] const ValueView& operator[](catalogue::Field field) const { return values_[catalogue::index(field)]; }
  void set(catalogue::Field field, const ValueView& value) { set_known(catalogue::index(field), value); }

  /// A bit for each field of the catalogue, the lowest of the first word that of number 0.
  static constexpr std::size_t word_bits = 64;
  using Fields = std::array<std::uint64_t, (catalogue::field_count + word_bits - 1) / word_bits>;
  /// Those that were set since start(): a few of many.
  [[nodiscard]] const Fields& fields() const { return set_; }

  /// The value of one of the tenant's own fields, by its place in the profile.
  [[nodiscard]] const ValueView& custom(std::size_t place) const {
    static constexpr ValueView absent{};
    return place < custom_.size() ? custom_[place] : absent;
  }
  void set_custom(std::size_t place, const ValueView& value) {
    if (custom_.size() <= place) custom_.resize(place + 1);
    custom_[place] = value;
  }

  /// The value of a field of the catalogue or of the tenant.
  [[nodiscard]] const ValueView& value(Member member) const {
    if (of_catalogue(member)) return values_[member];
    return custom(static_cast<std::size_t>(member - custom_member));
  }
  void set(Member member, const ValueView& value) {
    if (of_catalogue(member)) {
      set_known(member, value);
    } else {
      set_custom(static_cast<std::size_t>(member - custom_member), value);
    }
  }

  /// Names of members that are no fields of the catalogue, in the order they came.
  [[nodiscard]] const std::vector<std::string_view>& unknown() const { return unknown_; }
  void add_unknown(std::string_view name) { unknown_.push_back(name); }

  [[nodiscard]] const std::vector<std::string_view>& items() const { return items_; }
  void add_item(std::string_view item) { items_.push_back(item); }

 private:
  // Where no profile is read there are no others.
  static bool of_catalogue(Member member) { return signup_only() || member < custom_member; }

  void set_known(std::size_t index, const ValueView& value) {
    values_[index] = value;
    set_[index / word_bits] |= std::uint64_t{1} << (index % word_bits);
  }

  std::array<ValueView, catalogue::field_count> values_{};
  Fields set_{};
  std::vector<ValueView> custom_;
  std::vector<std::string_view> unknown_;
  std::vector<std::string_view> items_;
  std::string kept_;
};

}  // namespace vestibule::customer
