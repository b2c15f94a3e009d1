#include "vestibule/atlas/phone_plans.hpp"

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/phone_typing.hpp"
#include "vestibule/validation/check_field_json.hpp"

namespace {

using namespace vestibule;
using atlas::PhonePlans;

TEST_CASE("calling codes and regions find each other", "[atlas][phone]") {
  const PhonePlans& plans = atlas::builtin().phones();
  REQUIRE(plans.loaded());
  std::size_t regions = 0;
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) {
      const std::string name{first, second};
      const auto region = plans.region(name);
      if (region == 0) continue;
      ++regions;
      CHECK(plans.name(region) == std::array<char, 2>{first, second});
      const auto code = plans.code_of_region(region);
      const std::string digits = std::to_string(plans.calling_code(code));
      const auto found = plans.code_of(digits + "12345");
      CAPTURE(name, digits);
      REQUIRE(found.has_value());
      CHECK(found->number == code);
      CHECK(found->digits == digits.size());
    }
  }
  CHECK(regions == 245);
  CHECK(plans.region("ZZ") == 0);
  CHECK(plans.region("") == 0);
  CHECK_FALSE(plans.code_of("999").has_value());
  CHECK_FALSE(plans.code_of("049").has_value());
  CHECK_FALSE(plans.code_of("").has_value());
  CHECK(plans.name(plans.main_region(plans.code_of("800")->number))[0] == '0');
}

TEST_CASE("no plans are no plans", "[atlas][phone]") {
  for (const PhonePlans& plans : {PhonePlans{}, PhonePlans{""}, atlas::phones_of(nullptr)}) {
    CHECK_FALSE(plans.loaded());
    CHECK(plans.region("US") == 0);
    CHECK_FALSE(plans.code_of("1").has_value());
  }
}

// Whatever the plans say, every answer comes, and none reads beyond their bytes (the sanitizers watch).
void ask_everything(const PhonePlans& plans) {
  std::string out;
  for (const std::string_view text : {"+14155552671", "+442079460018", "+5491123456789", "+390669812345"}) {
    const auto read = checks::read_phone(text, plans, "US");
    if (!read) continue;
    checks::append_e164(read.value(), plans, out);
    checks::append_national(read.value(), plans, out);
    checks::append_international(read.value(), plans, out);
  }
  for (const std::string_view country : {"US", "DE", "AR", "AG"}) {
    const auto read = checks::read_phone("011 15 2345 6789", plans, country);
    if (read) checks::append_national(read.value(), plans, out);
    checks::PhoneNumber example;
    if (checks::example_phone(plans, country, example)) checks::append_national(example, plans, out);
    out += checks::format_typed_phone("0301234", 3, plans, country).text;
  }
  CHECK(out.size() < 100'000);
}

TEST_CASE("damaged plans answer something", "[atlas][phone][W]") {
  test::Random random{20261126};
  const std::string good{atlas::builtin().phones().section()};
  for (int round = 0; round < 400; ++round) {
    std::string bytes = good;
    if (round % 4 == 0) bytes.resize(random.below(bytes.size()));
    for (std::size_t i = 0; i < 200 && !bytes.empty(); ++i) {
      bytes[random.below(round % 2 == 0 ? std::min<std::size_t>(bytes.size(), 64) : bytes.size())] =
          static_cast<char>(random.below(256));
    }
    const test::ExactBlock block{bytes};
    ask_everything(PhonePlans{block.view()});
  }
}

// One changed bit of the packed plans changes every bit behind it: they are refused, or are other plans.
TEST_CASE("an atlas whose phone plans are damaged is refused or answers something", "[atlas][phone][W]") {
  test::Random random{20261127};
  const std::string good{atlas::builtin_bytes};
  for (int round = 0; round < 40; ++round) {
    std::string bytes = good;
    const std::size_t from = good.size() - 1 - random.below(24'000);  // the section is the last one
    for (std::size_t i = from; i < std::min(from + 8, good.size()); ++i)
      bytes[i] = static_cast<char>(random.below(256));
    const test::ExactBlock block{bytes};
    const auto opened = atlas::Atlas::open(block.view());
    if (opened) ask_everything(opened.value().phones());
    const auto later = atlas::Atlas::open(block.view(), atlas::Unpack::as_needed);
    if (later) ask_everything(later.value().phones());
  }
}

std::string example_of(const PhonePlans& plans, std::string_view country) {
  std::string out;
  checks::PhoneNumber number;
  if (checks::example_phone(plans, country, number)) checks::append_international(number, plans, out);
  return out;
}

// What is the first thing that is asked about a country: how numbers abroad are dialled there, and at home.
std::string answers_of(const PhonePlans& plans, std::string_view country) {
  std::string out;
  for (const std::string_view text :
       {"00 44 20 7946 0018", "011 44 20 7946 0018", "0 20 7946 0018", "8 20 7946 0018"}) {
    const auto read = checks::read_phone(text, plans, country);
    if (read) checks::append_e164(read.value(), plans, out);
    out += ' ';
  }
  return out += example_of(plans, country);
}

TEST_CASE("plans that are unpacked when they are asked for are the same plans, in any order", "[atlas][phone]") {
  std::vector<std::string> countries;
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'A'; second <= 'Z'; ++second) countries.push_back({first, second});
  }
  test::Random random{20261128};
  const PhonePlans& all = atlas::builtin().phones();
  for (int round = 0; round < 10; ++round) {
    random.shuffle(countries);
    auto opened = atlas::Atlas::open(atlas::builtin_bytes, atlas::Unpack::as_needed);
    REQUIRE(opened.ok());
    const PhonePlans& plans = opened.value().phones();
    const atlas::Atlas moved = std::move(opened.value());
    for (const std::string& country : countries) {
      CAPTURE(round, country);
      REQUIRE(answers_of(plans, country) == answers_of(all, country));
    }
    CHECK(moved.phones().section() == all.section());
  }
}

// The built-in atlas with room for so many nodes of the tables.
std::string atlas_with_nodes(std::size_t count) {
  std::string bytes{atlas::builtin_bytes};
  const std::string_view phones = atlas::builtin().section("PHON");
  const auto at = static_cast<std::size_t>(phones.data() - atlas::builtin_bytes.data()) + 10;
  bytes[at] = static_cast<char>(count & 0xFF);
  bytes[at + 1] = static_cast<char>(count >> 8);
  return bytes;
}

TEST_CASE("plans that turn out to be damaged are no plans from then on", "[atlas][phone][W]") {
  // Enough for the first plans.
  const std::string bytes = atlas_with_nodes(2000);
  CHECK_FALSE(atlas::Atlas::open(bytes).ok());
  const auto opened = atlas::Atlas::open(bytes, atlas::Unpack::as_needed);
  REQUIRE(opened.ok());
  const PhonePlans& plans = opened.value().phones();
  CHECK(example_of(plans, "US") == example_of(atlas::builtin().phones(), "US"));
  CHECK(plans.loaded());

  // Georgia's comes late. What a number of it is nobody knows, so it is judged as without an atlas.
  validation::Options options;
  options.atlas = &opened.value();
  const auto judged = validation::check_field_json("phone", R"("+995 32 2 123 456")", options);
  CHECK(judged.ok);
  CHECK_FALSE(judged.unchecked.empty());
  CHECK_FALSE(plans.loaded());
  CHECK(example_of(plans, "US").empty());
}

}  // namespace
