#include "vestibule/paste/signature.hpp"

#include <string>

#include "signature_slices.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using paste::Confidence;
using paste::SignaturePart;
using test::split;

TEST_CASE("a text over the limits comes back whole", "[signature][limit]") {
  std::string thirty;
  for (std::size_t i = 0; i < limits::signature_max_lines; ++i) thirty += "Tel. +44 20 7946 0018\n\n";
  CHECK(split(thirty).text(SignaturePart::phone) == "+44 20 7946 0018");
  const std::string more = thirty + "jane@acme.example";
  CHECK(split(more).slices.size() == 1);
  CHECK(split(more).text(SignaturePart::rest) == more);
  std::string longest = "jane@acme.example" + std::string(limits::signature_max_bytes - 17, ' ');
  CHECK(split(longest).text(SignaturePart::email) == "jane@acme.example");
  longest += ' ';
  CHECK(split(longest).text(SignaturePart::rest) == longest);
  CHECK(split("").slices.empty());
  CHECK(split(" \n \t\n").slices.empty());
}

TEST_CASE("a part of a signature that is a guess is called one", "[signature]") {
  const auto bare = split("Jane Doe\nOpen Meadow");
  CHECK(bare.confidence(SignaturePart::name) <= Confidence::low);
  const auto placed = split("Jane Doe\nSales Manager\nOpen Meadow\njane.doe@gmail.com");
  CHECK(placed.confidence(SignaturePart::name) == Confidence::high);
  CHECK(placed.confidence(SignaturePart::title) == Confidence::high);
  CHECK(placed.text(SignaturePart::organization) == "Open Meadow");
  CHECK(placed.confidence(SignaturePart::organization) == Confidence::low);
  const auto between = split("Jane Doe\nWizardry\nAcme GmbH\njane.doe@acme.example");
  CHECK(between.text(SignaturePart::title) == "Wizardry");
  CHECK(between.confidence(SignaturePart::title) == Confidence::low);
  CHECK(between.names_confidence == Confidence::medium);
  // Nothing but its form says who this is.
  const auto likely = split("Jane Doe\ninfo@acme.example");
  CHECK(likely.confidence(SignaturePart::name) == Confidence::medium);
  CHECK(likely.names_confidence == Confidence::low);
}

TEST_CASE("one of two addresses, numbers and companies is taken, the other is rest", "[signature]") {
  const auto got = split(
      "Jane Doe\nAcme GmbH\nOther AG\ninfo@acme.example\njane@acme.example\nTel +44 20 7946 0018\nTel +44 20 7946 "
      "0019");
  CHECK(got.text(SignaturePart::email) == "jane@acme.example");
  CHECK(got.text(SignaturePart::organization) == "Acme GmbH");
  CHECK(got.text(SignaturePart::phone) == "+44 20 7946 0018");
  CHECK(got.text(SignaturePart::rest) == "Other AG\ninfo@acme.example\nTel +44 20 7946 0019");
  const auto unsure = split("info@acme.example\nsales@acme.example");
  CHECK(unsure.confidence(SignaturePart::email) == Confidence::medium);
}

TEST_CASE("a fax number is no phone number", "[signature]") {
  for (const char* label : {"Fax", "F", "Telefax", "Fax office", "\u0424\u0430\u043a\u0441"}) {
    const auto got = split(std::string{label} + ": +44 20 7946 0018");
    CAPTURE(label);
    CHECK(got.confidence(SignaturePart::phone) == Confidence::none);
    CHECK(got.confidence(SignaturePart::mobile_phone) == Confidence::none);
  }
  CHECK(split("Tel./Fax: +44 20 7946 0018").text(SignaturePart::phone) == "+44 20 7946 0018");
}

TEST_CASE("the country of a national number is the hint's, the address's or another number's", "[signature]") {
  const std::string text = "Tel: 030 12345678";
  CHECK(split(text, "DE").confidence(SignaturePart::phone) == Confidence::high);
  CHECK(split(text).confidence(SignaturePart::phone) == Confidence::low);
  CHECK(split("030 12345678\njane@acme.example", "DE").confidence(SignaturePart::phone) == Confidence::medium);
  const auto other = split("Tel: 030 12345678\nMobil: +49 151 23456789");
  CHECK(other.confidence(SignaturePart::phone) == Confidence::medium);
  CHECK(other.confidence(SignaturePart::mobile_phone) == Confidence::high);
}

TEST_CASE("an address in a country that only a number implies is likely at most", "[signature]") {
  const auto got = split("Lindenstra\u00dfe 14a\n10115 Berlin\nTel. +49 30 12345678");
  CHECK(got.country == "DE");
  CHECK(got.text(SignaturePart::city) == "Berlin");
  CHECK(got.confidence(SignaturePart::postal_code) == Confidence::medium);
  const std::string with_email = "jane@acme.example\nLindenstra\u00dfe 14a\n10115 Berlin";
  CHECK(split(with_email, "DE").confidence(SignaturePart::postal_code) == Confidence::high);
  // Nothing but two numbers says that this is an address.
  CHECK(split("Lindenstra\u00dfe 14a\n10115 Berlin", "DE").confidence(SignaturePart::postal_code) == Confidence::low);
}

