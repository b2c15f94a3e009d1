#include "vestibule/checks/host.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

bool is_public(std::string_view host) { return checks::is_public_host(test::ExactBlock{host}.view()); }

TEST_CASE("a public host has labels of letters, digits and inner hyphens", "[host]") {
  for (const std::string_view host : {"a.b", "example.org", "xn--bcher-kva.example", "1.a", "a-b.c-d", "EXAMPLE.ORG",
                                      "b\u00fccher.example", "a.1b"}) {
    CAPTURE(host);
    CHECK(is_public(host));
  }
  for (const std::string_view host : {"", ".", "a", "a.", ".a", "a..b", "-a.b", "a-.b", "a.b-", "a_b.c", "a b.c", "a.1",
                                      "1.2.3.4", "a@b.c", "a.b:80", "[::1]"}) {
    CAPTURE(host);
    CHECK_FALSE(is_public(host));
  }
}

TEST_CASE("a label has 63 octets and a name 253", "[host][limit]") {
  const std::string label(63, 'a');
  CHECK(is_public(label + ".org"));
  CHECK_FALSE(is_public(label + "a.org"));
  CHECK_FALSE(is_public(std::string("\u00e4") + std::string(62, 'a') + ".org"));  // 64 octets, 63 characters
  const std::string three = label + "." + label + "." + label + ".";
  CHECK(is_public(three + std::string(61, 'b')));
  CHECK_FALSE(is_public(three + std::string(62, 'b')));
}

TEST_CASE("names that stay inside a network are local", "[host][F15]") {
  for (const std::string_view host : {"localhost", "a.localhost", "printer.local", "db.internal", "x.lan",
                                      "x.home.arpa", "a.test", "a.invalid", "a.onion"}) {
    CAPTURE(host);
    CHECK(checks::is_local_name(host));
  }
  for (const std::string_view host :
       {"", "example.org", "mylocalhost", "localhost.example", "arpa", "a.example", "latest", "home.arpa.example"}) {
    CAPTURE(host);
    CHECK_FALSE(checks::is_local_name(host));
  }
}

}  // namespace
