// The parameters of paths and queries.
// Depends on schemas.
import { between, inAnyCase, listOf, oneOf, type Schema, type Schemas } from "./schemas.ts";

const anyId: Schema = {
  anyOf: [
    { type: "string", format: "uuid" },
    { type: "string", pattern: "^[0-9A-Za-z]{15}(?:[A-Z0-5]{3})?$" },
  ],
};

function inPath(name: string, what: string, schema: Schema = anyId): Schema {
  return { name, in: "path", required: true, description: what, schema };
}

export function inQuery(name: string, description: string, schema: Schema): Schema {
  return { name, in: "query", description, schema };
}

const either = "its Nue id in any case, or its Salesforce id of 15 or 18 characters";

export const pathParameters: Schemas = {
  customerId: inPath("customerId", `A customer: ${either}.`),
  contactId: inPath("contactId", `A contact: ${either}.`),
  orderId: inPath("orderId", `An order: ${either}.`),
  subscriptionId: inPath("subscriptionId", `A subscription: ${either}.`),
  invoiceId: inPath("invoiceId", "An invoice's Nue id, in any case."),
  jobId: inPath("jobId", "A job, as its upload answered it.", { type: "string", format: "uuid" }),
  webhookId: inPath("webhookId", "An endpoint.", { type: "string", format: "uuid" }),
  deliveryId: inPath("deliveryId", "A delivery, by its number.", { type: "string", pattern: "^[0-9]+$" }),
};

export const paging: readonly Schema[] = [
  inQuery("page", "Decision: counted from 1.", { ...between(1, 1_000_000_000), default: 1 }),
  inQuery("limit", "Records on a page. Decision: the bounds.", { ...between(1, 500), default: 100 }),
];

/** A parameter that is the text of a JSON array. */
export function jsonList(name: string, description: string): Schema {
  const schema = listOf({ type: "string" });
  return { name, in: "query", description, content: { "application/json": { schema } } };
}

export const customerIds: Schema = jsonList(
  "customerIds",
  "Customers by either id. Those that are not there are told in `warnings`. Decision.",
);

export const customerIdQuery: Schema = inQuery("customerId", "One customer, by either id.", { type: "string" });

export function includes(...names: readonly string[]): Schema {
  const schema = listOf(oneOf(...names), { minItems: 1 });
  return { ...inQuery("includes", "What is answered inside each record.", schema), style: "form", explode: false };
}

export function state(name: string, ...values: readonly string[]): Schema {
  return inQuery(name, "In any case.", inAnyCase(...values));
}

/** Any of these members of a record compared with a value. */
export function filters(members: Schemas): readonly Schema[] {
  const names = Object.keys(members);
  return [
    {
      name: "filters",
      in: "query",
      description:
        "Any field of the record, compared with `=`, `!=`, `<>`, `>=`, `<=`, `>` or `<`: the operator stands where `=` " +
        "stands, so that `annualRevenue>=5` travels as the name `annualRevenue>`. A filter on a field that is no text, " +
        "number or date takes `=` and `!=` alone. Decision: at most 8.",
      style: "form",
      explode: true,
      schema: {
        type: "object",
        propertyNames: { pattern: `^(?:${names.join("|")})(?:!|[<>].*)?$` },
        additionalProperties: { type: "string", maxLength: 255 },
        maxProperties: 8,
      },
    },
    inQuery("_predicate", "How filters are joined. Decision: `and` by default.", inAnyCase("and", "or")),
  ];
}
