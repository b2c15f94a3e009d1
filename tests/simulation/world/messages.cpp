#include "world/messages.hpp"

#include "vestibule/digest/hmac.hpp"

namespace vestibule::simulation {
namespace {

constexpr std::string_view secret = "shared between the org and the host";

std::string signature_of(const OrgEvent& event) {
  std::string text{event.record.text()};
  text.append(std::to_string(static_cast<unsigned>(event.change))).append(std::to_string(event.reading.version));
  text += text_of(std::span{event.reading.values});
  return digest::to_hex(digest::hmac_sha256(secret, text));
}

}  // namespace

void sign(OrgEvent& event) { event.signature = signature_of(event); }

bool is_signed(const OrgEvent& event) { return event.signature == signature_of(event); }

}  // namespace vestibule::simulation
