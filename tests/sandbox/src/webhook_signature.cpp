#include "webhook_signature.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>

#include "base64.hpp"
#include "vestibule/digest/hmac.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::string_view prefix = "whsec_";
constexpr std::size_t key_min_bytes = 24;
constexpr std::size_t key_max_bytes = 64;

}  // namespace

std::string new_webhook_secret() {
  std::array<char, key_min_bytes> bytes{};
  // Cannot fail for so few bytes on a system this runs on; without randomness anybody could sign.
  if (getentropy(bytes.data(), bytes.size()) != 0) std::abort();
  return std::string{prefix} + to_base64({bytes.data(), bytes.size()});
}

std::optional<std::string> webhook_key(std::string_view secret) {
  if (!secret.starts_with(prefix)) return std::nullopt;
  auto key = from_base64(secret.substr(prefix.size()));
  if (!key || key->size() < key_min_bytes || key->size() > key_max_bytes) return std::nullopt;
  return key;
}

std::string webhook_signature(std::string_view key, std::string_view id, std::int64_t seconds, std::string_view body) {
  std::string signed_text{id};
  signed_text.append(".").append(std::to_string(seconds)).append(".").append(body);
  const digest::Sha256Digest digest = digest::hmac_sha256(key, signed_text);
  return "v1," + to_base64(std::string(digest.begin(), digest.end()));
}

}  // namespace vestibule::sandbox
