// Webhooks: endpoints, the log of deliveries, and faults of delivery.
// Depends on envelope, events, route and schemas.
import { success } from "./envelope.ts";
import { counter, eventNames, window } from "./events.ts";
import type { Part } from "./route.ts";
import {
  atMost,
  between,
  flag,
  given,
  listOf,
  moment,
  oneOf,
  orNull,
  record,
  ref,
  type Schema,
  uuid,
} from "./schemas.ts";

const event = oneOf(...eventNames);
const url: Schema = { ...atMost(2_048), pattern: "^https?://", examples: ["http://127.0.0.1:9000/hook"] };
const secret: Schema = {
  ...{ type: "string", pattern: "^whsec_[A-Za-z0-9+/]+=*$" },
  description: "`whsec_` and base64 of 24 to 64 bytes.",
  examples: [`whsec_${"A".repeat(32)}`],
};
const retryDelay: Schema = { ...between(0, 3_600_000), description: "Milliseconds to the second attempt." };
const shown = {
  id: uuid,
  url,
  events: { ...listOf(event), description: "None stands for all." },
  retryDelay,
  createdDate: moment,
};
const error = oneOf("no connection", "no TLS", "no HTTP answer", "answer too large", "timeout");
const deliveryFaults = { duplicate: between(0, 1_000), reverse: between(0, 1_000), hold: flag };

export const webhooks: Part = {
  schemas: {
    Webhook: record(shown),
    NewWebhook: { ...record({ ...shown, secret }), description: "The only answer that shows the secret." },
    WebhookCreate: given(
      { url },
      {
        events: listOf(event, { maxItems: 32 }),
        secret,
        certificate: { ...atMost(65_536), description: "PEM: what `https` trusts." },
        retryDelay,
      },
      { url: "http://127.0.0.1:9000/hook", events: ["customer.created", "order.activated"] },
    ),
    Delivery: record({
      id: counter,
      messageId: uuid,
      event,
      sequence: counter,
      webhookId: uuid,
      state: oneOf("gathering", "waiting", "delivered", "given_up", "removed"),
      attempts: listOf(ref("DeliveryAttempt"), { maxItems: 6 }),
    }),
    DeliveryAttempt: {
      ...record({ attempt: between(1, 6), time: moment, status: orNull(between(100, 999)), error: orNull(error) }),
      description: "`status` is that of the answer; `error` says why there was none.",
    },
    Redelivery: record({ id: counter }),
    DeliveryFaults: record(deliveryFaults),
    DeliveryFaultsChange: given({}, deliveryFaults, { duplicate: 1 }),
  },
  routes: [
    {
      name: "GET /_sandbox/webhooks",
      id: "listWebhooks",
      tag: "Sandbox",
      summary: "The endpoints",
      status: 200,
      answer: success(listOf(ref("Webhook"))),
    },
    {
      name: "POST /_sandbox/webhooks",
      id: "createWebhook",
      tag: "Sandbox",
      summary: "Register an endpoint",
      description: "On this machine alone. At most 16.",
      body: ref("WebhookCreate"),
      status: 200,
      answer: success(ref("NewWebhook")),
      refusals: [409],
    },
    {
      name: "DELETE /_sandbox/webhooks/{webhookId}",
      id: "removeWebhook",
      tag: "Sandbox",
      summary: "Remove an endpoint; what waits for it is not sent",
      status: 200,
      answer: success(ref("Webhook")),
    },
    {
      name: "GET /_sandbox/webhooks/deliveries",
      id: "listDeliveries",
      tag: "Sandbox",
      summary: "The log of deliveries",
      parameters: window,
      status: 200,
      answer: success(listOf(ref("Delivery"))),
    },
    {
      name: "POST /_sandbox/webhooks/deliveries/{deliveryId}/redeliver",
      id: "redeliver",
      tag: "Sandbox",
      summary: "Send a message to its endpoint once more",
      body: given({}),
      bodyOptional: true,
      status: 200,
      answer: success(ref("Redelivery")),
    },
    {
      name: "GET /_sandbox/webhooks/faults",
      id: "readDeliveryFaults",
      tag: "Sandbox",
      summary: "Faults of delivery",
      status: 200,
      answer: success(ref("DeliveryFaults")),
    },
    {
      name: "POST /_sandbox/webhooks/faults",
      id: "setDeliveryFaults",
      tag: "Sandbox",
      summary: "Let messages come twice, in reverse, or not at all",
      body: ref("DeliveryFaultsChange"),
      bodyOptional: true,
      status: 200,
      answer: success(ref("DeliveryFaults")),
    },
  ],
};
