// POST /change-orders: a draft of changes, activated as any order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, type Customer, type Reply, send } from "./support/client.ts";
import {
  type Activation,
  activate,
  dataOf,
  entries,
  getData,
  newCustomer,
  place,
  recurring,
  sendActivation,
  today,
} from "./support/orders.ts";
import { control } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);

function sendChange(...assetChanges: readonly Customer[]): Promise<Reply> {
  return send(sandbox, "/change-orders", { body: { effectiveDate: today(), assetChanges } });
}

async function change(...assetChanges: readonly Customer[]): Promise<Activation> {
  return dataOf(await sendChange(...assetChanges));
}

async function subscribe(quantity: number, customerId?: string): Promise<Customer> {
  const id = customerId ?? (await newCustomer(sandbox));
  const [subscription] = (await place(sandbox, id, recurring(entries.measurements, quantity))).subscriptions;
  assert.ok(subscription);
  return subscription;
}

async function current(name: unknown): Promise<Customer> {
  const [subscription] = await getData(sandbox, `/subscriptions?name=${name}`);
  assert.ok(subscription);
  return subscription;
}

test("a change order is a draft until it is activated through POST /orders/{id}", async () => {
  const before = await subscribe(2);
  const { name } = before;
  const { order, subscriptions } = await change({ changeType: "UpdateQuantity", assetNumber: name, quantity: 5 });
  assert.deepEqual([order["status"], order["orderTCV"], subscriptions], ["Draft", 720, []]);
  assert.deepEqual(await current(name), before);
  const made = await activate(sandbox, order["id"], { generateInvoice: true });
  assert.deepEqual(made.subscriptions, [await current(name)]);
  const [after] = made.subscriptions;
  assert.deepEqual([after?.["quantity"], after?.["subscriptionVersion"], after?.["totalTCV"]], [5, 2, 1200]);
  assert.equal(after?.["subscriptionCompositeId"], `${name}-2`);
  assert.equal(made.entitlements[0]?.["quantity"], 50000);
  // The month that begins today, for three more.
  assert.equal(made.invoices[0]?.["amount"], 60);
  assertRefused(await sendActivation(sandbox, order["id"]), 409, "CONFLICT");
});

test("a renewal and a cancellation move the end", async () => {
  const { name } = await subscribe(1);
  const before = await current(name);
  const renewal = await change({ changeType: "Renew", assetNumber: name, renewalTerm: 6 });
  const renewed = await activate(sandbox, renewal.order["id"]);
  assert.equal(renewed.subscriptions[0]?.["actualSubscriptionTerm"], 18);
  assert.ok(String(renewed.subscriptions[0]?.["subscriptionEndDate"]) > String(before["subscriptionEndDate"]));
  assert.equal(renewed.entitlements.length, 1);

  const cancellation = await change({ changeType: "Cancel", assetNumber: name, cancellationDate: today() });
  const cancelled = await activate(sandbox, cancellation.order["id"], { generateInvoice: true });
  const { status, subscriptionEndDate, cancellationDate } = await current(name);
  assert.deepEqual([status, subscriptionEndDate, cancellationDate], ["Canceled", today(), today()]);
  assert.ok(Number(cancelled.order["orderTCV"]) < 0);
  assert.deepEqual(cancelled.invoices, []);
  assertRefused(await sendChange({ changeType: "Renew", assetNumber: name }), 400, "VALIDATION_ERROR", /assetNumber/);
});

test("a change order of several kinds of change tells the customer's life of each", async () => {
  const customerId = await newCustomer(sandbox);
  const [a, b] = [await subscribe(1, customerId), await subscribe(1, customerId)];
  const { order } = await change(
    { changeType: "Renew", assetNumber: a["name"], renewalTerm: 6 },
    { changeType: "Cancel", assetNumber: b["name"], cancellationDate: today() },
  );
  await activate(sandbox, order["id"]);
  const { life } = await control(sandbox, `/customers/${customerId}/life`);
  const told = (life as { orders: readonly Customer[] }).orders.filter((fact) => fact["order"] === order["id"]);
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ["renewed", "cancelled"],
  );
});

test("a draft that another change has overtaken is refused and leaves everything as it was", async () => {
  const customerId = await newCustomer(sandbox);
  const [a, b] = [await subscribe(1, customerId), await subscribe(1, customerId)];
  const { order } = await change(
    { changeType: "UpdateQuantity", assetNumber: a["name"], quantity: 3 },
    { changeType: "UpdateQuantity", assetNumber: b["name"], quantity: 3 },
  );
  const overtaking = await change({ changeType: "UpdateQuantity", assetNumber: b["name"], quantity: 7 });
  await activate(sandbox, overtaking.order["id"]);
  assertRefused(await sendActivation(sandbox, order["id"], { generateInvoice: true }), 409, "CONFLICT");
  assert.deepEqual(await current(a["name"]), a);
  assert.equal((await current(b["name"]))["quantity"], 7);
});

test("what does not fit the subscription is refused", async () => {
  const { name, customerId, subscriptionEndDate: end } = await subscribe(2);
  const other = await subscribe(1);
  const [goods] = (await place(sandbox, customerId, { priceBookEntryId: entries.gateway, quantity: 1 })).assets;
  const update = { changeType: "UpdateQuantity", assetNumber: name, quantity: 3 };
  const changes: readonly (readonly [RegExp, readonly Customer[]])[] = [
    [/^assetChanges: /, []],
    [/^assetChanges\[0\]\.changeType: expected one of/, [{ changeType: "Upgrade", assetNumber: name }]],
    [/^assetChanges\[0\]\.quantity: is required$/, [{ ...update, quantity: null }]],
    [/^assetChanges\[0\]\.quantity: the subscription/, [{ ...update, quantity: 2 }]],
    [/^assetChanges\[0\]\.renewalTerm: unknown field$/, [{ ...update, renewalTerm: 12 }]],
    [/^assetChanges\[0\]\.startDate: not within/, [{ ...update, startDate: "2020-01-01" }]],
    [/^assetChanges\[0\]\.assetNumber: /, [{ ...update, assetNumber: "SUB-99999999" }]],
    [/^assetChanges\[0\]\.assetNumber: /, [{ ...update, assetNumber: goods?.["assetNumber"] }]],
    [/^assetChanges\[1\]\.assetNumber: changed twice$/, [update, update]],
    [/^assetChanges\[1\]\.assetNumber: a subscription of another/, [update, { ...update, assetNumber: other["name"] }]],
    [/^assetChanges\[0\]\.renewalTerm: /, [{ changeType: "Renew", assetNumber: name, renewalTerm: 109 }]],
    [/^assetChanges\[0\]\.cancellationDate: /, [{ changeType: "Cancel", assetNumber: name, cancellationDate: end }]],
  ];
  for (const [message, assetChanges] of changes) {
    assertRefused(await sendChange(...assetChanges), 400, "VALIDATION_ERROR", message);
  }
  const body = { customer: { id: other["customerId"] }, assetChanges: [update] };
  assertRefused(await send(sandbox, "/change-orders", { body }), 400, "VALIDATION_ERROR", /another customer/);
});
