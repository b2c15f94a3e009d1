// The addresses of a record: which fields make one up, and the rules over several of them. Internal to validation.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::validation {

struct AddressFields {
  catalogue::Field street, city, state, postal, country;
};

// The address a field is a part of; the billing address of its entity for every other field.
[[nodiscard]] const AddressFields& address_of(catalogue::Field field);

// What the atlas says about the country of the address around `field`.
struct Place {
  std::string_view country;
  atlas::AddressFormat format;
};

// The countries and places of one record's addresses, each looked up once and only when a rule asks.
class Places {
 public:
  Places(const customer::RecordView& record, const Options& options) : record_{record}, options_{options} {}

  // The country the record names in the address around `field`, as a code; "" when it names none.
  [[nodiscard]] std::string_view named_country(catalogue::Field field);
  // The country the record or the form names for the address around `field`, as a code; "" when neither does.
  [[nodiscard]] std::string_view country_of(catalogue::Field field);

  // Null without an atlas or a country.
  [[nodiscard]] const Place* of(catalogue::Field field);

  // Whether `field` has a text and a country, so that only the atlas is missing to judge it.
  [[nodiscard]] bool lacks_atlas(catalogue::Field field);

 private:
  struct Answer {
    std::optional<std::string_view> named;
    bool place_known = false;
    std::optional<Place> place;
  };
  [[nodiscard]] Answer& answer_for(catalogue::Field field);

  const customer::RecordView& record_;
  const Options& options_;
  std::array<Answer, 2> answers_;  // billing, shipping
};

void judge_addresses(const customer::RecordView& record, const Options& options, Places& places, Report& report);

}  // namespace vestibule::validation
