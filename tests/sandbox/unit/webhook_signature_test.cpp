#include "webhook_signature.hpp"

#include "base64.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("a message is signed as Standard Webhooks signs it", "[webhooks]") {
  // What `openssl dgst -sha256 -hmac` makes of the same bytes.
  const auto key = webhook_key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  REQUIRE(key);
  CHECK(webhook_signature(*key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1'614'265'330, R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("a new secret holds 24 bytes, and never the same ones", "[webhooks]") {
  const std::string secret = new_webhook_secret();
  const auto key = webhook_key(secret);
  REQUIRE(key);
  CHECK(key->size() == 24);
  CHECK(secret != new_webhook_secret());
}

TEST_CASE("a secret is whsec_ and 24 to 64 bytes", "[webhooks]") {
  const auto secret = [](std::size_t size) { return "whsec_" + to_base64(std::string(size, 'k')); };
  CHECK(webhook_key(secret(24)));
  CHECK(webhook_key(secret(64)));
  CHECK_FALSE(webhook_key(secret(23)));
  CHECK_FALSE(webhook_key(secret(65)));
  CHECK_FALSE(webhook_key(secret(24).substr(6)));
  CHECK_FALSE(webhook_key("whsec_????????????????????????????????"));
}
