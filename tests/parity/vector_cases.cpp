#include "vector_cases.hpp"

#include <string_view>
#include <utility>

#include "bridge.hpp"
#include "tests/support/sample.hpp"
#include "tests/support/vectors.hpp"
#include "tests/support/verdict.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::parity {
namespace {

std::uint32_t option_bits(const test::RuleTest& from) {
  std::uint32_t bits = country_bits(from.country);
  if (from.has_flag("api")) bits |= bridge::option_api;
  if (from.has_flag("contact")) bits |= bridge::option_contact;
  if (from.has_flag("no-atlas")) bits |= bridge::option_no_atlas;
  if (from.has_flag("patch")) bits |= bridge::option_patch;
  if (from.subject == test::Subject::batch) bits |= bridge::option_batch;
  if (from.subject == test::Subject::form) bits |= bridge::option_form;
  // Ids by themselves are checked in a field of their kind, and only the API takes one.
  if (from.subject == test::Subject::uuid || from.subject == test::Subject::salesforce_id) bits |= bridge::option_api;
  return bits;
}

struct SuiteUse {
  std::string_view suite;
  std::string_view field;  // "": the case is a JSON text
};

constexpr SuiteUse uses[] = {
    {"json.nst-parsing", ""},
    {"uuid.govalidator-UUID", "parentCustomerId"},
    {"uuid.json-schema-uuid", "parentCustomerId"},
    {"uuid.rfc9562-vectors", "parentCustomerId"},
    {"uuid.uuid-rs", "parentCustomerId"},
    {"salesforce-id.public-orgs-dev", "externalId"},
    {"email.commons-validator", "email"},
    {"email.egulias-rfc", "email"},
    {"email.isemail-new", "email"},
    {"email.json-schema-email", "email"},
    {"name.popular-names", "name"},
    {"company.cleanco", "name"},
    {"naughty.blns", "name"},
    {"naughty.blns", "billingStreet"},
    {"naughty.blns", "website"},
    {"naughty.blns", "phone"},
};

}  // namespace

std::vector<Case> vector_cases() {
  std::vector<Case> cases;
  const auto add = [&](std::uint32_t options, std::string bytes) {
    if (bytes.size() <= limits::record_max_bytes) cases.push_back({options, std::move(bytes)});
  };
  for (const test::RuleFile& file : test::load_rule_files()) {
    for (const test::RuleTest& one : file.tests) {
      if (one.subject == test::Subject::tax_id) continue;  // no field holds one; tests/wasm/tax.test.ts asks for them
      add(option_bits(one), test::text_of(one));
      if (const auto members = test::members_of(one)) {
        add(option_bits(one) | bridge::option_form, test::to_form(*members));
      }
    }
  }
  for (const SuiteUse& use : uses) {
    for (const test::SuiteCase& one : test::load_suite(use.suite)) {
      if (use.field.empty()) {
        add(0, one.input);
        add(bridge::option_batch, one.input);
        continue;
      }
      const std::string text = test::to_json(test::minimal_record_with(test::string_member(use.field, one.input)));
      add(0, text);
      add(bridge::option_api, text);
    }
  }
  return cases;
}

}  // namespace vestibule::parity
