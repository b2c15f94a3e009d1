/// What a tenant changes about the catalogue: record types, required and hidden fields, picklists, fields of its own, who
/// is master of which field between Nue and Salesforce, and mail domains it does not want.
/// Depends on: catalogue/*, checks/tax_id, finding, limits, result, profile/pattern.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/catalogue/picklist.hpp"
#include "vestibule/catalogue/sync_class.hpp"
#include "vestibule/checks/tax_id.hpp"
#include "vestibule/finding.hpp"
#include "vestibule/profile/pattern.hpp"
#include "vestibule/result.hpp"

namespace vestibule::profile {

/// A set of record types: one bit each, in the order of Profile::record_types. The highest bit stands for every record,
/// whatever its type.
using RecordTypes = std::uint32_t;
inline constexpr RecordTypes every_record = 1U << 31;

struct RecordType {
  std::string_view value;  ///< as records hold it
  std::string_view label;  ///< "" where the profile gives none
  std::string_view base;   ///< "Business" or "Consumer": what it is, or what it extends
};

/// How a country leaves for Nue; inside it is always the code.
enum class CountryOnWire : std::uint8_t { code, name };

/// What is made of an e-mail address at a domain that the tenant lists: nothing, a warning, or at sign-up a refusal.
enum class MailPolicy : std::uint8_t { off, warn, refuse };

struct CustomField {
  catalogue::FieldInfo info{};  ///< as a row of the catalogue, so that the same rules judge it
  std::string_view label;
  std::string_view autocomplete;  ///< HTML autofill tokens; "" where it has none
  std::string_view pattern_text;  ///< "" where it has none
  std::optional<Pattern> pattern;
  catalogue::ValueList values;  ///< of a picklist
  checks::TaxScheme scheme{};   ///< of a tax id
  /// parse_tax_id where there is a scheme. Reached from here, so that a program that never reads a profile does not carry
  /// the tax numbers of the world.
  decltype(&checks::parse_tax_id) parse_tax_id = nullptr;
  RecordTypes belongs_to = every_record;
  RecordTypes required_for = 0;
};

/// A checked profile. Owns its data and never changes; it may be moved, and views of it stay good.
///
/// The text is JSON of core/data/profile.schema.json; core/docs/profile.md describes every member. Every mistake is a
/// finding of its own, in an order that does not depend on that of the members, 64 at most.
///
/// Limits  64 KiB of JSON under the limits of json; 20 record types; 64 custom fields; 250 values a list; 2,000 mail domains
/// Errors  json.*, limit.input and profile.*
/// Cost    linear in the text, but for the patterns and for lists compared with themselves
/// Source  nue-api: customer fields and custom fields; Salesforce field names and lengths
class Profile {
 public:
  /// Nue's own default: Business and Consumer, the lists of core/data/picklists.csv.
  Profile();

  [[nodiscard]] static Result<Profile, std::vector<Finding>> parse(std::string_view json);

  Profile(Profile&&) noexcept = default;
  Profile& operator=(Profile&&) noexcept = default;
  Profile(const Profile&) = delete;
  Profile& operator=(const Profile&) = delete;
  ~Profile() = default;

  [[nodiscard]] const std::vector<RecordType>& record_types() const { return record_types_; }
  /// The record type that `value` spells in any case, and with it every_record; every_record alone when there is none.
  [[nodiscard]] RecordTypes types_of(std::string_view value) const;

  [[nodiscard]] const catalogue::ValueList& list(catalogue::Picklist list) const {
    return lists_[static_cast<std::size_t>(list)];
  }

  /// In the order of the profile.
  [[nodiscard]] const std::vector<CustomField>& custom_fields() const { return custom_; }
  /// The place of the field in custom_fields(). Cost: linear in the custom fields.
  [[nodiscard]] std::optional<std::size_t> find_custom(std::string_view name, catalogue::Entity of) const;

  /// The records that must have a value in this field, beyond what the catalogue asks.
  [[nodiscard]] RecordTypes required_for(catalogue::Field field) const { return required_[catalogue::index(field)]; }
  /// Hidden fields are not taken at sign-up.
  [[nodiscard]] bool hidden(catalogue::Field field) const { return hidden_[catalogue::index(field)]; }

  /// Who is master of the field, by the class whose rule holds for it: `billing` where the tenant gave it to Nue, `local`
  /// where it does not travel. Source: lifecycle-and-sync 3.2.
  [[nodiscard]] catalogue::SyncClass sync_class(catalogue::Field field) const {
    return sync_classes_[catalogue::index(field)];
  }

  /// What is made of an address at `domain`, in lower case and A-labels. A listed domain stands for those below it too.
  /// Cost: a binary search a label.
  [[nodiscard]] MailPolicy mail_policy(std::string_view domain) const;

  /// What `type` a sign-up gets.
  [[nodiscard]] std::string_view default_type() const { return default_type_; }
  [[nodiscard]] CountryOnWire country_on_wire() const { return country_on_wire_; }

 private:
  friend class ProfileReader;

  std::vector<char> text_;  // what the views below are of
  std::vector<RecordType> record_types_;
  std::vector<CustomField> custom_;
  std::vector<std::vector<std::string_view>> values_;  // of the lists below and of the custom fields
  std::array<catalogue::ValueList, catalogue::picklist_count> lists_;
  std::array<RecordTypes, catalogue::field_count> required_{};
  std::array<bool, catalogue::field_count> hidden_{};
  std::array<catalogue::SyncClass, catalogue::field_count> sync_classes_;
  std::vector<std::string_view> mail_domains_;  // sorted
  MailPolicy mail_policy_ = MailPolicy::off;
  std::string_view default_type_ = "Prospect";
  CountryOnWire country_on_wire_ = CountryOnWire::code;
};

}  // namespace vestibule::profile
