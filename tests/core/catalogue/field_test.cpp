#include "vestibule/catalogue/field.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using catalogue::Field;
using catalogue::Kind;

Field field_at(std::size_t i) { return static_cast<Field>(i); }

TEST_CASE("every row of the catalogue is found by its name and says nothing impossible", "[catalogue]") {
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const catalogue::FieldInfo& row = catalogue::info(field_at(i));
    CAPTURE(row.name);
    CHECK(catalogue::find_field(row.name, row.of) == field_at(i));
    CHECK(row.name.size() <= limits::json_max_key_bytes);
    CHECK(row.signup <= row.create);  // the public may set nothing that the API may not
    CHECK(row.required <= row.create);
    CHECK(row.signup_max_utf16 <= row.max_utf16);
    CHECK(row.min <= row.max);
    const bool listed = row.kind == Kind::picklist || row.kind == Kind::picklist_set;
    CHECK((row.picklist != catalogue::Picklist::none) == listed);
    const bool writable_text =
        row.create && (row.kind == Kind::text || row.kind == Kind::multiline || row.kind == Kind::email ||
                       row.kind == Kind::phone || row.kind == Kind::url || row.kind == Kind::country ||
                       row.kind == Kind::street || row.kind == Kind::state || row.kind == Kind::postal);
    if (writable_text) CHECK(row.max_utf16 > 0);
    const bool writable_number =
        row.create && (row.kind == Kind::integer || row.kind == Kind::number || row.kind == Kind::cycle);
    if (writable_number) CHECK(row.max > 0);
  }
}

TEST_CASE("find_field knows exactly the names of the catalogue", "[catalogue][F21]") {
  for (const std::string_view name : {"", "Name", "nam", "name ", "names", "zzz", "__proto__", "record_type"}) {
    CAPTURE(name);
    CHECK_FALSE(catalogue::find_field(name).has_value());
  }
}

TEST_CASE("closest_field forgives another case and up to two typing mistakes", "[catalogue][F21]") {
  const auto closest = [](std::string_view name) -> std::string {
    const auto field = catalogue::closest_field(name);
    return field ? std::string{catalogue::info(*field).name} : "none";
  };
  CHECK(closest("nmae") == "name");
  CHECK(closest("NAME") == "name");
  CHECK(closest("emial") == "email");
  CHECK(closest("recordtype") == "recordType");
  CHECK(closest("billingPostlCde") == "billingPostalCode");
  CHECK(closest("billingPsotlCdoe") == "none");
  CHECK(closest("favouriteColour") == "none");
  CHECK(closest("ID") == "id");
  CHECK(closest("ix") == "none");  // short names are near everything
  CHECK(closest("") == "none");
  CHECK(catalogue::closest_field("fristName", catalogue::Entity::contact) == Field::contact_first_name);
  CHECK_FALSE(catalogue::closest_field("fristName", catalogue::Entity::customer).has_value());
  CHECK(closest("customFeilds") == "none");  // a reserved name is no suggestion
}

TEST_CASE("closest_field takes names of every length, and looks at none over 64 bytes", "[catalogue][limit]") {
  for (std::size_t size = 0; size <= 70; ++size) {
    CHECK_FALSE(catalogue::closest_field(std::string(size, 'q')).has_value());
    CHECK_FALSE(catalogue::closest_field(std::string(size, '\xFF')).has_value());
  }
}

TEST_CASE("every field has a label and a sentence", "[catalogue]") {
  for (std::size_t i = 0; i < catalogue::field_count; ++i) {
    const catalogue::Presentation& row = catalogue::presentation(field_at(i));
    CAPTURE(catalogue::info(field_at(i)).name);
    CHECK_FALSE(row.label.empty());
    CHECK_FALSE(row.doc.empty());
  }
}

}  // namespace
