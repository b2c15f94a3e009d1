// One customer's way through every operation of the document, with the refusals that are each operation's own.
// `send` holds every request and answer to the document.

import assert from "node:assert/strict";
import { business, type Customer, createOne, send } from "./client.ts";
import { activate, draft, entries, orderOf, place, recurring, sendActivation, today } from "./orders.ts";
import { startReceiver } from "./receiver.ts";
import { customerOf, eventually, org } from "./salesforce.ts";
import type { Sandbox } from "./sandbox.ts";

type Send = (status: number, path: string, body?: unknown, method?: string) => Promise<Customer>;

/** Sends what must be answered with this status; gives the data, the first record of an array. */
function sender(sandbox: Sandbox): Send {
  return async (status, path, body, method) => {
    const reply = await send(sandbox, path, {
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    });
    assert.equal(reply.status, status, `${path}: ${reply.text}`);
    const { data } = reply.body;
    return (Array.isArray(data) ? data[0] : data) ?? {};
  };
}

const nobody = "00000000-0000-4000-8000-000000000000";

async function driveCustomers(ask: Send): Promise<string> {
  const accountNumber = "ACC-OPENAPI";
  const { id } = await ask(201, "/customers", [
    business("Fjordlys", { accountNumber, billCycleDay: 31 }),
    business("B"),
  ]);
  await ask(409, "/customers", [business("C", { accountNumber })]);
  await ask(400, "/customers", [business("C", { recordType: "Individual" })]);
  await ask(413, `/customers/${id}`, `${" ".repeat(1_048_576)}{}`, "PATCH");
  for (const path of [`/customers/${id}`, `/orders/customers/${id}`]) {
    await ask(200, path, { industry: "Whaling", description: null }, "PATCH");
    await ask(400, path, { id: nobody }, "PATCH");
  }
  for (const path of [`/customers/${nobody}`, `/orders/customers/${nobody}`]) await ask(404, path, {}, "PATCH");
  await ask(
    200,
    `/customers?customerIds=["${id}"]&includes=contacts&page=1&limit=5&name=Fjordlys&todayARR>=0&_predicate=and`,
  );
  await ask(400, "/customers?nickname=x");
  await ask(200, `/customers/${id}?includes=contacts`);
  await ask(404, `/customers/${nobody}`);
  return String(id);
}

async function driveContacts(ask: Send, customer: string): Promise<void> {
  const [one, two] = ["solveig@fjordlys.example", "ines@fjordlys.example"];
  const contact = (email: string): Customer => ({ firstName: "A", lastName: "B", name: "A B", email });
  const below = `/customers/${customer}/contacts`;
  const { id } = await ask(201, below, [contact(one), contact(two)]);
  await ask(409, below, [contact(two)]);
  await ask(404, `/customers/${nobody}/contacts`, [contact("x@fjordlys.example")]);
  await ask(400, below, []);
  await ask(200, `${below}?limit=1`);
  await ask(404, `/customers/${nobody}/contacts`);
  await ask(200, `${below}/${id}`);
  await ask(404, `${below}/${nobody}`);
  await ask(200, `/contacts?emails=["${one}"]&customerId=${customer}`);
  await ask(200, `/contacts/${id}`);
  await ask(404, `/contacts/${nobody}`);
  await ask(200, `/contacts/${id}`, { title: "Head of Finance" }, "PATCH");
  await ask(409, `/contacts/${id}`, { email: two }, "PATCH");
  await ask(404, `/contacts/${nobody}`, {}, "PATCH");
  await ask(200, `/customers/${customer}`, { orderPrimaryContactId: id }, "PATCH");
}

async function driveOrders(sandbox: Sandbox, ask: Send, customer: string): Promise<void> {
  await ask(200, "/catalog/products");
  const goods = { priceBookEntryId: entries.gateway, quantity: 1 };
  const lines = [recurring(entries.measurements, 2), recurring(entries.cloudMonthly, 3), goods];
  const { order } = await draft(sandbox, { ...orderOf(customer, ...lines), options: { previewInvoice: true } });
  await ask(400, "/orders", {});
  await ask(404, `/orders/${nobody}`, {});
  await ask(404, `/orders/${nobody}:activate`, {});
  await ask(201, `/orders/${order["id"]}:activate`, { options: { generateInvoice: true, activateInvoice: true } });
  await ask(409, `/orders/${order["id"]}:activate`, {});
  assert.equal((await sendActivation(sandbox, order["id"])).status, 409);
  await ask(200, `/orders?customerIds=["${customer}"]&status=Active&includes=assets,invoices`);
  const subscription = await ask(
    200,
    `/subscriptions?customerIds=["${customer}"]&status=active&includes=product,pricetags`,
  );
  await ask(200, `/subscriptions/${subscription["id"]}`, { autoRenew: true, renewalTerm: 6 }, "PATCH");
  await ask(404, `/subscriptions/${nobody}`, {}, "PATCH");
  await ask(200, `/entitlements?customerIds=["${customer}"]`);

  const assetNumber = subscription["name"];
  const update = { changeType: "UpdateQuantity", assetNumber, quantity: 5 };
  const change = { effectiveDate: today(), assetChanges: [update], options: { previewInvoice: true } };
  const [first, stale] = [
    await draft(sandbox, change, "/change-orders"),
    await draft(sandbox, change, "/change-orders"),
  ];
  await activate(sandbox, first.order["id"], { generateInvoice: true });
  assert.equal((await sendActivation(sandbox, stale.order["id"])).status, 409);
  for (const assetChange of [
    { changeType: "Renew", assetNumber },
    { changeType: "Cancel", assetNumber },
  ]) {
    const { order: made } = await draft(sandbox, { assetChanges: [assetChange] }, "/change-orders");
    await activate(sandbox, made["id"]);
  }
  await ask(400, "/change-orders", { assetChanges: [update] });
}

