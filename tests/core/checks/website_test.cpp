#include "vestibule/checks/website.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;

Result<checks::Website, Code> parse(std::string_view text) {
  return checks::parse_website(test::ExactBlock{text}.view());
}

void ok(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const auto website = parse(text);
  REQUIRE(website.ok());
  CHECK(website.value().text == expected);
  CHECK(parse(expected) == website);
}

void bad(std::string_view text, Code code) {
  CAPTURE(text);
  const auto website = parse(text);
  REQUIRE_FALSE(website.ok());
  CHECK(website.error() == code);
}

TEST_CASE("parse_website adds a scheme, lowers the host and resolves the path", "[website][F13]") {
  ok("example.org", "https://example.org/");
  ok("HTTPS://EXAMPLE.org:443/a/../b", "https://example.org/b");
  ok("http://example.org:80", "http://example.org/");
  ok("https://example.org/./a/%2e%2E/b/.", "https://example.org/b/");
  ok("example.org?q=\u00e4#\u00f6", "https://example.org/?q=%C3%A4#%C3%B6");
  ok("example.org:8080", "https://example.org:8080/");
}

TEST_CASE("parse_website takes http and https only", "[website][F14]") {
  for (const std::string_view text :
       {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a", "//a", "localhost:80", "a:b"}) {
    bad(text, Code::url_scheme);
  }
}

TEST_CASE("parse_website refuses user names, addresses and local names", "[website][F14][F15]") {
  bad("http://u:p@a", Code::url_userinfo);
  bad("https://example.org@evil.example", Code::url_userinfo);
  for (const std::string_view text :
       {"http://169.254.169.254/", "http://2130706433/", "http://[::1]/", "http://0x7f.1/", "http://0x/", "localhost",
        "http://a.local", "http://A.LOCALHOST./"}) {
    bad(text, Code::url_private_host);
  }
}

TEST_CASE("parse_website refuses what is no address at all", "[website][F16]") {
  for (const std::string_view text :
       {"", "https://", "https:example.org", "https://a\\@b", "https://exa mple.org", "https://example", "https://-a.b",
        "https://example.org:65536", "https://example.org:8a", "https://example.org:123456", "?", "#", "/"}) {
    bad(text, Code::url_syntax);
  }
}

TEST_CASE("a host outside ASCII is stored as the DNS knows it, and read as people do", "[website][idna]") {
  const checks::IdnaData idna{atlas::builtin().section("IDNA")};
  const auto with_data = [&](std::string_view text) {
    return checks::parse_website(test::ExactBlock{text}.view(), idna);
  };
  const auto becomes = [&](std::string_view text, std::string_view expected, std::string_view host) {
    CAPTURE(text);
    const auto website = with_data(text);
    REQUIRE(website.ok());
    CHECK(website.value().text == expected);
    CHECK(website.value().host == host);
    CHECK(website.value().checked);
    CHECK(with_data(expected) == website);
  };
  becomes("B\u00dcCHER.example/\u00fc", "https://xn--bcher-kva.example/%C3%BC", "b\u00fccher.example");
  becomes("https://xn--bcher-kva.example.", "https://xn--bcher-kva.example/", "b\u00fccher.example");
  becomes("https://b%C3%BCcher.ex%61mple", "https://xn--bcher-kva.example/", "b\u00fccher.example");
  becomes("\u4f8b\u5b50\u3002\u4e2d\u56fd:8080", "https://xn--fsqu00a.xn--fiqs8s:8080/", "\u4f8b\u5b50.\u4e2d\u56fd");
  becomes("https://xn--8i7caa.example/", "https://xn--8i7caa.example/", "xn--8i7caa.example");
  becomes("https://my_shop.example/", "https://my_shop.example/", "my_shop.example");
  for (const std::string_view text :
       {"http://\uff11\uff12\uff17.0.0.1", "http://127\u30020\u30020\u30021", "http://\u2460.\u2461",
        "http://loc\u00adalhost", "http://%6cocalhost", "http://a.\u24c1ocal"}) {
    CAPTURE(text);
    CHECK(with_data(text) == Code::url_private_host);
  }
  for (const std::string_view text :
       {"http://a\u0378.example", "http://a%2fb.example", "http://a%00b.example", "http://a%ff.example",
        "http://a%zz.example", "http://a%.example", "http://\u00fc", "http://a.b_c", "http://\u05d0a.example",
        "http://\u2100.example", "http://a.\u00ad"}) {
    CAPTURE(text);
    CHECK(with_data(text) == Code::url_syntax);
  }
}

TEST_CASE("without data a host outside ASCII is kept as typed, and not checked", "[website][idna]") {
  CHECK(parse("B\u00dccher.example").value().text == "https://b\u00dccher.example/");
  CHECK_FALSE(parse("B\u00dccher.example").value().checked);
  CHECK_FALSE(parse("xn--bcher-kva.example").value().checked);
  CHECK(parse("example.org").value().checked);
  bad("http://\uff11\uff12\uff17.0.0.1", Code::url_private_host);
}

TEST_CASE("a port has 65535 at most, and the scheme's own is dropped", "[website][limit]") {
  ok("https://example.org:65535", "https://example.org:65535/");
  bad("https://example.org:65536", Code::url_syntax);
  ok("https://example.org:0", "https://example.org:0/");
  ok("https://example.org:000443", "https://example.org/");
  ok("http://example.org:443", "http://example.org:443/");
}

TEST_CASE("what parse_website accepts it accepts again unchanged", "[website][property]") {
  constexpr std::string_view parts[] = {
      "a", "example.org", "/", ".", "..",    "%2e",      "?", "#",  ":",   "80", "@",      "\u00e4", "%",
      "'", "\"",          "<", "-", "http:", "https://", "[", "x0", "%61", "_",  "\uff11", "xn--",   "\u3002"};
  test::Random random{3986};
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.chance(70) ? "example.org" : "";
    for (std::size_t count = random.below(8); count > 0; --count) text += random.pick(parts);
    const auto once = parse(text);
    if (!once) continue;
    ++accepted;
    if (parse(once.value().text) == once) continue;
    CAPTURE(text, once.value().text);
    FAIL("the second reading differs");
  }
  CHECK(accepted > 1000);
}

}  // namespace
