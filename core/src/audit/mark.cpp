#include "vestibule/audit/entry.hpp"
#include "vestibule/digest/hmac.hpp"

namespace vestibule::audit {

// Half of the digest: 128 bits are more than enough to tell values apart, and lines stay short.
ValueMark mark(std::string_view key, std::string_view field, std::string_view value) {
  std::string message{field};
  message.push_back('\0');
  message += value;
  return digest::to_hex(digest::hmac_sha256(key, message)).substr(0, 32);
}

}  // namespace vestibule::audit
