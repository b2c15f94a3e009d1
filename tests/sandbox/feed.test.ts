// The feed of events: what a line says, and that a reader misses nothing and sees nothing twice.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertRefused, business, type Customer, create, patch, post, send } from "./support/client.ts";
import { feed, lastSequence } from "./support/events.ts";
import { activate, draft, entries, newCustomer, orderOf, recurring, today } from "./support/orders.ts";
import type { Line } from "./support/receiver.ts";
import { control, customerOf, eventually, org } from "./support/salesforce.ts";
import { type Sandbox, startSandbox } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0 });
});

/** What a line says beside its number, id and time. */
const said = ({ sequence, id, time, ...rest }: Line): Customer => rest;

test("a customer's way from sign-up to renewal, line by line, without personal values", async () => {
  const start = await lastSequence(sandbox);
  const customerId = await newCustomer(sandbox, { email: "accounts@fjordlys.example", phone: "+47 22 00 11 22" });
  await patch(sandbox, customerId, { industry: "Technology", description: "Talked to Solveig" });
  const order = orderOf(customerId, recurring(entries.cloudMonthly, 3), {
    priceBookEntryId: entries.gateway,
    quantity: 1,
  });
  const drafted = await draft(sandbox, { ...order, name: "For Solveig" });
  const activated = await activate(sandbox, drafted.order["id"], { generateInvoice: true });
  await eventually(
    "linked",
    () => customerOf(sandbox, customerId),
    ({ externalId }) => externalId !== null,
  );
  const [subscription] = activated.subscriptions;
  const renewal = { changeType: "Renew", assetNumber: subscription?.["name"], renewalTerm: 12 };
  const change = await draft(sandbox, { effectiveDate: today(), assetChanges: [renewal] }, "/change-orders");
  await activate(sandbox, change.order["id"]);
  await send(sandbox, "/billing/invoices:activate", { body: { invoiceIds: [activated.invoices[0]?.["id"]] } });

  const lines = await feed(sandbox, start);
  assert.deepEqual(
    lines.map(({ sequence }) => sequence),
    lines.map((_, index) => start + 1 + index),
  );
  for (const { id, time } of lines) {
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }
  const orderId = drafted.order["id"];
  const subscriptionId = subscription?.["id"];
  const [invoice] = activated.invoices;
  const invoiceId = invoice?.["id"];
  const worth = { currencyIsoCode: "USD", amounts: { totalAmount: 2099, orderACV: 1800, orderTCV: 2099 } };
  const renewed = { currencyIsoCode: "USD", amounts: { totalAmount: 1800, orderACV: 1800, orderTCV: 1800 } };
  const billed = {
    currencyIsoCode: "USD",
    amounts: { amountWithoutTax: 449, taxAmount: 0, amount: 449, balance: 449 },
  };
  const tcv = (totalTCV: number): Customer => ({ status: "Active", currencyIsoCode: "USD", amounts: { totalTCV } });
  const { invoiceItems, ...invoiceMembers } = invoice ?? { invoiceItems: [] };
  const [current] = (await send(sandbox, `/invoices/${invoiceId}`)).body.data;
  assert.deepEqual(lines.map(said), [
    { event: "customer.created", customerId, stage: { before: "Draft", after: "Prospect" } },
    { event: "customer.updated", customerId, changed: ["description", "industry"] },
    { event: "order.created", customerId, orderId, status: "Draft", ...worth },
    { event: "order.activated", customerId, orderId, status: "Activated", ...worth },
    { event: "subscription.created", customerId, orderId, subscriptionId, ...tcv(1800) },
    {
      event: "customer.updated",
      customerId,
      changed: ["customerSince", "type"],
      stage: { before: "Prospect", after: "Active" },
      link: { before: "None", after: "Pending" },
    },
    { event: "invoice.created", customerId, orderId, invoiceId, status: "Draft", ...billed },
    { event: "customer.updated", customerId, changed: ["externalId"], link: { before: "Pending", after: "Linked" } },
    { event: "order.created", customerId, orderId: change.order["id"], status: "Draft", ...renewed },
    { event: "order.activated", customerId, orderId: change.order["id"], status: "Activated", ...renewed },
    { event: "subscription.updated", customerId, orderId, subscriptionId, ...tcv(3600) },
    { event: "customer.updated", customerId, changed: [], stage: { before: "Active", after: "Managed" } },
    {
      event: "invoice.activated",
      customerId,
      orderId,
      invoiceId,
      status: "Active",
      ...billed,
      invoice: current,
    },
  ]);
  assert.equal(Object.keys(current ?? {}).length, Object.keys(invoiceMembers).length + 1);
  assert.deepEqual(current?.["invoiceItems"], invoiceItems);
  assert.doesNotMatch(JSON.stringify(lines), /fjordlys|Solveig|Buyer|Technology|\+47/i);
});

test("what comes from Salesforce is in the feed too", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  await activate(sandbox, order["id"]);
  const { externalId } = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId: account }) => account !== null,
  );
  const start = await lastSequence(sandbox);
  await org(sandbox, "PATCH", `/sobjects/Account/${externalId}`, { BillingCity: "Trondheim" });
  const following = (what: string, count: number): Promise<readonly Line[]> =>
    eventually(
      what,
      () => feed(sandbox, start),
      (lines) => lines.length >= count,
    );
  await following("the city", 1);
  await org(sandbox, "DELETE", `/sobjects/Account/${externalId}`);
  assert.deepEqual((await following("the account in the bin", 2)).map(said), [
    { event: "customer.updated", customerId: id, changed: ["billingCity"] },
    { event: "customer.updated", customerId: id, changed: [], link: { before: "Linked", after: "Suspended" } },
  ]);
});

