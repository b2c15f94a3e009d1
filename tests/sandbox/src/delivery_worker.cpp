#include "delivery_worker.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <memory>
#include <vector>

#include "in_writer.hpp"
#include "log.hpp"
#include "webhook_signature.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::chrono::milliseconds pause{100};

PostRequest request_for(const Webhook& webhook, const OutboxMessage& message) {
  const std::int64_t seconds = now() / 1'000;
  PostRequest request;
  // Both were read so when the endpoint was registered.
  request.url = parse_webhook_url(webhook.url).value();
  const std::string key = webhook_key(webhook.secret).value();
  request.certificate = webhook.certificate;
  request.headers = {{"webhook-id", message.id},
                     {"webhook-timestamp", std::to_string(seconds)},
                     {"webhook-signature", webhook_signature(key, message.id, seconds, message.line)}};
  request.body = message.line;
  return request;
}

}  // namespace

DeliveryWorker::DeliveryWorker(Store& store) : store_{store} {
  net::post(io_, [this] { look(); });
  thread_ = std::thread{[this] { io_.run(); }};
}

DeliveryWorker::~DeliveryWorker() {
  io_.stop();
  thread_.join();
}

void DeliveryWorker::look() {
  std::vector<Outgoing> due;
  try {
    in_writer(store_, [&](Repositories& repositories) {
      if (repositories.delivery_faults.faults().hold) return;
      for (Webhook& webhook : repositories.webhooks.all()) {
        if (busy_.contains(webhook.id)) continue;
        const auto delivery = repositories.deliveries.next(webhook.id, now());
        if (!delivery) continue;
        auto message = repositories.outbox.find(delivery->sequence);
        if (message) due.push_back({std::move(webhook), *delivery, *std::move(message)});
      }
    });
  } catch (const StoreError& error) {
    log_event("webhooks.failed", error.what());
  }
  for (Outgoing& outgoing : due) start(std::move(outgoing));
  look_later();
}

void DeliveryWorker::look_later() {
  timer_.expires_after(pause);
  timer_.async_wait([this](const NetworkError& cancelled) {
    if (!cancelled) look();
  });
}

void DeliveryWorker::start(Outgoing outgoing) {
  busy_.insert(outgoing.webhook.id);
  PostRequest request = request_for(outgoing.webhook, outgoing.message);
  post(io_, std::move(request),
       [this, outgoing = std::move(outgoing)](const PostResult& result) { settle(outgoing, result); });
}

void DeliveryWorker::settle(const Outgoing& outgoing, const PostResult& result) {
  busy_.erase(outgoing.webhook.id);
  try {
    in_writer(store_, [&](Repositories& repositories) {
      const Attempt attempt{now(), result.status, result.error};
      if (!repositories.deliveries.record(outgoing.delivery, attempt, outgoing.webhook.retry_delay)) {
        log_event("webhooks.gave_up");
      }
    });
  } catch (const StoreError& error) {
    log_event("webhooks.failed", error.what());
    // Not settled, so it is due still: at the next look, not at once.
    return;
  }
  look();
}

}  // namespace vestibule::sandbox