async function driveInvoices(sandbox: Sandbox, ask: Send, customer: string): Promise<void> {
  const { invoices } = await place(sandbox, customer, { priceBookEntryId: entries.map, quantity: 1 });
  const id = invoices[0]?.["id"];
  const includes = "includes=assets,orders,paymentApplications";
  const query = `${includes}&amount>0&status!=active&paymentStatus=NOTTRANSFERRED&limit=5`;
  for (const below of ["", `/customers/${customer}`]) {
    await ask(200, `${below}/invoices?${query}`);
    await ask(200, `${below}/invoices/${id}?${includes}`);
    await ask(404, `${below}/invoices/${nobody}`);
  }
  for (const list of ["invoices", "credit-flows", "credit-stats"]) {
    await ask(200, `/customers/${customer}/${list}?limit=5`);
    await ask(404, `/customers/${nobody}/${list}`);
  }
  await ask(200, "/billing/invoices:activate", { invoiceIds: [id] });
  await ask(409, "/billing/invoices:activate", { invoiceIds: [id] });
  await ask(200, `/customers/${customer}/transactionHubData`);
  await ask(404, `/customers/${nobody}/transactionHubData`);
  const row = { transactionType: "customer", nueId: customer, externalSystem: "QuickBooks", externalSystemId: "q1" };
  const { jobId } = await ask(202, "/revenue/transaction-hub/upload", [{ ...row, externalId: "42" }, row]);
  await ask(400, "/revenue/transaction-hub/upload", []);
  await ask(200, `/revenue/transaction-hub/async-job/${jobId}`);
  await ask(404, `/revenue/transaction-hub/async-job/${nobody}`);
}

async function driveControl(sandbox: Sandbox, ask: Send, customer: string): Promise<void> {
  await ask(200, "/_sandbox/settings");
  await ask(400, "/_sandbox/settings", { syncDelay: -1 });
  const linked = await eventually(
    "linked",
    () => customerOf(sandbox, customer),
    ({ externalId }) => externalId !== null,
  );
  const account = String(linked["externalId"]);
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Website: "https://fjordlys.example/there" });
  for (const wrong of [[], { method: 1 }, { target: null, actor: {} }, { tea: true }])
    await ask(400, "/_sandbox/org", wrong);
  await ask(202, "/_sandbox/org/orders", { account });
  await ask(400, "/_sandbox/org/orders", { account: "x" });
  for (const name of [account, account.slice(0, 15)]) {
    await ask(200, `/_sandbox/customers/${name}/life`);
    await ask(200, `/customers/${name}`);
  }
  await ask(404, `/_sandbox/customers/${nobody}/life`);
  await ask(404, `/_sandbox/customers/${nobody}/events`, { event: "hold_released" });
  await ask(400, `/_sandbox/customers/${customer}/events`, { event: "tea" });
  await ask(200, "/_sandbox/conflicts");
  for (const wrong of [[], { tea: true }]) await ask(400, "/_sandbox/reconcile", wrong);
  await ask(200, "/_sandbox/reconcile", {});
  await ask(200, "/_sandbox/reconcile");
  // A draft stands against an erasure.
  for (const event of [{ event: "hold_released" }, { event: "erase" }]) {
    await ask(200, `/_sandbox/customers/${customer}/events`, event);
  }
  await ask(200, "/_sandbox/audit?from=0&limit=10000");
  for (const query of ["from=-1", "from=x", "limit=0", "limit=10001", "from>1"]) {
    await ask(400, `/_sandbox/audit?${query}`);
  }
  await ask(400, `/_sandbox/customers/${customer}/life?tea=1`);
}

async function driveErasure(sandbox: Sandbox, ask: Send): Promise<void> {
  const { id } = await createOne(sandbox, business("Erasable"));
  const contact = { firstName: "A", lastName: "B", name: "A B", email: "erasable@fjordlys.example" };
  await ask(201, `/customers/${id}/contacts`, [contact]);
  await ask(200, `/_sandbox/customers/${id}/events`, { event: "erase" });
  await ask(200, `/customers/${id}?includes=contacts`);
}

