// Settings: how customers travel to Salesforce, and what this Nue does where the sources leave it open.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { between, given, oneOf, record, ref, type Schema, text } from "./schemas.ts";

function choice(description: string, ...values: readonly string[]): Schema {
  return { ...oneOf(...values), default: values[0], description };
}

const settings = {
  customerSync: oneOf("selective", "continuous"),
  syncDelay: { ...between(0, 3_600_000), description: "Milliseconds." },
  feedLines: { ...between(1, 1_000_000), description: "How many of the newest events are kept." },
  accountFilter: { ...text, description: "A field of accounts, or empty for none." },
  batches: choice("Whether the good rows of a batch are stored without the bad ones; then 207.", "whole", "partial"),
  unknownMembers: choice("What members that nobody may write do to a request.", "refused", "ignored"),
  modifiedDate: choice("How the member is spelled.", "lastModifiedDate", "both", "modifiedDate"),
  oneRecord: choice("How one record is answered.", "array", "object"),
  updatePath: choice("Which paths there are for changing a customer; the other is 404.", "both", "customers", "orders"),
  missingKey: choice("The status when no key is sent.", "401", "400"),
  filters: choice("What becomes of filters of lists.", "honoured", "ignored", "refused"),
  draftOrders: choice("Whether a draft order brings its customer an account.", "kept", "synced"),
  nueToSalesforce: choice("Whether anything is written to Salesforce.", "on", "off"),
  salesforcePicklists: choice("Whether Salesforce takes values that are not in its lists.", "open", "restricted"),
  picklists: choice("Whether Nue takes values that are not in its open lists.", "open", "closed"),
  partialStatus: choice("The status of a batch that was stored in part.", "207", "201"),
  orderStatus: choice("What an order is after its activation.", "Activated", "Active"),
  errorWords: choice("The literals of a refusal.", "upper", "lower"),
};

const withoutDefault = ({ default: _, ...schema }: Schema): Schema => schema;

export const settingsPart: Part = {
  schemas: {
    Settings: record(settings),
    // What is left out stays as it is, so that nothing in a change has a default.
    SettingsChange: given(
      {},
      Object.fromEntries(Object.entries(settings).map(([name, schema]) => [name, withoutDefault(schema)])),
      { syncDelay: 0 },
    ),
  },
  routes: [
    {
      name: "GET /_sandbox/settings",
      id: "readSettings",
      tag: "Sandbox",
      summary: "How customers travel to Salesforce, and which of Nue's possible ways this one has",
      status: 200,
      answer: success(ref("Settings")),
    },
    {
      name: "POST /_sandbox/settings",
      id: "changeSettings",
      tag: "Sandbox",
      summary: "Change settings",
      body: ref("SettingsChange"),
      bodyOptional: true,
      status: 200,
      answer: success(ref("Settings")),
    },
  ],
};
