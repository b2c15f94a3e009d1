// The Salesforce org and the comparison of the night.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { between, flag, given, oneOf, orNull, record, ref, text } from "./schemas.ts";

export const control: Part = {
  schemas: {
    OrgRequest: {
      ...record(
        {},
        { method: oneOf("GET", "POST", "PATCH", "DELETE"), target: text, actor: text, ifMatch: text, body: {} },
      ),
      examples: [{ method: "GET", target: "/sobjects/Account" }],
    },
    OrgAnswer: {
      description: "What the org answered; its own documentation says what `body` is.",
      ...record({ status: between(200, 599), etag: orNull(text), body: {} }),
    },
    OrgOrder: given({ account: { ...text, examples: ["001Ot00000mx5KzIAI"] } }),
    Reconcile: record({ running: flag }),
  },
  routes: [
    {
      name: "POST /_sandbox/org",
      id: "askOrg",
      tag: "Sandbox",
      summary: "One request to the Salesforce org",
      body: ref("OrgRequest"),
      bodyOptional: true,
      status: 200,
      answer: success(ref("OrgAnswer")),
    },
    {
      name: "POST /_sandbox/org/orders",
      id: "activateOrderInSalesforce",
      tag: "Sandbox",
      summary: "An order was activated for an account in Salesforce",
      body: ref("OrgOrder"),
      status: 202,
      answer: success({ type: "object", additionalProperties: false }),
    },
    {
      name: "GET /_sandbox/reconcile",
      id: "readReconcile",
      tag: "Sandbox",
      summary: "Whether the comparison of the night is running",
      status: 200,
      answer: success(ref("Reconcile")),
    },
    {
      name: "POST /_sandbox/reconcile",
      id: "beginReconcile",
      tag: "Sandbox",
      summary: "Begin the comparison of the night now",
      body: given({}),
      bodyOptional: true,
      status: 200,
      answer: success(ref("Reconcile")),
    },
  ],
};
