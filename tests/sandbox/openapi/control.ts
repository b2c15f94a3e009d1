// The control API of the sync and of the Salesforce org.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { between, flag, given, oneOf, orNull, record, ref, type Schema, text } from "./schemas.ts";

const syncDelay: Schema = { ...between(0, 3_600_000), description: "Milliseconds." };
const accountFilter: Schema = { ...text, description: "A field of accounts, or empty for none." };
const customerSync = oneOf("selective", "continuous");
const settings = { customerSync, syncDelay, accountFilter };

export const control: Part = {
  schemas: {
    Settings: record(settings),
    SettingsChange: given({}, settings, { syncDelay: 0 }),
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
      name: "GET /_sandbox/settings",
      id: "readSettings",
      tag: "Sandbox",
      summary: "How customers travel to Salesforce",
      status: 200,
      answer: success(ref("Settings")),
    },
    {
      name: "POST /_sandbox/settings",
      id: "changeSettings",
      tag: "Sandbox",
      summary: "Change how customers travel",
      body: ref("SettingsChange"),
      bodyOptional: true,
      status: 200,
      answer: success(ref("Settings")),
    },
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
