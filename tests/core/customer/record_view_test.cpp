#include "vestibule/customer/record_view.hpp"

#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using catalogue::Field;
using customer::ValueKind;

TEST_CASE("kept texts stay where they are while their bound holds", "[customer]") {
  customer::RecordView record;
  record.start(300);
  std::vector<std::string_view> kept;
  for (int i = 0; i < 100; ++i) kept.push_back(record.keep("abc"));
  for (const std::string_view text : kept) CHECK(text == "abc");
  CHECK(record.keep("").empty());
}

TEST_CASE("start empties everything", "[customer]") {
  customer::RecordView record;
  record.set(Field::name, {ValueKind::string, "A", 0, 0});
  record.add_unknown("x");
  record.add_item("y");
  record.start(0);
  CHECK(record[Field::name].kind == ValueKind::absent);
  CHECK(record.unknown().empty());
  CHECK(record.items().empty());
}

}  // namespace
