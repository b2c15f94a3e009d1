/// The endpoints that messages are sent to, as they were registered.
/// Depends on: clock, database, outbox_event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clock.hpp"
#include "database.hpp"
#include "outbox_event.hpp"

namespace vestibule::sandbox {

struct Webhook {
  std::string id;
  std::string url;                   ///< one that parse_webhook_url() reads
  std::string events = "[]";         ///< their names as a JSON array; none stands for all
  std::string secret;                ///< one that webhook_key() reads
  std::string certificate;           ///< PEM: what https trusts; "" = what the system trusts
  std::int64_t retry_delay = 1'000;  ///< milliseconds to the second attempt
  std::string created;
};

/// As the control API answers it: every member but the secret and the certificate.
[[nodiscard]] std::string json_of(const Webhook& webhook);

class Webhooks {
 public:
  explicit Webhooks(Database& database);

  /// Gives it an id and a date.
  void add(Webhook& webhook, Milliseconds time);
  void remove(std::string_view id);
  [[nodiscard]] std::optional<Webhook> find(std::string_view id);
  /// In the order of their registration.
  [[nodiscard]] std::vector<Webhook> all();
  [[nodiscard]] std::vector<Webhook> listening_to(OutboxEvent event);

 private:
  Statement insert_, remove_, find_, all_, listening_;
};

void prepare_webhooks(Database& database);

}  // namespace vestibule::sandbox