test("an account that becomes a customer, and an erasure, are told by ids and names of members alone", async () => {
  await control(sandbox, "/settings", { customerSync: "continuous" });
  const start = await lastSequence(sandbox);
  await org(sandbox, "POST", "/sobjects/Account", { Name: "Solveig Aune", CustomerSince__c: "2025-03-05" });
  const [created] = await eventually(
    "the new customer",
    async () => (await feed(sandbox, start)).filter(({ event }) => event === "customer.created"),
    (lines) => lines.length > 0,
  );
  const [linked] = await eventually(
    "the link",
    async () =>
      (await feed(sandbox, created?.sequence)).filter((line) => line["customerId"] === created?.["customerId"]),
    (lines) => lines.length > 0,
  );
  assert.deepEqual(linked?.["link"], { before: "Pending", after: "Linked" });
  await control(sandbox, "/settings", { customerSync: "selective" });

  const id = await newCustomer(sandbox, { description: "Talked to Solveig" });
  const person = { firstName: "Solveig", lastName: "Aune", name: "Solveig Aune", email: "aune@fjordlys.example" };
  const [contact] = (await send(sandbox, `/customers/${id}/contacts`, { body: [person] })).body.data;
  const before = await lastSequence(sandbox);
  await control(sandbox, `/customers/${id}/events`, { event: "erase" });
  assert.deepEqual((await feed(sandbox, before)).map(said), [
    { event: "customer.updated", customerId: id, changed: ["description", "name"] },
    {
      event: "contact.updated",
      customerId: id,
      contactId: contact?.["id"],
      changed: ["email", "firstName", "lastName", "name"],
    },
  ]);
  assert.doesNotMatch(JSON.stringify(await feed(sandbox, start)), /Solveig|Aune|fjordlys/i);
});

test("a batch is one line for each customer, in its order; a refused one is none", async () => {
  const start = await lastSequence(sandbox);
  const made = await create(sandbox, ...Array.from({ length: 200 }, (_, row) => business(`Row ${row}`)));
  await post(sandbox, [business("A"), { name: "B" }]);
  const twice = business("A", { accountNumber: "TWICE" });
  assertRefused(await post(sandbox, [business("B"), twice, twice]), 409, "CONFLICT");
  const lines = await feed(sandbox, start);
  assert.deepEqual(
    lines.map((line) => line["customerId"]),
    made.map(({ id }) => id),
  );
  assert.equal(await lastSequence(sandbox), start + 200);
});

test("pages join without a gap, and after the last line there is nothing", async () => {
  const all = await feed(sandbox);
  const joined: Line[] = [];
  for (;;) {
    const page = await feed(sandbox, joined.at(-1)?.sequence, 7);
    if (page.length === 0) break;
    assert.ok(page.length <= 7);
    joined.push(...page);
  }
  assert.deepEqual(joined, all);
});

test("other parameters, and numbers that are none, are refused", async () => {
  const queries = ["after=-1", "after=x", "after=1.5", "limit=0", "limit=10001", "limit=", "after>=1", "from=1"];
  for (const query of queries) {
    assertRefused(await send(sandbox, `/_sandbox/feed?${query}`), 400, "VALIDATION_ERROR");
  }
});

/** Creates and changes customers until the server is gone; gives the ids that were acknowledged. */
async function workUntilGone(target: Sandbox, acknowledged: Set<string>): Promise<void> {
  try {
    for (;;) {
      const reply = await post(target, [business("A"), business("B")]);
      for (const { id } of reply.body.data) acknowledged.add(String(id));
      await patch(target, reply.body.data[0]?.["id"], { industry: "Technology" });
    }
  } catch (error) {
    // fetch's word for a connection that broke, and JSON's for an answer that was cut.
    if (error instanceof TypeError || error instanceof SyntaxError) return;
    throw error;
  }
}

/** Follows the feed until the server is gone. */
async function readUntilGone(target: Sandbox, seen: Line[]): Promise<void> {
  try {
    for (;;) seen.push(...(await feed(target, seen.at(-1)?.sequence, 5)));
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return;
    throw error;
  }
}

test("a reader that goes on from its last line misses nothing and sees nothing twice, across SIGKILL", {
  timeout: 120_000,
}, async () => {
  const database = folder.file("killed.db");
  const more = ["--control", "--org", folder.file("killed-org.db")];
  const acknowledged = new Set<string>();
  const seen: Line[] = [];
  for (let kill = 0; kill < 6; kill += 1) {
    const running = await startSandbox(database, more);
    const work = [
      workUntilGone(running, acknowledged),
      workUntilGone(running, acknowledged),
      readUntilGone(running, seen),
    ];
    await sleep(100 + Math.random() * 300);
    await running.signal("SIGKILL");
    await Promise.all(work);
  }
  await using last = await startSandbox(database, more);
  seen.push(...(await feed(last, seen.at(-1)?.sequence)));
  // What was seen before a kill is still what the database says.
  assert.deepEqual(seen, await feed(last));
  assert.deepEqual(
    seen.map(({ sequence }) => sequence),
    seen.map((_, index) => index + 1),
  );
  const announced = seen.filter(({ event }) => event === "customer.created").map((line) => String(line["customerId"]));
  assert.equal(new Set(announced).size, announced.length);
  assert.ok(acknowledged.size > 0);
  for (const id of acknowledged) assert.ok(announced.includes(id), `${id} was acknowledged and is not in the feed`);
});
