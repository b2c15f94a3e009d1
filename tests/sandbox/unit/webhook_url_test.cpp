#include "webhook_url.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("a webhook's URL names this machine, a port and a target", "[webhooks]") {
  struct Row {
    std::string text;
    bool tls;
    std::string authority;
    std::string target;
  };
  const auto row = GENERATE(values<Row>({
      {"http://127.0.0.1:8080/hook?a=b", false, "127.0.0.1:8080", "/hook?a=b"},
      {"http://127.0.0.1", false, "127.0.0.1:80", "/"},
      {"https://localhost", true, "localhost:443", "/"},
      {"https://[::1]:8443/x", true, "[::1]:8443", "/x"},
      {"http://127.8.9.10?x", false, "127.8.9.10:80", "/?x"},
      {"http://localhost:65535/", false, "localhost:65535", "/"},
      {"http://localhost/a@b:c", false, "localhost:80", "/a@b:c"},
  }));
  CAPTURE(row.text);
  const auto url = parse_webhook_url(row.text);
  REQUIRE(url);
  CHECK(url->tls == row.tls);
  CHECK(url->authority() == row.authority);
  CHECK(url->target == row.target);
}

TEST_CASE("a URL that could lead elsewhere is none", "[webhooks]") {
  const std::string text = GENERATE(values<std::string>({
      "",
      "http://",
      "http:///hook",
      "127.0.0.1/hook",
      "ftp://127.0.0.1/",
      "HTTP://127.0.0.1/",
      "http://192.0.2.1/",
      "http://0.0.0.0/",
      "http://10.0.0.1/",
      "http://169.254.169.254/latest",
      "http://[::]/",
      "http://[::ffff:127.0.0.1]/",
      "http://[fe80::1%25lo]/",
      "http://[::1%lo]/",
      "http://[::1",
      "http://[::1]x/",
      "http://[127.0.0.1]/",
      "http://[localhost]/",
      "http://::1/",
      "http://127.1/",
      "http://0177.0.0.1/",
      "http://2130706433/",
      "http://localhost.fjordlys.example/",
      "http://LOCALHOST/",
      "http://127.0.0.1@fjordlys.example/",
      "http://user@127.0.0.1/",
      "http://127.0.0.1:0/",
      "http://127.0.0.1:65536/",
      "http://127.0.0.1:/",
      "http://127.0.0.1:80:80/",
      "http://127.0.0.1:+80/",
      "http://127.0.0.1\\@fjordlys.example/",
      "http://127.0.0.1/a b",
      "http://127.0.0.1/a\r\nx: y",
      "http://127.0.0.1/#fragment",
      "http://127.0.0.1/caf\xC3\xA9",
  }));
  CAPTURE(text);
  CHECK_FALSE(parse_webhook_url(text));
}

TEST_CASE("a webhook's URL has at most 2,048 bytes", "[webhooks]") {
  const std::string start = "http://127.0.0.1/";
  CHECK(parse_webhook_url(start + std::string(2'048 - start.size(), 'a')));
  CHECK_FALSE(parse_webhook_url(start + std::string(2'049 - start.size(), 'a')));
}
