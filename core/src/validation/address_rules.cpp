#include "address_rules.hpp"

#include "vestibule/atlas/countries.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/checks/address.hpp"
#include "vestibule/text/clean.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Entity;
using catalogue::Field;
using customer::RecordView;
using customer::ValueKind;

// Billing before shipping, customers before contacts.
constexpr AddressFields addresses[] = {
    {Field::billing_street, Field::billing_city, Field::billing_state, Field::billing_postal_code,
     Field::billing_country},
    {Field::shipping_street, Field::shipping_city, Field::shipping_state, Field::shipping_postal_code,
     Field::shipping_country},
    {Field::contact_billing_street, Field::contact_billing_city, Field::contact_billing_state,
     Field::contact_billing_postal_code, Field::contact_billing_country},
    {Field::contact_shipping_street, Field::contact_shipping_city, Field::contact_shipping_state,
     Field::contact_shipping_postal_code, Field::contact_shipping_country},
};

bool given(const RecordView& record, Field field) {
  return record[field].kind == ValueKind::string && !text::trim(record[field].text).empty();
}

std::string_view find_named_country(const RecordView& record, Field country, const Options& options) {
  const customer::ValueView& value = record[country];
  if (value.kind != ValueKind::string) return {};
  const std::string_view text = text::trim(value.text);
  const std::string_view code = catalogue::find_country_code(text);
  if (!code.empty() || options.atlas == nullptr) return code;
  return catalogue::find_country(atlas::find_country_name(atlas::AddressFormats{options.atlas->section("ADDR")}, text));
}

}  // namespace

const AddressFields& address_of(Field field) {
  for (const AddressFields& address : addresses) {
    const bool part = field == address.street || field == address.city || field == address.state ||
                      field == address.postal || field == address.country;
    if (part) return address;
  }
  return addresses[catalogue::info(field).of == Entity::customer ? 0 : 2];
}

// All of a record's addresses are of one entity: billing stands at even places, shipping at odd ones.
Places::Answer& Places::answer_for(Field field) {
  return answers_[static_cast<std::size_t>(&address_of(field) - addresses) % answers_.size()];
}

std::string_view Places::named_country(Field field) {
  Answer& answer = answer_for(field);
  if (!answer.named) answer.named = find_named_country(record_, address_of(field).country, options_);
  return *answer.named;
}

std::string_view Places::country_of(Field field) {
  const std::string_view named = named_country(field);
  return named.empty() ? catalogue::find_country(options_.country) : named;
}

const Place* Places::of(Field field) {
  if (options_.atlas == nullptr) return nullptr;
  Answer& answer = answer_for(field);
  if (!answer.place_known) {
    answer.place_known = true;
    const std::string_view country = country_of(field);
    // Mostly both addresses are in one country.
    for (const Answer& other : answers_) {
      if (other.place && other.place->country == country) {
        answer.place = other.place;
        return &*answer.place;
      }
    }
    const auto format = atlas::AddressFormats{options_.atlas->section("ADDR")}.find(country);
    if (format) answer.place = Place{country, *format};
  }
  return answer.place ? &*answer.place : nullptr;
}

bool Places::lacks_atlas(Field field) {
  return options_.atlas == nullptr && given(record_, field) && !country_of(field).empty();
}

// A state means nothing without its country, a street nothing without its city and what the country asks for besides.
// Advice only: an address may be partial.
void judge_addresses(const RecordView& record, const Options& options, Places& places, Report& report) {
  using atlas::Part;
  for (const AddressFields& address : addresses) {
    if (catalogue::info(address.street).of != options.of) continue;
    const auto missing = [&](Field field) {
      report.add(Code::address_incomplete, Severity::warning, member_of(field), catalogue::info(field).name);
    };
    if (const Place* place = places.of(address.street)) {
      atlas::PartSet parts = 0;
      if (given(record, address.street)) parts |= atlas::set_of(Part::street);
      if (given(record, address.city)) parts |= atlas::set_of(Part::locality);
      if (given(record, address.state)) parts |= atlas::set_of(Part::admin_area);
      if (given(record, address.postal)) parts |= atlas::set_of(Part::postal_code);
      parts = checks::missing_parts(place->format, parts);
      if (atlas::has(parts, Part::locality)) missing(address.city);
      if (atlas::has(parts, Part::admin_area)) missing(address.state);
      if (atlas::has(parts, Part::postal_code)) missing(address.postal);
    } else if (given(record, address.street) && !given(record, address.city)) {
      missing(address.city);
    }
    if (given(record, address.state) && !given(record, address.country)) missing(address.country);
  }
}

}  // namespace vestibule::validation