TEST_CASE("without an atlas e-mail and website are there, phones are guesses and addresses rest", "[signature]") {
  const std::string text =
      "Jane Doe\nAcme GmbH\nLindenstr. 1\n10115 Berlin\nTel. +49 30 12345678\njane.doe@acme.example\nwww.acme.example";
  const auto got = paste::split_signature(nullptr, text);
  test::covers(text, got);
  CHECK(got.confidence(SignaturePart::email) == Confidence::high);
  CHECK(got.confidence(SignaturePart::website) == Confidence::high);
  CHECK(got.confidence(SignaturePart::name) == Confidence::high);
  CHECK(got.confidence(SignaturePart::organization) == Confidence::high);
  CHECK(got.text(SignaturePart::phone) == "+49 30 12345678");
  CHECK(got.confidence(SignaturePart::phone) == Confidence::low);
  CHECK(got.text(SignaturePart::rest) == "Lindenstr. 1\n10115 Berlin");
}

TEST_CASE("only what follows the delimiter is read", "[signature]") {
  const auto got = split(
      "Max Muster\nmax.muster@other.example\n-- \nJane Doe\njane.doe@acme.example\n> -- \n> Old One\n> "
      "old@one.example");
  CHECK(got.text(SignaturePart::name) == "Jane Doe");
  CHECK(got.text(SignaturePart::email) == "jane.doe@acme.example");
  CHECK(got.text(SignaturePart::rest) == "Max Muster\nmax.muster@other.example\nOld One\nold@one.example");
}

TEST_CASE("a name is sure when the e-mail address is made of it", "[signature]") {
  const auto sure = [](const std::string& name, const std::string& local) {
    return split(name + "\n" + local + "@acme.example").confidence(SignaturePart::name);
  };
  for (const char* local :
       {"jane.doe", "jdoe", "doe", "jane", "doe.jane", "jane_doe", "janed", "jane.doe2", "jane+nue"}) {
    CAPTURE(local);
    CHECK(sure("Jane Doe", local) == Confidence::high);
  }
  for (const char* local : {"info", "jd", "janet", "jane.smith", "does"}) {
    CAPTURE(local);
    CHECK(sure("Jane Doe", local) == Confidence::medium);
  }
  CHECK(sure("J\u00f6rg M\u00fcller", "joerg.mueller") == Confidence::high);
  CHECK(sure("J\u00f6rg M\u00fcller", "jorg.muller") == Confidence::high);
  CHECK(sure("Anne-Marie O'Neill", "anne-marie.oneill") == Confidence::high);
  CHECK(sure("Mar\u00eda Garc\u00eda L\u00f3pez", "mgarcia") == Confidence::high);
}

TEST_CASE("an e-mail address is read whole, with or without a label", "[signature]") {
  for (const char* text :
       {"e.doe@acme.example", "E: e.doe@acme.example", "E-Mail e.doe@acme.example", "e.doe@acme.example.",
        "<e.doe@acme.example>", "mailto:e.doe@acme.example", "\u90ae\u7bb1\uff1ae.doe@acme.example"}) {
    const auto got = split(text);
    CAPTURE(text);
    CHECK(got.text(SignaturePart::email) == "e.doe@acme.example");
    CHECK(got.confidence(SignaturePart::email) == Confidence::high);
  }
}

TEST_CASE("a bare domain is a website if it is the e-mail's or has a label", "[signature]") {
  CHECK(split("acme.example").confidence(SignaturePart::website) == Confidence::none);
  CHECK(split("Web: acme.example").text(SignaturePart::website) == "acme.example");
  CHECK(split("shop.acme.example\njane@acme.example").text(SignaturePart::website) == "shop.acme.example");
  CHECK(split("other.example\njane@acme.example").confidence(SignaturePart::website) == Confidence::none);
  CHECK(split("https://linkedin.com/in/jane").confidence(SignaturePart::website) == Confidence::none);
}

TEST_CASE("first and last name are told apart, and never as sure as the name", "[signature]") {
  const auto names = [](const std::string& text) {
    const auto got = split(text);
    return std::string{got.first_name} + "|" + std::string{got.last_name};
  };
  CHECK(names("Dr. Jane Doe, MBA\njdoe@acme.example") == "Jane|Doe");
  CHECK(names("Ludwig van der Berg\nludwig@acme.example") == "Ludwig|van der Berg");
  CHECK(names("Claire FONTAINE\nclaire@acme.example") == "Claire|FONTAINE");
  CHECK(names("TANAKA Hanako\nhanako@acme.example") == "Hanako|TANAKA");
  CHECK(names("Nagy Anna\nanna.nagy@acme.example") == "Anna|Nagy");
  CHECK(split("Mary Ann Smith\nmary@acme.example").names_confidence == Confidence::low);
}

}  // namespace
