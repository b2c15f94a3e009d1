// Events: the lines of the feed, which webhooks carry one by one.
// Depends on parameters, products, route and schemas.
import { inQuery } from "./parameters.ts";
import { currency } from "./products.ts";
import type { Part } from "./route.ts";
import {
  between,
  listOf,
  moment,
  money,
  oneOf,
  record,
  ref,
  type Schema,
  type Schemas,
  text,
  uuid,
} from "./schemas.ts";

const change = (...states: readonly string[]): Schema => record({ before: oneOf(...states), after: oneOf(...states) });
const moved: Schemas = {
  stage: change("Draft", "Prospect", "Active", "Managed"),
  link: change("None", "Pending", "Linked", "Suspended", "Severed", "Held"),
};
const changed: Schema = { ...listOf(text), description: "Names of members, sorted." };

function worth(id: string, states: readonly string[], ...amounts: readonly string[]): Schemas {
  return {
    orderId: uuid,
    [id]: uuid,
    status: oneOf(...states),
    currencyIsoCode: currency,
    amounts: record(Object.fromEntries(amounts.map((name) => [name, money]))),
  };
}

const order = worth("orderId", ["Draft", "Activated"], "totalAmount", "orderACV", "orderTCV");
const subscription = worth("subscriptionId", ["Active", "Canceled", "Expired"], "totalTCV");
const invoice = worth("invoiceId", ["Draft", "Active"], "amountWithoutTax", "taxAmount", "amount", "balance");

/** The members of each event beside those that all have: those that are always there, those that may be. */
const events: Readonly<Record<string, readonly [always: Schemas, more?: Schemas]>> = {
  "customer.created": [{}, moved],
  "customer.updated": [{ changed }, moved],
  "contact.created": [{ contactId: uuid }],
  "contact.updated": [{ contactId: uuid, changed }],
  "order.created": [order],
  "order.activated": [order],
  "subscription.created": [subscription],
  "subscription.updated": [subscription],
  "invoice.created": [invoice],
  "invoice.activated": [{ ...invoice, invoice: ref("Invoice") }],
};

export const eventNames: readonly string[] = Object.keys(events);

/** A number that counts up from 1. */
export const counter: Schema = { type: "integer", minimum: 1 };

/** Which records of a log are answered. */
export const window: readonly Schema[] = [
  inQuery("after", "Only what comes behind this number.", { type: "integer", minimum: 0, default: 0 }),
  inQuery("limit", "At most so many.", { ...between(1, 10_000), default: 1_000 }),
];

export const feed: Part = {
  schemas: {
    Event: {
      description: "Holds no value that a person typed. `sequence` counts from 1 without a gap.",
      oneOf: Object.entries(events).map(([name, [always, more]]) =>
        record(
          { sequence: counter, id: uuid, event: { const: name }, time: moment, customerId: uuid, ...always },
          more,
        ),
      ),
    },
  },
  routes: [
    {
      name: "GET /_sandbox/feed",
      id: "readFeed",
      tag: "Sandbox",
      summary: "What happened, a line of JSON each",
      description:
        "Not in Nue's envelope. Every line is an Event and ends with a line feed. Without `after` it begins with the oldest kept.",
      parameters: window,
      status: 200,
      refusals: [410],
      linesOf: ref("Event"),
      answer: { ...text, examples: [""] },
    },
  ],
};
