// The corpus of signatures: how many parts come out right, how sure the wrong ones are, and that nothing is lost.
#include <map>
#include <string>
#include <vector>

#include "signature_slices.hpp"
#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"

namespace {

using namespace vestibule;
using paste::Confidence;
using paste::SignaturePart;
using test::split;

constexpr std::pair<SignaturePart, const char*> members[] = {
    {SignaturePart::name, "name"},
    {SignaturePart::title, "title"},
    {SignaturePart::organization, "organization"},
    {SignaturePart::email, "email"},
    {SignaturePart::phone, "phone"},
    {SignaturePart::mobile_phone, "mobilePhone"},
    {SignaturePart::website, "website"},
    {SignaturePart::street, "street"},
    {SignaturePart::district, "district"},
    {SignaturePart::city, "city"},
    {SignaturePart::state, "state"},
    {SignaturePart::postal_code, "postalCode"},
    {SignaturePart::country, "country"},
};

struct Tally {
  std::size_t right = 0;
  std::size_t wrong = 0;
};

TEST_CASE("at least nineteen of twenty sure parts of the corpus are right, and nothing is lost", "[signature]") {
  const auto corpus = test::read_json("split/signature.json");
  std::map<Confidence, Tally> by_confidence;
  Tally missed;  // wrong: a part that is there and was not found
  for (const auto& one : corpus["tests"]) {
    const std::string text = one["text"].get<std::string>();
    const test::ExactBlock block{text};
    const paste::Signature got = split(block.view(), one.value("country", ""));
    const std::string id = one["id"].get<std::string>();
    CAPTURE(id, text);
    test::covers(block.view(), got);
    const auto judge = [&](const char* what, const std::string& is, const std::string& wanted, Confidence sure) {
      if (is.empty() && wanted.empty()) return;
      const bool right = is == wanted;
      if (!right) std::fprintf(stderr, "%s %s: \"%s\", not \"%s\"\n", id.c_str(), what, is.c_str(), wanted.c_str());
      Tally& tally = is.empty() ? missed : by_confidence[sure];
      (right ? tally.right : tally.wrong) += 1;
    };
    const auto& parts = one["parts"];
    for (const auto& [part, name] : members) {
      judge(name, got.text(part), parts.value(name, ""), got.confidence(part));
    }
    if (parts.contains("firstName"))
      judge("firstName", std::string{got.first_name}, parts.value("firstName", ""), got.names_confidence);
    if (parts.contains("lastName"))
      judge("lastName", std::string{got.last_name}, parts.value("lastName", ""), got.names_confidence);
    if (one.contains("countryCode"))
      judge("countryCode", got.country, one.value("countryCode", ""), got.country_confidence);
    if (one.contains("rest")) CHECK(got.text(SignaturePart::rest) == one["rest"].get<std::string>());
  }
  const Tally high = by_confidence[Confidence::high];
  const Tally medium = by_confidence[Confidence::medium];
  const Tally low = by_confidence[Confidence::low];
  std::fprintf(stderr, "high %zu of %zu, medium %zu of %zu, low %zu of %zu, missed %zu\n", high.right,
               high.right + high.wrong, medium.right, medium.right + medium.wrong, low.right, low.right + low.wrong,
               missed.wrong);
  const std::size_t right = high.right + medium.right + low.right;
  CHECK(corpus["tests"].size() >= 40);
  CHECK(high.right * 50 >= (high.right + high.wrong) * 49);
  CHECK(medium.right * 20 >= (medium.right + medium.wrong) * 19);
  CHECK(right * 20 >= (right + high.wrong + medium.wrong + low.wrong + missed.wrong) * 19);
}

TEST_CASE("prose has no sure part but its e-mail address", "[signature]") {
  const auto corpus = test::read_json("split/signature.json");
  for (const auto& one : corpus["prose"]) {
    const std::string text = one["text"].get<std::string>();
    for (const char* hint : {"", "US", "DE"}) {
      const paste::Signature got = split(text, hint);
      CAPTURE(one["id"].get<std::string>(), hint);
      test::covers(text, got);
      for (const auto& [part, name] : members) {
        if (part == SignaturePart::email) continue;
        CAPTURE(name, got.text(part));
        CHECK(got.confidence(part) <= Confidence::low);
      }
      CHECK(got.names_confidence <= Confidence::low);
    }
  }
}

TEST_CASE("slices are in order and disjoint, and lose nothing of any text", "[signature][property]") {
  test::Random random{29};
  std::vector<std::string> lines;
  for (const char* file : {"split/signature.json", "split/address.json"}) {
    const auto corpus = test::read_json(file);
    for (const char* list : {"tests", "prose"}) {
      if (!corpus.contains(list)) continue;
      for (const auto& one : corpus[list]) {
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
    }
  }
  const std::string between[] = {"\n", "\r\n", " | ", ", ", "  ", "\t", " \u2022 ", "\n> ", "\n\n-- \n", " - ", " "};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = 1 + random.below(10); count > 0; --count) {
      text += random.pick(lines);
      text += random.chance(60) ? between[0] : random.pick(between);
    }
    const test::ExactBlock exact{text};
    CAPTURE(text);
    test::covers(exact.view(), split(exact.view(), random.chance(30) ? "US" : ""));
    if (random.chance(10)) test::covers(exact.view(), paste::split_signature(nullptr, exact.view()));
  }
}

}  // namespace
