// The whole state: taken out, put in, emptied.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { given, listOf, nothing, record, ref, text } from "./schemas.ts";

const empty = { columns: ["id"], rows: [] };
const tables = { type: "object", additionalProperties: ref("Table") };

export const state: Part = {
  schemas: {
    Table: {
      ...record({ columns: listOf(text), rows: listOf(listOf({ type: ["string", "integer", "null"] })) }),
      description: "Each row has a cell for each column.",
      examples: [empty],
    },
    State: {
      ...record({ form: { const: "vestibule-sandbox" }, v: { const: 1 }, nue: tables, org: tables }),
      description: "Tables by their names. Which there are, and their columns, is the sandbox's own.",
      examples: [{ form: "vestibule-sandbox", v: 1, nue: { customers: empty }, org: {} }],
    },
  },
  routes: [
    {
      name: "GET /_sandbox/export",
      id: "exportState",
      tag: "Sandbox",
      summary: "Everything as one document",
      status: 200,
      answer: success(ref("State")),
    },
    {
      name: "POST /_sandbox/import",
      id: "importState",
      tag: "Sandbox",
      summary: "Put a state in the place of all there is",
      description: "At most 64 MiB. A table that is missing is empty.",
      body: ref("State"),
      status: 200,
      answer: success(nothing),
    },
    {
      name: "POST /_sandbox/reset",
      id: "resetState",
      tag: "Sandbox",
      summary: "Empty both databases",
      body: given({}),
      bodyOptional: true,
      status: 200,
      answer: success(nothing),
    },
  ],
};
