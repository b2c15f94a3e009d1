// Invoices.
// Depends on envelope, parameters, products, route and schemas.
import { one, page, success } from "./envelope.ts";
import { customerIdQuery, customerIds, filters, includes, jsonList, paging, state } from "./parameters.ts";
import { currency } from "./products.ts";
import type { Part, Route } from "./route.ts";
import {
  date,
  given,
  listOf,
  moment,
  money,
  nothing,
  numbered,
  oneOf,
  orNull,
  record,
  ref,
  type Schemas,
  text,
  uuid,
  whole,
} from "./schemas.ts";

const paymentStates = [
  "NotTransferred",
  "Transferred",
  "TransferError",
  "Paid",
  "PartiallyPaid",
  "Canceled",
  "CreditBack",
  "Applied",
  "PartiallyApplied",
  "Refunded",
  "PartiallyRefunded",
  "WrittenOff",
  "PartiallyWrittenOff",
];

/** What an invoice has as soon as it is stored, and a preview has not. */
const stored: Schemas = { id: uuid, invoiceNumber: numbered("INV"), createdDate: moment, lastModifiedDate: moment };
const storedItem: Schemas = { id: uuid, invoiceId: uuid, createdDate: moment, lastModifiedDate: moment };

const unset = (members: Schemas): Schemas => Object.fromEntries(Object.keys(members).map((name) => [name, nothing]));

const facts: Schemas = {
  externalId: nothing,
  customerId: uuid,
  orderId: uuid,
  billToContactId: orNull(uuid),
  status: oneOf("Draft", "Active"),
  paymentStatus: { ...oneOf("NotTransferred", "Transferred"), description: "Decision: nobody pays here." },
  invoiceDate: date,
  dueDate: date,
  activatedDate: orNull(moment),
  currencyIsoCode: currency,
  amountWithoutTax: money,
  taxAmount: money,
  amount: money,
  balance: money,
};

const itemFacts: Schemas = {
  orderProductId: uuid,
  productId: uuid,
  assetNumber: orNull(text),
  quantity: whole,
  startDate: orNull(date),
  endDate: orNull(date),
  taxAmount: money,
  amount: money,
};

const more: Schemas = {
  assets: listOf(ref("Asset")),
  orders: listOf(ref("OrderHeader")),
  paymentApplications: listOf({}, { maxItems: 0, minItems: 0 }),
};

const credits: readonly Route[] = ["flows", "stats"].map((what) => ({
  name: `GET /customers/{customerId}/credit-${what}`,
  id: `listCredit${what === "flows" ? "Flows" : "Stats"}`,
  tag: "Nue",
  summary: what === "flows" ? "List a customer's credits" : "What a customer's credits come to",
  description: "Decision: nobody gives credit here, so the list is empty.",
  parameters: [jsonList("accountPoolIds", "Pools of credit."), ...paging],
  status: 200,
  answer: page(nothing),
}));

const invoice = record({ ...stored, ...facts, invoiceItems: listOf(ref("InvoiceItem"), { minItems: 1 }) }, more);
const embedded = includes("assets", "orders", "paymentApplications");
const listing = [
  customerIds,
  customerIdQuery,
  state("status", "draft", "active"),
  state("paymentStatus", ...paymentStates),
  embedded,
  ...paging,
  ...filters({ ...stored, ...facts }),
];

export const invoices: Part = {
  schemas: {
    Invoice: invoice,
    InvoiceItem: record({ ...storedItem, ...itemFacts }),
    InvoicePreview: record({
      ...unset(stored),
      ...facts,
      invoiceItems: listOf(record({ ...unset(storedItem), ...itemFacts }), { minItems: 1 }),
    }),
    InvoiceActivation: given(
      { invoiceIds: listOf(text, { minItems: 1, maxItems: 200 }) },
      {},
      {
        invoiceIds: ["997dfd9d-b4fe-43cf-afde-bcb35a765b7f"],
      },
    ),
  },
  routes: [
    {
      name: "GET /invoices",
      id: "listInvoices",
      tag: "Nue",
      summary: "List invoices",
      parameters: listing,
      status: 200,
      answer: page(ref("Invoice")),
    },
    {
      name: "GET /invoices/{invoiceId}",
      id: "readInvoice",
      tag: "Nue",
      summary: "Read an invoice",
      parameters: [embedded],
      status: 200,
      answer: one(ref("Invoice")),
    },
    {
      name: "GET /customers/{customerId}/invoices",
      id: "listCustomersInvoices",
      tag: "Nue",
      summary: "List a customer's invoices",
      parameters: listing,
      status: 200,
      answer: page(ref("Invoice")),
    },
    {
      name: "GET /customers/{customerId}/invoices/{invoiceId}",
      id: "readCustomersInvoice",
      tag: "Nue",
      summary: "Read an invoice of a customer",
      parameters: [embedded],
      status: 200,
      answer: one(ref("Invoice")),
    },
    ...credits,
    {
      name: "POST /billing/invoices:activate",
      id: "activateInvoices",
      tag: "Nue",
      summary: "Activate draft invoices",
      description: "Decision: all or none.",
      body: ref("InvoiceActivation"),
      status: 200,
      answer: success(listOf(ref("Invoice"), { minItems: 1 })),
      refusals: [409],
    },
  ],
};
