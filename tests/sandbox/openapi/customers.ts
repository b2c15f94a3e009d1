// Customers.
// Depends on envelope, fields, parameters, route and schemas.
import type { Catalogue } from "../../../scripts/generate.d/catalogue.ts";
import { one, page, success } from "./envelope.ts";
import { answeredMembers, requestSchema } from "./fields.ts";
import { customerIds, filters, includes, paging } from "./parameters.ts";
import type { Part } from "./route.ts";
import { listOf, oneOf, orNull, record, ref, type Schema } from "./schemas.ts";

const never = ["id", "accountNumber", "createdDate", "lastModifiedDate", "todayARR", "todayCMRR", "totalTCV"];

const created = {
  name: "Fjordlys Instruments AS",
  recordType: "Business",
  email: "accounts@fjordlys.example",
  phone: "+47 22 00 11 22",
  paymentTerm: "Net 30",
  billingCity: "Trondheim",
  billingCountry: "Norway",
};

const patching = {
  tag: "Nue",
  summary: "Change a customer",
  description: "null empties a member. Decision: members that nobody may write are refused, not ignored.",
  body: ref("CustomerPatch"),
  status: 200,
  answer: one(ref("Customer")),
} as const;

export function customers(catalogue: Catalogue): Part {
  const billingTiming: Schema = { ...orNull(oneOf("In Advance", "In Arrears")), description: "Decision: always null." };
  const contacts = { ...listOf(ref("Contact")), description: "Only with `includes=contacts`." };
  const members = { ...answeredMembers(catalogue, "customer", never), billingTiming };
  return {
    schemas: {
      Customer: record(members, { contacts }),
      CustomerCreate: requestSchema(catalogue, "customer", "create", created),
      CustomerPatch: requestSchema(catalogue, "customer", "patch", { phone: "+47 22 00 11 33", description: null }),
    },
    routes: [
      {
        name: "GET /customers",
        id: "listCustomers",
        tag: "Nue",
        summary: "List customers",
        description: "Decision: ordered by `createdDate`, then `id`.",
        parameters: [customerIds, includes("contacts"), ...paging, ...filters(members)],
        status: 200,
        answer: page(ref("Customer")),
      },
      {
        name: "POST /customers",
        id: "createCustomers",
        tag: "Nue",
        summary: "Create customers",
        description:
          "Answers all of them in the order sent. Decision: a batch has at most 200 and is stored as a whole or not at " +
          "all, and no header makes a POST safe to repeat.",
        body: listOf(ref("CustomerCreate"), { minItems: 1, maxItems: 200 }),
        status: 201,
        answer: success(listOf(ref("Customer"))),
        partial: true,
        refusals: [409],
      },
      {
        name: "GET /customers/{customerId}",
        id: "readCustomer",
        tag: "Nue",
        summary: "Read a customer",
        parameters: [includes("contacts")],
        status: 200,
        answer: one(ref("Customer")),
      },
      { name: "PATCH /customers/{customerId}", id: "patchCustomer", ...patching },
      {
        name: "PATCH /orders/customers/{customerId}",
        id: "patchCustomerOfOrders",
        ...patching,
        description: `The path that Nue's guide to updating prints. ${patching.description}`,
      },
    ],
  };
}
