#include "address_rules.hpp"

#include "vestibule/catalogue/country.hpp"
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

std::string_view named_country(const RecordView& record, Field country) {
  const customer::ValueView& value = record[country];
  return value.kind == ValueKind::string ? catalogue::find_country(text::trim(value.text)) : std::string_view{};
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

std::string_view country_of(Field field, const RecordView& record, const Options& options) {
  const std::string_view named = named_country(record, address_of(field).country);
  return named.empty() ? catalogue::find_country(options.country) : named;
}

// A state means nothing without its country, a street nothing without its city. Advice only: an address may be partial.
void judge_addresses(const RecordView& record, const Options& options, Report& report) {
  const auto given = [&](Field field) {
    return record[field].kind == ValueKind::string && !text::trim(record[field].text).empty();
  };
  const auto needs = [&](Field field, Field other) {
    if (!given(field) || given(other)) return;
    report.add(Code::address_incomplete, Severity::warning, member_of(other), catalogue::info(other).name);
  };
  for (const AddressFields& address : addresses) {
    if (catalogue::info(address.street).of != options.of) continue;
    needs(address.street, address.city);
    needs(address.state, address.country);
  }
}

}  // namespace vestibule::validation
