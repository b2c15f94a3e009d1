// A customer's life and the preview of an account through the package; the rules are tested natively.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { events } from "./lifecycle-types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

const id = "020796fe-7c28-438c-a7fb-d7533da21cfe";
const order = "e8170fb8-f7d9-4c64-b237-a21a873ba6b4";
const account = "0015f00002JUZPDAA5";

test("a customer of the API has a stage and a link (R30, R33)", () => {
  const standing = (customer: object, options?: Parameters<Core["lifecycle"]["of"]>[1]): string => {
    const { stage, link } = core.lifecycle.describe(core.lifecycle.of(customer, options));
    return `${stage} ${link}`;
  };
  assert.equal(standing({}), "Draft None");
  assert.equal(standing({ id, externalId: null }), "Prospect None");
  assert.equal(standing({ id, externalId: null }, { mode: "continuous" }), "Prospect Pending");
  assert.equal(standing({ id, externalId: account }), "Prospect Linked");
  assert.equal(standing({ id, externalId: null, customerSince: "2026-03-04" }), "Active Pending");
  const orders = [
    { id: order, status: "Activated" },
    { id, status: "Activated" },
    { id: account, status: "Draft" },
  ];
  assert.equal(standing({ id, externalId: account }, { orders }), "Managed Linked");
});

test("who brought customerSince from another system is Active only where nobody lists the orders (R30)", () => {
  const taken = { id, externalId: account, customerSince: "2024-05-01" };
  const of = (customer: object, options?: Parameters<Core["lifecycle"]["of"]>[1]): readonly unknown[] => {
    const life = core.lifecycle.of(customer, options);
    const { stage, link } = core.lifecycle.describe(life);
    return [stage, link, life.customerSince];
  };
  assert.deepEqual(of(taken, { orders: [] }), ["Prospect", "Linked", "2024-05-01"]);
  assert.deepEqual(of(taken, { orders: [{ id: order, status: "Draft" }] }), ["Prospect", "Linked", "2024-05-01"]);
  assert.deepEqual(of(taken), ["Active", "Linked", "2024-05-01"]);
  assert.deepEqual(of({ ...taken, externalId: null }, { orders: [] }), ["Prospect", "None", "2024-05-01"]);
});

test("who was erased is due no account (L23)", () => {
  const { step } = core.lifecycle;
  const erased = step({ id, mode: "selective", link: "Pending" }, events.erase).life;
  assert.equal(erased.link, "None");
  for (const event of [events.order_activated, events.draft_pushed, events.mode_changed, events.hold_released]) {
    const { link, effects } = step(erased, event);
    assert.equal(link, "None", event.event);
    assert.ok(!effects.includes("make_account"), event.event);
  }
});

test("a description says what happens next, and why not", () => {
  const { next } = core.lifecycle.describe(core.lifecycle.of({ id, externalId: null }));
  const of = (event: string): object | undefined => next.find((row) => row.event === event);
  assert.deepEqual(of("order_activated"), {
    event: "order_activated",
    stage: "Active",
    link: "Pending",
    outcome: "applied",
    effects: ["promote_type", "customer_since", "make_account"],
  });
  assert.deepEqual(of("link_set"), {
    event: "link_set",
    stage: "Prospect",
    link: "None",
    outcome: "ignored",
    because: "not_due",
    effects: [],
  });
  assert.equal(next.length, 16);
});

test("a step leads to a life that can be stepped again", () => {
  const born = core.lifecycle.step({ mode: "selective", link: "None" }, { event: "created", id, mode: "selective" });
  const active = core.lifecycle.step(born.life, { event: "order_activated", order, day: "2026-03-04" });
  const linked = core.lifecycle.step(active.life, { event: "link_set", account, source: "sync", taken: false });
  assert.deepEqual(linked.life, {
    account,
    customerSince: "2026-03-04",
    id,
    link: "Linked",
    mode: "selective",
    orders: [{ kind: "activated", order }],
  });
});

test("what is no life or event is refused by name", () => {
  const life = { mode: "selective", link: "None" } as const;
  assert.throws(() => core.lifecycle.describe({ mode: "selective" } as never), {
    name: "TypeError",
    message: /^\/link: field.required$/,
  });
  assert.throws(() => core.lifecycle.step(life, { event: "born" as never }), { message: /^\/event: enum.unknown$/ });
});

test("a preview says what the account would hold (R28)", () => {
  const rows = core.sync.preview({ name: "Ada", email: "no", billingCity: "x".repeat(41), todayARR: 12 });
  assert.deepEqual(rows, [
    { field: "name", salesforce: "Name", master: "salesforce", state: "kept", value: "Ada" },
    {
      field: "recordType",
      salesforce: "RecordType.Name",
      master: "salesforce",
      state: "missing",
      value: null,
      code: "field.required",
    },
    {
      field: "email",
      salesforce: "Email__c",
      master: "salesforce",
      state: "refused",
      value: null,
      code: "email.syntax",
    },
    {
      field: "billingCity",
      salesforce: "BillingCity",
      master: "salesforce",
      state: "cut",
      value: "x".repeat(40),
      code: "text.too_long",
    },
    { field: "todayARR", salesforce: "TodayARR__c", master: "nue", state: "kept", value: 12 },
  ]);
  assert.equal(core.sync.preview({ firstName: "Ada" }, { of: "contact" })[1]?.field, "lastName");
});

test("a preview follows the tenant's policy, and a policy that cannot be is refused by name (R25)", async () => {
  const { load } = await importPackage();
  const own = await load({ profile: { v: 1, sync: { customer: { email: "none", industry: "nue" } } } });
  const rows = own.sync.preview({ name: "Ada", recordType: "Business", email: "a@example.org", industry: "Retail" });
  assert.deepEqual(
    rows.map(({ field, master }) => [field, master]),
    [
      ["name", "salesforce"],
      ["recordType", "salesforce"],
      ["industry", "nue"],
    ],
  );
  await assert.rejects(load({ profile: { v: 1, sync: { customer: { billingCity: "nue" } } } }), (error) => {
    assert.ok(error instanceof Error && "findings" in error);
    const [finding] = error.findings as readonly { readonly code: string; readonly suggestion?: string }[];
    assert.equal(finding?.code, "profile.reference");
    assert.equal(finding?.suggestion, "billingAddress");
    return true;
  });
});
