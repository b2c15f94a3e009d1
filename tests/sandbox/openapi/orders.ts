// Orders: drafts, their activation, and changes of what was sold.
// Depends on envelope, order-schemas, parameters, route and schemas.
import { page, success } from "./envelope.ts";
import { orderSchemas } from "./order-schemas.ts";
import { customerIds, includes, paging, state } from "./parameters.ts";
import type { Part } from "./route.ts";
import { atMost, between, date, flag, given, listOf, ref, type Schema, salesforceId, text } from "./schemas.ts";

const quantity = between(1, 1_000_000);
const months = between(1, 120);
const assetNumber: Schema = { ...atMost(255), description: "A subscription's `name`." };
const options = given({}, { previewInvoice: flag, calculateTax: flag });
const labels = { name: atMost(255), description: atMost(32_000), options };
const customer = given({ id: text });
const someEntry = "01uSB000000CLM1YAO";

function change(type: string, required: Record<string, Schema>, optional: Record<string, Schema>): Schema {
  return given({ changeType: { const: type }, assetNumber, ...required }, optional);
}

const activating = {
  tag: "Nue",
  body: ref("OrderActivation"),
  bodyOptional: true,
  status: 201,
  answer: success(ref("OrderActivationAnswer")),
  refusals: [409],
} as const;

export const orders: Part = {
  schemas: {
    ...orderSchemas,
    OrderDraft: given(
      { customer, effectiveDate: date, orderProducts: listOf(ref("OrderLine"), { minItems: 1, maxItems: 200 }) },
      { billToContact: given({}, { id: text }), ...labels },
      {
        customer: { id: "020796fe-7c28-438c-a7fb-d7533da21cfe" },
        effectiveDate: "2026-03-05",
        orderProducts: [
          { priceBookEntryId: someEntry, quantity: 3, subscriptionStartDate: "2026-03-05", subscriptionTerm: 12 },
        ],
        options: { previewInvoice: true },
      },
    ),
    OrderLine: given(
      { priceBookEntryId: { ...salesforceId("01u"), examples: [someEntry] }, quantity },
      {
        subscriptionStartDate: { ...date, description: "Needed where the price recurs, refused where it does not." },
        subscriptionTerm: { ...months, description: "Months; as the start date." },
        addOns: { ...listOf({}, { maxItems: 0, minItems: 0 }), description: "Decision: no product is a bundle." },
      },
    ),
    OrderActivation: given(
      {},
      { options: given({}, { generateInvoice: flag, activateInvoice: flag }) },
      {
        options: { generateInvoice: true, activateInvoice: false },
      },
    ),
    ChangeOrder: given(
      { assetChanges: listOf(ref("AssetChange"), { minItems: 1, maxItems: 200 }) },
      { customer: given({}, { id: text }), effectiveDate: date, ...labels },
      { assetChanges: [{ changeType: "UpdateQuantity", assetNumber: "SUB-00000531", quantity: 5 }] },
    ),
    AssetChange: {
      description: "Decision: Nue names the types; the names of the members are the sandbox's.",
      oneOf: [
        change("UpdateQuantity", { quantity }, { startDate: date }),
        change("Renew", {}, { renewalTerm: months }),
        change("Cancel", {}, { cancellationDate: date }),
      ],
    },
  },
  routes: [
    {
      name: "GET /orders",
      id: "listOrders",
      tag: "Nue",
      summary: "List orders",
      parameters: [
        customerIds,
        state("status", "draft", "active", "activated", "canceled"),
        includes("assets", "invoices"),
        ...paging,
      ],
      status: 200,
      answer: page(ref("Order")),
    },
    {
      name: "POST /orders",
      id: "createOrder",
      tag: "Nue",
      summary: "Make a draft order",
      body: ref("OrderDraft"),
      status: 201,
      answer: success(ref("OrderDraftAnswer")),
    },
    {
      name: "POST /orders/{orderId}:activate",
      id: "activateOrderByVerb",
      summary: "Activate an order",
      description: "The form of an older guide.",
      ...activating,
    },
    {
      name: "POST /orders/{orderId}",
      id: "activateOrder",
      summary: "Activate an order",
      description:
        "Makes subscriptions, assets, entitlements and, where asked for, an invoice. Decision: it can be done once.",
      ...activating,
    },
    {
      name: "POST /change-orders",
      id: "createChangeOrder",
      tag: "Nue",
      summary: "Make a draft of changes",
      description: "Activated like any order.",
      body: ref("ChangeOrder"),
      status: 201,
      answer: success(ref("OrderDraftAnswer")),
    },
  ],
};
