#include "options.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

ParsedOptions parse(std::vector<const char*> arguments, std::string environment_key = {}) {
  return parse_options(arguments, std::move(environment_key));
}

}  // namespace

TEST_CASE("a key is needed, from the command line or else from the environment", "[options]") {
  CHECK_FALSE(parse({}).problem.empty());
  CHECK(parse({}, "from-environment").options.key == "from-environment");
  CHECK(parse({"--key", "given"}, "from-environment").options.key == "given");
  CHECK_FALSE(parse({"--key", "two words"}).problem.empty());
}

TEST_CASE("only loopback addresses are bound without --expose", "[options]") {
  for (const char* host : {"127.0.0.1", "127.1.2.3", "::1"}) {
    CHECK(parse({"--key", "k", "--host", host}).problem.empty());
  }
  for (const char* host : {"0.0.0.0", "::", "192.0.2.1"}) {
    CAPTURE(host);
    CHECK_FALSE(parse({"--key", "k", "--host", host}).problem.empty());
    CHECK(parse({"--key", "k", "--host", host, "--expose"}).problem.empty());
  }
}

TEST_CASE("a port is a number of 16 bits", "[options]") {
  CHECK(parse({"--key", "k", "--port", "65535"}).options.port == 65'535);
  for (const char* port : {"65536", "-1", "", "80x", " 80"}) {
    CAPTURE(port);
    CHECK_FALSE(parse({"--key", "k", "--port", port}).problem.empty());
  }
}

TEST_CASE("what makes no sense is refused with a sentence", "[options]") {
  CHECK_FALSE(parse({"--key", "k", "--prot", "1"}).problem.empty());
  CHECK_FALSE(parse({"--key"}).problem.empty());
  CHECK_FALSE(parse({"--key", "k", "--tls-cert", "c.pem"}).problem.empty());
  CHECK_FALSE(parse({"--key", "k", "--db", ""}).problem.empty());
  CHECK(parse({"--help"}).options.help);
}
