// What happens to a customer: its life, events and the audit log. All by the control API.
// Depends on envelope, parameters, route and schemas.
import { success } from "./envelope.ts";
import { inQuery } from "./parameters.ts";
import type { Part } from "./route.ts";
import {
  between,
  date,
  flag,
  listOf,
  moment,
  oneOf,
  orNull,
  record,
  ref,
  type Schema,
  type Schemas,
  salesforceId,
  text,
  uuid,
  whole,
} from "./schemas.ts";

const count: Schema = { ...whole, minimum: 0 };
const mode = oneOf("selective", "continuous");
const link = oneOf("None", "Pending", "Linked", "Suspended", "Severed");
const anyAccount: Schema = { type: "string", pattern: "^[0-9A-Za-z]{15}(?:[A-Z0-5]{3})?$" };

/** The members of an event: those it must have, those it may have. */
const events: Readonly<Record<string, readonly [required: Schemas, optional?: Schemas]>> = {
  created: [{ id: uuid, mode }],
  order_activated: [{ order: uuid, day: date }],
  order_changed: [{ order: uuid }],
  renewed: [{ order: uuid }],
  cancelled: [{ order: uuid }],
  draft_pushed: [{}],
  link_set: [{ account: anyAccount, source: oneOf("sync", "salesforce", "import", "person") }, { taken: flag }],
  relinked: [{ account: anyAccount }, { taken: flag }],
  account_merged: [
    { account: anyAccount, winner: anyAccount },
    { taken: flag, cycle: flag },
  ],
  account_deleted: [{ account: anyAccount }, { version: count }],
  account_undeleted: [{ account: anyAccount }, { version: count }],
  account_missing: [{ account: anyAccount }, { days: count }],
  sync_failed: [{}, { permanent: flag }],
  mode_changed: [{ mode }],
  hold_released: [{}],
  erase: [{}, { openOrder: flag }],
};

const life = record(
  { link, mode },
  {
    account: salesforceId("001"),
    accountVersion: count,
    customerSince: date,
    erased: { const: true },
    hold: oneOf("conflict", "duplicate", "merge_cycle", "refused"),
    holdAccount: salesforceId("001"),
    id: uuid,
    orders: listOf(record({ kind: oneOf("activated", "changed", "renewed", "cancelled"), order: uuid })),
    pastAccounts: listOf(salesforceId("001")),
  },
);

export const lives: Part = {
  schemas: {
    LifecycleEvent: {
      examples: [{ event: "hold_released" }],
      oneOf: Object.entries(events).map(([name, [required, optional]]) =>
        record({ event: { const: name }, ...required }, optional),
      ),
    },
    Life: {
      ...record(
        {
          life,
          stage: oneOf("Draft", "Prospect", "Active", "Managed"),
          link: oneOf("None", "Pending", "Linked", "Suspended", "Severed", "Held"),
        },
        { pendingSince: moment, holdCustomer: orNull(uuid) },
      ),
      description:
        "A customer's life as the core keeps it, and what follows from it. A member without a value is absent. " +
        "`pendingSince` says since when an account is due, `holdCustomer` whose the account is that a hold is about.",
    },
    LostValue: {
      description: "Values of one record that did not hold when both sides had changed them.",
      ...record({
        record: uuid,
        fields: listOf(text, { minItems: 1 }),
        side: oneOf("nue", "salesforce"),
        lost: { ...listOf({}, { minItems: 1 }), description: "In the order of `fields`." },
        time: moment,
      }),
    },
  },
  routes: [
    {
      name: "GET /_sandbox/customers/{customerId}/life",
      id: "readLife",
      tag: "Sandbox",
      summary: "Where a customer stands",
      status: 200,
      answer: success(ref("Life")),
    },
    {
      name: "POST /_sandbox/customers/{customerId}/events",
      id: "tellEvent",
      tag: "Sandbox",
      summary: "Let something happen to a customer",
      body: ref("LifecycleEvent"),
      status: 200,
      answer: success(ref("Life")),
    },
    {
      name: "GET /_sandbox/conflicts",
      id: "listConflicts",
      tag: "Sandbox",
      summary: "Values that did not hold",
      status: 200,
      answer: success(listOf(ref("LostValue"))),
    },
    {
      name: "GET /_sandbox/audit",
      id: "readAudit",
      tag: "Sandbox",
      summary: "Lines of the audit log",
      parameters: [
        inQuery("from", "Lines before it are left out.", { ...count, default: 0 }),
        inQuery("limit", "Lines at most.", { ...between(1, 10_000), default: 1_000 }),
      ],
      status: 200,
      answer: success(listOf({ ...text, examples: ["{}"] })),
    },
  ],
};
