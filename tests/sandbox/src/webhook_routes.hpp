/// The part of the control API that is about webhooks: endpoints, the log of deliveries, and faults of delivery.
/// Depends on: body, http_post, route, webhook_signature, webhook_url, window.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_webhooks(Repositories& repositories, const Call& call);
/// {"url","events","secret","certificate","retryDelay"}, all but the URL optional. The answer alone has the secret.
void post_webhook(Store& store, const Call& call, std::string_view body, const Answer& answer);
void delete_webhook(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// `after` (the id of a delivery) and `limit` are parameters.
[[nodiscard]] Response list_deliveries(Repositories& repositories, const Call& call);
/// The same message for the same endpoint once more, as a delivery of its own.
void post_redelivery(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// {"duplicate","reverse","hold"}
[[nodiscard]] Response read_delivery_faults(Repositories& repositories, const Call& call);
/// The same members, each optional. What has gathered to be reversed goes out when `reverse` is set again.
void post_delivery_faults(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox
