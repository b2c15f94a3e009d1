#include "webhook_routes.hpp"

#include <charconv>

#include "body.hpp"
#include "http_limits.hpp"
#include "http_post.hpp"
#include "vestibule/json/write.hpp"
#include "webhook_signature.hpp"
#include "webhook_url.hpp"
#include "window.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t webhooks_max = 16;
constexpr std::size_t events_max = 32;
constexpr std::size_t certificate_max_bytes = 64 * 1'024;
constexpr std::int64_t retry_delay_max = 3'600'000;
constexpr std::int64_t messages_max = 1'000;

std::string events_of(ObjectReader& reader) {
  std::string text = "[";
  for (const std::string& name : reader.texts("events", Need::optional, events_max)) {
    if (!find_outbox_event(name)) reader.refuse("events", "there is no such event");
    if (text.size() > 1) text += ',';
    json::append_string(text, name);
  }
  return text + "]";
}

std::variant<Webhook, Problem> read_webhook(std::string_view body) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return problems.problem();
  ObjectReader reader{*json, "", problems};
  Webhook webhook;
  webhook.url = reader.text("url", Need::required, limits::url_max_bytes).value_or("");
  if (!webhook.url.empty() && !parse_webhook_url(webhook.url)) {
    reader.refuse("url", "expected http or https and a loopback address or localhost");
  }
  webhook.events = events_of(reader);
  webhook.secret = reader.text("secret", Need::optional).value_or(new_webhook_secret());
  if (!webhook_key(webhook.secret)) reader.refuse("secret", "expected whsec_ and base64 of 24 to 64 bytes");
  webhook.certificate = reader.text("certificate", Need::optional, certificate_max_bytes).value_or("");
  if (!is_certificate(webhook.certificate)) reader.refuse("certificate", "expected a certificate as PEM");
  webhook.retry_delay = reader.whole("retryDelay", Need::optional, 0, retry_delay_max).value_or(webhook.retry_delay);
  reader.finish();
  if (!problems.empty()) return problems.problem();
  return webhook;
}

std::string faults_json(const DeliveryFaults& faults) {
  return "{\"duplicate\":" + std::to_string(faults.duplicate) + ",\"reverse\":" + std::to_string(faults.reverse) +
         ",\"hold\":" + (faults.hold ? "true" : "false") + "}";
}

}  // namespace

Response list_webhooks(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  std::string data = "[";
  for (const Webhook& webhook : repositories.webhooks.all()) data += (data.size() > 1 ? "," : "") + json_of(webhook);
  return success(200, data + "]");
}

void post_webhook(Store& store, const Call&, std::string_view body, const Answer& answer) {
  auto read = read_webhook(body);
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [webhook = std::get<Webhook>(std::move(read))](Repositories& repositories, Response& response) mutable {
        if (repositories.webhooks.all().size() >= webhooks_max) {
          response = failure(409, "TOO_MANY_WEBHOOKS", "there are 16 already; remove one first");
          return false;
        }
        repositories.webhooks.add(webhook, now());
        std::string data = json_of(webhook);
        data.pop_back();
        data += ",\"secret\":";
        json::append_string(data, webhook.secret);
        response = success(200, data + "}");
        return true;
      },
      answer);
}

void delete_webhook(Store& store, const Call& call, std::string_view, const Answer& answer) {
  write(
      store,
      [id = call.ids[0]](Repositories& repositories, Response& response) {
        const auto webhook = repositories.webhooks.find(id);
        if (!webhook) {
          response = failure(404, "WEBHOOK_NOT_FOUND", "there is no such webhook");
          return false;
        }
        repositories.deliveries.remove_waiting(id);
        repositories.webhooks.remove(id);
        response = success(200, json_of(*webhook));
        return true;
      },
      answer);
}

Response list_deliveries(Repositories& repositories, const Call& call) {
  const auto read = read_window(call);
  if (const auto* problem = std::get_if<Problem>(&read)) return failure(*problem);
  const Window window = std::get<Window>(read);
  return success(200, repositories.deliveries.list_after(window.after, window.limit));
}

void post_redelivery(Store& store, const Call& call, std::string_view, const Answer& answer) {
  const std::string& text = call.ids[0];
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size()) id = 0;
  write(
      store,
      [id](Repositories& repositories, Response& response) {
        const auto repeated = repositories.deliveries.repeat(id);
        if (!repeated) {
          response = failure(404, "DELIVERY_NOT_FOUND", "there is no such delivery, or its webhook is gone");
          return false;
        }
        response = success(200, "{\"id\":" + std::to_string(*repeated) + "}");
        return true;
      },
      answer);
}

Response read_delivery_faults(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  return success(200, faults_json(repositories.delivery_faults.faults()));
}

void post_delivery_faults(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader reader{*json, "", problems};
  const auto duplicate = reader.whole("duplicate", Need::optional, 0, messages_max);
  const auto reverse = reader.whole("reverse", Need::optional, 0, messages_max);
  const auto hold = reader.boolean("hold");
  reader.finish();
  if (!problems.empty()) return answer(failure(problems.problem()));
  write(
      store,
      [duplicate, reverse, hold](Repositories& repositories, Response& response) {
        DeliveryFaults faults = repositories.delivery_faults.faults();
        if (reverse) repositories.deliveries.release();
        faults = {.duplicate = duplicate.value_or(faults.duplicate),
                  .reverse = reverse.value_or(faults.reverse),
                  .hold = hold.value_or(faults.hold)};
        repositories.delivery_faults.set(faults);
        response = success(200, faults_json(faults));
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox
