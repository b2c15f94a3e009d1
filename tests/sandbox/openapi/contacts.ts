// Contacts of customers.
// Depends on envelope, fields, parameters, route and schemas.
import type { Catalogue } from "../../../scripts/generate.d/catalogue.ts";
import { one, page, success } from "./envelope.ts";
import { answeredMembers, requestSchema } from "./fields.ts";
import { customerIdQuery, jsonList, paging } from "./parameters.ts";
import type { Part } from "./route.ts";
import { listOf, orNull, record, ref, type Schemas } from "./schemas.ts";

const created = {
  firstName: "Solveig",
  lastName: "Aune",
  name: "Solveig Aune",
  email: "solveig@fjordlys.example",
  title: "Head of Finance",
};

/** An erasure empties what a contact cannot be made without, all but its name. */
function erasable(members: Schemas): Schemas {
  const emptied = ["firstName", "lastName", "email"].map((name) => [name, orNull(members[name] ?? {})] as const);
  return { ...members, ...Object.fromEntries(emptied) };
}

export function contacts(catalogue: Catalogue): Part {
  const never = ["id", "customerId", "createdDate", "lastModifiedDate"];
  return {
    schemas: {
      Contact: record(erasable(answeredMembers(catalogue, "contact", never))),
      ContactCreate: requestSchema(catalogue, "contact", "create", created),
      ContactPatch: requestSchema(catalogue, "contact", "patch", { title: "Chief Financial Officer" }),
    },
    routes: [
      {
        name: "GET /customers/{customerId}/contacts",
        id: "listCustomersContacts",
        tag: "Nue",
        summary: "List a customer's contacts",
        parameters: paging,
        status: 200,
        answer: page(ref("Contact")),
      },
      {
        name: "POST /customers/{customerId}/contacts",
        id: "createContacts",
        tag: "Nue",
        summary: "Create contacts of a customer",
        description: "Decision: at most 200 at a time, all or none; an address is unique whatever its case.",
        body: listOf(ref("ContactCreate"), { minItems: 1, maxItems: 200 }),
        status: 201,
        answer: success(listOf(ref("Contact"))),
        partial: true,
        refusals: [409],
      },
      {
        name: "GET /customers/{customerId}/contacts/{contactId}",
        id: "readCustomersContact",
        tag: "Nue",
        summary: "Read a contact of a customer",
        status: 200,
        answer: one(ref("Contact")),
      },
      {
        name: "GET /contacts",
        id: "listContacts",
        tag: "Nue",
        summary: "List contacts",
        parameters: [jsonList("emails", "Addresses in any case."), customerIdQuery, ...paging],
        status: 200,
        answer: page(ref("Contact")),
      },
      {
        name: "GET /contacts/{contactId}",
        id: "readContact",
        tag: "Nue",
        summary: "Read a contact",
        status: 200,
        answer: one(ref("Contact")),
      },
      {
        name: "PATCH /contacts/{contactId}",
        id: "patchContact",
        tag: "Nue",
        summary: "Change a contact",
        description: "null empties a member.",
        body: ref("ContactPatch"),
        status: 200,
        answer: one(ref("Contact")),
        refusals: [409],
      },
    ],
  };
}