/** What settings change in answers. */
async function driveSettings(ask: Send): Promise<void> {
  await ask(200, "/_sandbox/settings", { batches: "partial", modifiedDate: "both", oneRecord: "object" });
  const { id } = await ask(207, "/customers", [business("Partial"), { name: "No kind" }]);
  const contact = { firstName: "A", lastName: "B", name: "A B", email: "partial@fjordlys.example" };
  await ask(207, `/customers/${id}/contacts`, [contact, contact]);
  const one = await ask(200, `/customers/${id}`);
  assert.equal(one["modifiedDate"], one["lastModifiedDate"]);
  await ask(400, "/_sandbox/settings", { batches: "some" });
  await ask(200, "/_sandbox/settings", { batches: "whole", modifiedDate: "lastModifiedDate", oneRecord: "array" });
}

async function driveClockAndFaults(ask: Send): Promise<void> {
  await ask(200, "/_sandbox/clock");
  await ask(200, "/_sandbox/clock", { freeze: true, step: 1_000 });
  await ask(200, "/_sandbox/clock", { freeze: false, skew: 0 });
  await ask(400, "/_sandbox/clock", { step: 31_536_000_000_000 });
  await ask(200, "/_sandbox/faults", {
    faults: [
      { kind: "latency", route: "GET /catalog/products", delay: 1, times: 1 },
      { kind: "error_after", route: "PUT *", after: 2, status: 502, retryAfter: "7" },
      { kind: "sync_failure", route: "sync nothing", permanent: true },
    ],
  });
  await ask(200, "/catalog/products");
  const met = await ask(200, "/_sandbox/faults");
  assert.equal(met["met"], 1);
  await ask(400, "/_sandbox/faults", { faults: [{ kind: "earthquake" }] });
  await ask(200, "/_sandbox/faults", {});
}

async function driveWebhooks(sandbox: Sandbox, ask: Send): Promise<void> {
  await using receiver = await startReceiver();
  const hook = { url: receiver.url, events: ["customer.created"], retryDelay: 10 };
  const { id } = await ask(200, "/_sandbox/webhooks", hook);
  await ask(200, "/_sandbox/webhooks");
  await ask(400, "/_sandbox/webhooks", { url: "http://fjordlys.example/hook" });
  for (let others = 1; others < 16; ++others) {
    await ask(200, "/_sandbox/webhooks", { ...hook, events: ["invoice.activated"] });
  }
  await ask(409, "/_sandbox/webhooks", hook);
  await ask(200, "/_sandbox/webhooks/faults", { duplicate: 1, reverse: 0, hold: false });
  await createOne(sandbox, business("Announced"));
  await receiver.count(2);
  await ask(200, "/_sandbox/webhooks/faults");
  await ask(400, "/_sandbox/webhooks/faults", { duplicate: -1 });
  const sent = await ask(200, "/_sandbox/webhooks/deliveries?after=0&limit=10");
  await ask(400, "/_sandbox/webhooks/deliveries?limit=0");
  await ask(200, `/_sandbox/webhooks/deliveries/${sent["id"]}/redeliver`, {});
  await receiver.count(3);
  await ask(404, "/_sandbox/webhooks/deliveries/0/redeliver", {});
  await ask(200, `/_sandbox/webhooks/${id}`, undefined, "DELETE");
  await ask(404, `/_sandbox/webhooks/${nobody}`, undefined, "DELETE");
  await ask(200, "/_sandbox/feed?after=0&limit=10000");
  await ask(400, "/_sandbox/feed?limit=0");
  const lines = Array.from({ length: 100 }, () => business("Line"));
  await ask(200, "/_sandbox/settings", { feedLines: 1 });
  await ask(201, "/customers", lines);
  await ask(410, "/_sandbox/feed?after=0");
  await ask(200, "/_sandbox/settings", { feedLines: 10_000 });
}

async function driveState(ask: Send): Promise<void> {
  const state = await ask(200, "/_sandbox/export");
  await ask(400, "/_sandbox/import", { ...state, v: 2 });
  await ask(200, "/_sandbox/import", state);
  await ask(400, "/_sandbox/reset", { tea: true });
  await ask(200, "/_sandbox/reset", {});
}

export async function drive(sandbox: Sandbox): Promise<void> {
  const ask = sender(sandbox);
  await ask(200, "/_sandbox/settings", { syncDelay: 0, accountFilter: "CustomerSince__c" });
  const customer = await driveCustomers(ask);
  await driveContacts(ask, customer);
  await driveOrders(sandbox, ask, customer);
  await driveInvoices(sandbox, ask, customer);
  await driveControl(sandbox, ask, customer);
  await driveErasure(sandbox, ask);
  await driveSettings(ask);
  await driveClockAndFaults(ask);
  await driveWebhooks(sandbox, ask);
  await driveState(ask);
}
