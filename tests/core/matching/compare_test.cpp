#include "vestibule/matching/compare.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::matching;

// "name equal medium, phone near weak"
std::string reasons(const Details& a, const Details& b) {
  const Keys left = match_keys(a);
  const Keys right = match_keys(b);
  CHECK(compare(left, right) == compare(right, left));
  std::string text;
  for (const Reason& reason : compare(left, right)) {
    if (!text.empty()) text += ", ";
    text += to_string(reason.key);
    text += ' ';
    text += to_string(reason.likeness);
    text += ' ';
    text += to_string(reason.strength);
  }
  return text;
}

std::string names(std::string_view a, std::string_view b) { return reasons({a, {}, {}, {}}, {b, {}, {}, {}}); }
std::string emails(std::string_view a, std::string_view b) { return reasons({{}, a, {}, {}}, {{}, b, {}, {}}); }
std::string phones(std::string_view a, std::string_view b) { return reasons({{}, {}, a, {}}, {{}, {}, b, {}}); }
std::string websites(std::string_view a, std::string_view b) { return reasons({{}, {}, {}, a}, {{}, {}, {}, b}); }

TEST_CASE("records with nothing in common have no reason to look alike", "[matching]") {
  CHECK(reasons({}, {}) == "");
  CHECK(reasons({"Acme", "a@acme.example", "+4722001122", "acme.example"}, {}) == "");
  CHECK(reasons({"Acme", "a@acme.example", "+4722001122", "acme.example"},
                {"Fjordlys", "b@fjordlys.example", "+4722001133", "fjordlys.example"}) == "");
}

TEST_CASE("a record looks like itself for every reason", "[matching]") {
  const Details acme{"Acme Ltd", "a@acme.example", "+4722001122", "https://acme.example/"};
  CHECK(reasons(acme, acme) ==
        "name equal medium, email equal strong, emailDomain equal medium, phone equal medium, website equal medium");
}

TEST_CASE("names are near by a slip or the order of words, longer ones by two slips", "[matching]") {
  CHECK(names("Acme Ltd", "ACME, Inc.") == "name equal medium");
  CHECK(names("Fjordlys", "Fjordlis") == "name near weak");
  CHECK(names("Fjordlys", "Fjrodlys") == "name near weak");
  CHECK(names("Fjordlys Instruments", "Fjordlis Instrument") == "name near weak");
  CHECK(names("Fjordlys Instruments", "Fjordlis Instrumen") == "");
  CHECK(names("Ines Duarte", "Duarte, Ines") == "name near weak");
  CHECK(names("S\u00f6hne", "Sohne") == "name near weak");
  CHECK(names("Soci\u00e9t\u00e9 G\u00e9n\u00e9rale", "Societe Generale") == "name near weak");
  CHECK(names("\u0141\u00f3d\u017a", "Lodz") == "name near weak");
  CHECK(names("Bj\u00f8rn \u00d8sterg\u00e5rd", "Bjorn Ostergard") == "name near weak");
  CHECK(names("Bj\u00f8rn \u00d8sterg\u00e5rd", "Bjoern Oestergaard") == "name near weak");
  CHECK(names("M\u00fcller", "Mueller") == "name near weak");
  CHECK(names("\u041c\u0438\u0440", "\u041c\u0438\u0433") == "");
  CHECK(names("Acme", "Acne") == "");                // too short to be a slip
  CHECK(names("Warehouse 1", "Warehouse 2") == "");  // digits tell apart
  const std::string longest(64, 'a');
  CHECK(names(longest + "b", longest + "c") == "");  // over the limit only equal ones count
}

TEST_CASE("mail boxes of everybody make no company", "[matching]") {
  CHECK(emails("a@gmail.com", "b@gmail.com") == "");
  CHECK(emails("a@acme.example", "b@acme.example") == "emailDomain equal medium");
  CHECK(emails("a@acme.example", "b@mail.acme.example") == "emailDomain equal medium");
  CHECK(emails("A@ACME.example", "a@acme.example") == "email equal strong, emailDomain equal medium");
  CHECK(emails("i.nes+x@gmail.com", "ines@gmail.com") == "email near medium");
}

TEST_CASE("a number without its country code may be the same", "[matching]") {
  CHECK(phones("+47 22001122", "0047 2200 1122") == "phone equal medium");
  CHECK(phones("22 00 11 22", "22001122") == "phone equal weak");
  CHECK(phones("+49 171 1234567", "0171 1234567") == "phone near weak");
  CHECK(phones("+49 171 1234567", "234567") == "");  // too short to say
  CHECK(phones("+49 171 1234567", "+1 71 1234567") == "");
}

TEST_CASE("hosts that many share make no company", "[matching]") {
  CHECK(websites("https://www.acme.example/de", "acme.example") == "website equal medium");
  CHECK(websites("facebook.com/acme", "facebook.com/fjordlys") == "");
  CHECK(websites("facebook.com/acme", "https://www.facebook.com/Acme/") == "website equal medium");
  CHECK(websites("acme.co.uk", "fjordlys.co.uk") == "");
}

}  // namespace
