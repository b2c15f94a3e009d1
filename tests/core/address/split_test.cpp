#include "vestibule/address/split.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"

namespace {

using namespace vestibule;
using address::Confidence;
using atlas::Part;

// The slices are views of `text`.
address::SplitAddress split(std::string_view text, std::string_view hint = {}) {
  return address::split_address(test::address_formats(), text, hint);
}

constexpr const char* member_names[] = {"name",     "organization", "street",     "dependentLocality",
                                        "locality", "adminArea",    "postalCode", "sortingCode"};

// The words of a text: what stands between spaces and the signs that splitting may drop.
std::multiset<std::string> words_of(std::string_view text) {
  std::multiset<std::string> words;
  std::string word;
  for (const char c : text) {
    if (std::string_view{" ,;\t\r\n-/|"}.find(c) == std::string_view::npos) {
      word += c;
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  if (!word.empty()) words.insert(word);
  return words;
}

// Scripts without spaces are held to their characters instead: the parts together are as long as the block.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (std::string_view{" ,;\t\r\n-/|"}.find(c) == std::string_view::npos) letters += c;
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

std::string everything(const address::SplitAddress& parts) {
  std::string all;
  for (std::size_t i = 0; i < parts.size; ++i) all.append("\n").append(parts.slices[i].text);
  return all;
}

void loses_nothing(std::string_view block, const address::SplitAddress& parts) {
  std::string all = everything(parts);
  std::string without_sign{block};
  // The sign for "post" in front of a code is a sign, not a word.
  for (std::size_t at = without_sign.find("\u3012"); at != std::string::npos; at = without_sign.find("\u3012")) {
    without_sign.replace(at, 3, " ");
  }
  for (std::size_t at = all.find("\u3012"); at != std::string::npos; at = all.find("\u3012")) all.replace(at, 3, " ");
  CHECK(letters_of(without_sign) == letters_of(all));
  const bool spaced = block.find("\xE4") == std::string_view::npos && block.find("\xE5") == std::string_view::npos;
  if (spaced) CHECK(words_of(without_sign) == words_of(all));
}

TEST_CASE("at least nine of ten parts of the corpus are right, and no word is lost", "[split]") {
  const auto corpus = test::read_json("split/address.json");
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::set<std::string> countries;
  for (const auto& one : corpus["tests"]) {
    const std::string text = one["text"].get<std::string>();
    const test::ExactBlock block{text};
    const auto parts = split(block.view(), one.value("country", ""));
    const std::string id = one["id"].get<std::string>();
    CAPTURE(id, text, everything(parts));
    loses_nothing(text, parts);
    countries.insert(one["countryCode"].get<std::string>());
    const auto judge = [&](const std::string& what, const std::string& got, const std::string& wanted) {
      if (got.empty() && wanted.empty()) return;
      (got == wanted ? right : wrong) += 1;
      if (got != wanted) UNSCOPED_INFO(id << " " << what << ": \"" << got << "\", not \"" << wanted << "\"");
      if (got != wanted)
        std::fprintf(stderr, "%s %s: \"%s\", not \"%s\"\n", id.c_str(), what.c_str(), got.c_str(), wanted.c_str());
    };
    judge("country", parts.country, one["countryCode"].get<std::string>());
    judge("rest", parts.text(address::rest_slot), one.value("rest", ""));
    for (std::size_t i = 0; i < atlas::part_count; ++i) {
      judge(member_names[i], parts.text(static_cast<std::uint8_t>(i)), one["parts"].value(member_names[i], ""));
    }
  }
  CAPTURE(right, wrong);
  CHECK(corpus["tests"].size() >= 60);
  CHECK(countries.size() >= 20);
  CHECK(right * 10 >= (right + wrong) * 9);
}

TEST_CASE("a block over the limits comes back whole", "[split][limit]") {
  std::string twelve;
  for (int i = 0; i < 12; ++i) twelve += "Storgata 1\n";
  CHECK(split(twelve).text(address::rest_slot) != twelve);
  const std::string thirteen = twelve + "0155 Oslo";
  CHECK(split(thirteen).text(address::rest_slot) == thirteen);
  const std::string long_block(2001, 'a');
  CHECK(split(long_block).text(address::rest_slot) == long_block);
  CHECK(split("").size == 0);
}

TEST_CASE("a guess is called a guess", "[split]") {
  const auto unknown = split("Juniper\n5 Hill Road\n12345 Sometown");
  CHECK(unknown.country.empty());
  CHECK(unknown.confidence(Part::postal_code) == Confidence::low);
  CHECK(unknown.confidence(Part::locality) == Confidence::low);
  CHECK(unknown.confidence(Part::organization) == Confidence::low);
  // The code is of another state than the one named.
  const auto contradiction = split("1 Market St\nNew York, CA 10001\nUSA");
  CHECK(contradiction.confidence(Part::admin_area) == Confidence::low);
  CHECK(split("Storgata 5\n0155 Oslo", "NO").country_confidence == Confidence::medium);
}

TEST_CASE("no text loses a word", "[split][property]") {
  test::Random random{11};
  const auto corpus = test::read_json("split/address.json");
  std::vector<std::string> lines;
  for (const auto& one : corpus["tests"]) {
    std::string line;
    for (const char c : one["text"].get<std::string>() + "\n") {
      if (c != '\n') {
        line += c;
      } else if (!line.empty()) {
        lines.push_back(line);
        line.clear();
      }
    }
  }
  for (int round = 0; round < 2000; ++round) {
    std::string block;
    for (std::size_t count = 1 + random.below(8); count > 0; --count) {
      block += random.pick(lines);
      block += random.chance(70) ? "\n" : ", ";
    }
    const test::ExactBlock exact{block};
    CAPTURE(block);
    loses_nothing(block, split(exact.view(), random.chance(20) ? "US" : ""));
  }
}

}  // namespace
