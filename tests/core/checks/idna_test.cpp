// The public suites of UTS 46 and of the URL standard run in suites_test.cpp.
#include "vestibule/checks/idna.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;
using checks::DnsLength;

checks::IdnaData data() { return checks::IdnaData{atlas::builtin().section("IDNA")}; }

std::string ascii(std::string_view name, DnsLength length = DnsLength::any) {
  const auto result = checks::process_idna(test::ExactBlock{name}.view(), data(), length);
  return result ? result->ascii : "refused";
}

std::string unicode(std::string_view name) {
  const auto result = checks::process_idna(test::ExactBlock{name}.view(), data());
  return result ? result->unicode : "refused";
}

TEST_CASE("a name is mapped, composed and encoded label by label", "[idna]") {
  CHECK(ascii("example.org") == "example.org");
  CHECK(ascii("B\u00DCCHER.Example") == "xn--bcher-kva.example");
  CHECK(ascii("bu\u0308cher.example") == "xn--bcher-kva.example");
  CHECK(ascii("fa\u00DF.de") == "xn--fa-hia.de");  // non-transitional: not fass.de
  CHECK(ascii("\u4F8B\u5B50\u3002\u4E2D\u56FD") == "xn--fsqu00a.xn--fiqs8s");
  CHECK(ascii("\uFF47\uFF4F\uFF4F") == "goo");
  CHECK(ascii("so\u00ADft.example") == "soft.example");
  CHECK(unicode("XN--BCHER-KVA.example") == "b\u00FCcher.example");
  CHECK(unicode("B\u00DCCHER.xn--fiqs8s") == "b\u00FCcher.\u4E2D\u56FD");
}

TEST_CASE("a label that is none is refused", "[idna]") {
  for (const std::string_view name :
       {"\u0301a", "a\u0378", "xn--a", "xn--99999999", "xn--", "xn--abc-", "xn--te\u0161la", "xn--8i7caa",
        "xn--xn---3ra", "a\u2488", "\uFFFD", "\u2024\uFFFE"}) {
    CAPTURE(name);
    CHECK(ascii(name) == "refused");
  }
}

TEST_CASE("a joiner stands after a virama or, without width, between letters that join", "[idna]") {
  CHECK(ascii("\u0915\u094D\u200D\u0937") != "refused");
  CHECK(ascii("\u0915\u094D\u200C\u0937") != "refused");
  CHECK(ascii("\u0628\u200C\u0628") != "refused");
  CHECK(ascii("\u0628\u0650\u200C\u0650\u0628") != "refused");
  for (const std::string_view name : {"a\u200Cb", "a\u200Db", "\u200C", "\u0628\u200D\u0628", "\u0627\u200C\u0628",
                                      "\u0628\u200C", "\u0628\u200Ca"}) {
    CAPTURE(name);
    CHECK(ascii(name) == "refused");
  }
}

TEST_CASE("a name with a label from right to left reads one way", "[idna]") {
  CHECK(ascii("\u05D0.example") != "refused");
  CHECK(ascii("\u05D01") != "refused");
  CHECK(ascii("1.example") == "1.example");
  for (const std::string_view name :
       {"\u05D0a", "a\u05D0", "1.\u05D0", "\u05D0.1a", "\u05D0-", "\u05D01\u0661", "\u0661\u05D0"}) {
    CAPTURE(name);
    CHECK(ascii(name) == "refused");
  }
}

TEST_CASE("lengths are those of the DNS where they are asked for", "[idna][limit]") {
  const std::string label(63, 'a');
  CHECK(ascii(label + ".example", DnsLength::checked) != "refused");
  CHECK(ascii(label + "a.example", DnsLength::checked) == "refused");
  CHECK(ascii(label + "a.example") != "refused");
  const std::string longest = label + "." + label + "." + label + "." + std::string(61, 'b');
  CHECK(ascii(longest, DnsLength::checked) == longest);
  CHECK(ascii(longest + "b", DnsLength::checked) == "refused");
  for (const std::string_view name : {"", ".", "a.", ".a", "a..b"}) {
    CAPTURE(name);
    CHECK(ascii(name, DnsLength::checked) == "refused");
    CHECK(ascii(name) == name);
  }
  // 57 characters of two octets each become 63 octets, 58 become 64.
  std::string accented;
  for (int i = 0; i < 57; ++i) accented += "\u00FC";
  CHECK(ascii(accented, DnsLength::checked).size() <= 63);
  CHECK(ascii(std::string(1'024, 'a')) == "refused");  // no label has 1,024 code points
  CHECK(ascii(std::string(1'025, '.')) == "refused");
  CHECK(ascii(std::string(1'024, '.')) != "refused");
}

TEST_CASE("an address of ASCII characters only opens whatever its labels mean", "[idna]") {
  const auto to_ascii = [](std::string_view name, const checks::IdnaData& idna) {
    const auto result = checks::domain_to_ascii(test::ExactBlock{name}.view(), idna);
    return result ? result->ascii : "refused";
  };
  CHECK(to_ascii("XN--8I7CAA.example", data()) == "xn--8i7caa.example");
  CHECK(to_ascii("xn--a.\u00DF", data()) == "refused");
  CHECK(to_ascii("A.example", {}) == "a.example");
  CHECK(to_ascii("\u00FC.example", {}) == "refused");
  for (const std::string_view name : {"", "a b", "a/b", "a%b", "a\u2100b", "\u00AD", "a\x7F"}) {
    CAPTURE(name);
    CHECK(to_ascii(name, data()) == "refused");
  }
}

}  // namespace
