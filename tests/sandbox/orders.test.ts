// Draft orders, their activation (R12, R14 to R16) and what it makes.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { assertRefused, type Customer, send } from "./support/client.ts";
import {
  activate,
  draft,
  entries,
  getData,
  newCustomer,
  orderOf,
  place,
  recurring,
  sendActivation,
  today,
} from "./support/orders.ts";
import { control } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);
// No account comes while these look.
before(() => control(sandbox, "/settings", { syncDelay: 3_600_000 }));

async function customer(id: string): Promise<Customer> {
  const [found] = await getData(sandbox, `/customers/${id}`);
  assert.ok(found);
  return found;
}

const idsOf = (...ids: readonly unknown[]): string => `customerIds=${encodeURIComponent(JSON.stringify(ids))}`;

test("the catalogue lists products with their price book entries", async () => {
  const products = await getData(sandbox, "/catalog/products");
  const listed = products.flatMap((product) => product["priceBookEntries"] as readonly Customer[]);
  assert.deepEqual(listed.map((entry) => entry["id"]).toSorted(), Object.values(entries).toSorted());
  for (const product of products) {
    for (const entry of product["priceBookEntries"] as readonly Customer[]) {
      assert.equal(entry["productId"], product["id"]);
      assert.ok(Number(entry["listPrice"]) > 0);
    }
  }
  assertRefused(await send(sandbox, "/catalog/products?name=x"), 400, "VALIDATION_ERROR");
});

test("R12: a draft order is stored and changes nothing about its customer", async () => {
  const id = await newCustomer(sandbox);
  const before = await customer(id);
  const made = await draft(sandbox, {
    ...orderOf(id, recurring(entries.cloudMonthly, 3), { priceBookEntryId: entries.gateway, quantity: 2 }),
    name: "First",
    options: { previewInvoice: true, calculateTax: false },
  });
  const { order } = made;
  assert.match(String(order["orderNumber"]), /^O-\d{8}$/);
  assert.deepEqual([order["status"], order["customerId"], order["name"]], ["Draft", id, "First"]);
  assert.deepEqual([order["orderPlacedDate"], order["orderStartDate"]], [null, today()]);
  assert.deepEqual([order["orderTCV"], order["totalAmount"], order["orderACV"]], [2398, 2398, 1800]);
  assert.deepEqual(
    order.orderProducts.map((line) => [line["quantity"], line["listPrice"], line["totalPrice"]]),
    [
      [3, 50, 1800],
      [2, 299, 598],
    ],
  );
  assert.deepEqual([made.subscriptions, made.assets, made.entitlements], [[], [], []]);
  assert.deepEqual([made.invoices.length, made.invoices[0]?.["id"], made.invoices[0]?.["amount"]], [1, null, 748]);
  assert.deepEqual(await customer(id), before);
  for (const path of ["subscriptions", "invoices", "entitlements"]) {
    assert.deepEqual(await getData(sandbox, `/${path}?${idsOf(id)}`), []);
  }
  assert.deepEqual((await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)))).invoices, []);
});

test("a draft needs a customer, a date and lines that fit their products", async () => {
  const id = await newCustomer(sandbox);
  const line = recurring(entries.cloudMonthly, 1);
  const bodies: readonly (readonly [RegExp, unknown])[] = [
    [/^customer: is required; customer\.id: is required$/, { ...orderOf(id, line), customer: null }],
    [/^customer\.id: there is no such customer$/, orderOf(crypto.randomUUID(), line)],
    [/^effectiveDate: is required$/, { ...orderOf(id, line), effectiveDate: null }],
    [/^effectiveDate: /, { ...orderOf(id, line), effectiveDate: "2025-02-30" }],
    [/^orderProducts: /, orderOf(id)],
    [/^orderProducts\[0\]\.priceBookEntryId: /, orderOf(id, recurring("01uHp000007LmNoIAK", 1))],
    [/^orderProducts\[1\]\.quantity: /, orderOf(id, line, { ...line, quantity: 0 })],
    [/^orderProducts\[0\]\.quantity: /, orderOf(id, { ...line, quantity: 1.5 })],
    [/^orderProducts\[0\]\.subscriptionTerm: is required$/, orderOf(id, { ...line, subscriptionTerm: null })],
    [/^orderProducts\[0\]\.subscriptionStartDate: is/, orderOf(id, { ...line, subscriptionStartDate: null })],
    [/^orderProducts\[0\]\.subscriptionTerm: /, orderOf(id, { ...line, subscriptionTerm: 121 })],
    [/^orderProducts\[0\]\.subscriptionStartDate: this product is sold once/, orderOf(id, recurring(entries.map, 1))],
    [/^orderProducts\[0\]\.addOns: /, orderOf(id, { ...line, addOns: [{ productOptionId: "x" }] })],
    [/^orderProducts\[0\]\.discount: unknown field$/, orderOf(id, { ...line, discount: 5 })],
    [/^billToContact\.id: /, { ...orderOf(id, line), billToContact: { id: crypto.randomUUID() } }],
    [/^options\.previewInvoice: /, { ...orderOf(id, line), options: { previewInvoice: "yes" } }],
    [/^status: unknown field$/, { ...orderOf(id, line), status: "Activated" }],
    [/^body: /, [orderOf(id, line)]],
    [/^body: /, "{"],
    [/^body: /, '{"customer":{"id":"a","id":"b"}}'],
  ];
  for (const [message, body] of bodies) {
    assertRefused(await send(sandbox, "/orders", { method: "POST", body }), 400, "VALIDATION_ERROR", message);
  }
  assert.deepEqual(await getData(sandbox, `/orders?${idsOf(id)}`), []);
});

test("R14: the first activation makes a customer of a prospect, in the same moment", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  assert.equal((await customer(id))["type"], "Prospect");
  const activated = await activate(sandbox, order["id"]);
  assert.deepEqual([activated.order["status"], activated.order["orderPlacedDate"]], ["Activated", today()]);
  const { type, customerSince, externalId } = await customer(id);
  assert.deepEqual([type, customerSince, externalId], ["Direct Customer", today(), null]);

  const partner = await newCustomer(sandbox, { type: "Channel Partner" });
  await place(sandbox, partner, recurring(entries.cloudMonthly, 1));
  assert.equal((await customer(partner))["type"], "Channel Partner");
});

test("an activation makes subscriptions, assets, entitlements and an invoice", async () => {
  const id = await newCustomer(sandbox, { paymentTerm: "Net 30" });
  const start = { subscriptionStartDate: "2025-01-31", subscriptionTerm: 1 };
  const { order } = await draft(
    sandbox,
    orderOf(
      id,
      recurring(entries.measurements, 2, start),
      recurring(entries.cloudYearly, 1, { subscriptionStartDate: "2025-03-05" }),
      { priceBookEntryId: entries.gateway, quantity: 1 },
      { priceBookEntryId: entries.map, quantity: 1 },
      { priceBookEntryId: entries.installation, quantity: 1 },
    ),
  );
  const made = await activate(sandbox, order["id"], { generateInvoice: true, activateInvoice: false });
  assert.deepEqual(
    made.subscriptions.map((one) => [one["subscriptionEndDate"], one["totalTCV"], one["status"], one["customerId"]]),
    [
      ["2025-02-27", 40, "Active", id],
      ["2026-03-04", 540, "Active", id],
    ],
  );
  for (const subscription of made.subscriptions) {
    assert.match(String(subscription["name"]), /^SUB-\d{8}$/);
    assert.equal(subscription["subscriptionCompositeId"], `${subscription["name"]}-1`);
  }
  assert.deepEqual(
    made.assets.map((asset) => asset["assetType"]),
    ["Physical", "Virtual"],
  );
  assert.deepEqual(
    made.entitlements.map((one) => [one["quantity"], one["usedQuantity"], one["startDate"], one["endDate"]]),
    [[20000, 0, "2025-01-31", "2025-02-27"]],
  );
  const [invoice] = made.invoices;
  assert.deepEqual([invoice?.["status"], invoice?.["amount"], invoice?.["taxAmount"]], ["Draft", 1478.95, 0]);
  assert.deepEqual(
    invoice?.invoiceItems.map((item) => item["amount"]),
    [40, 540, 299, 149.95, 450],
  );
  assert.equal(
    Date.parse(String(invoice?.["dueDate"])) - Date.parse(String(invoice?.["invoiceDate"])),
    30 * 86_400_000,
  );
  assert.deepEqual(await getData(sandbox, `/subscriptions?${idsOf(id)}`).then((all) => all.length), 2);
  assert.deepEqual(await getData(sandbox, `/entitlements?${idsOf(id)}`), made.entitlements);
});

test("without generateInvoice there is none, and no active one without one", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  const refused = await sendActivation(sandbox, order["id"], { activateInvoice: true });
  assertRefused(refused, 400, "VALIDATION_ERROR", /^options\.activateInvoice: /);
  assert.deepEqual((await activate(sandbox, order["id"])).invoices, []);
});

test("R16: what cannot be activated leaves everything as it was", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  const before = await customer(id);
  for (const options of [{ generateInvoice: 1 }, { unknown: true }]) {
    assertRefused(await sendActivation(sandbox, order["id"], options), 400, "VALIDATION_ERROR");
  }
  assertRefused(await sendActivation(sandbox, crypto.randomUUID()), 404, "NOT_FOUND");
  assert.deepEqual(await customer(id), before);
  assert.equal((await getData(sandbox, `/orders?${idsOf(id)}`))[0]?.["status"], "Draft");
});

test("an order is activated once, however many ask at the same time", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  const replies = await Promise.all(Array.from({ length: 8 }, () => sendActivation(sandbox, order["id"])));
  const statuses = replies.map((reply) => reply.status).toSorted();
  assert.deepEqual(statuses, [201, ...Array(7).fill(409)]);
  assert.equal((await getData(sandbox, `/subscriptions?${idsOf(id)}`)).length, 1);
  assertRefused(await sendActivation(sandbox, order["id"]), 409, "CONFLICT");
});

test("the path of an older guide activates too", async () => {
  const id = await newCustomer(sandbox);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  const reply = await send(sandbox, `/orders/${order["id"]}:activate`, { body: {} });
  assert.equal(reply.status, 201, reply.text);
});

test("orders are listed by customer and status, with what they made on demand", async () => {
  const [a, b] = [await newCustomer(sandbox), await newCustomer(sandbox)];
  const placed = await place(sandbox, a, { priceBookEntryId: entries.gateway, quantity: 1 });
  const { order: open } = await draft(sandbox, orderOf(a, recurring(entries.cloudMonthly, 1)));
  await draft(sandbox, orderOf(b, recurring(entries.cloudMonthly, 1)));
  const ids = async (query: string): Promise<readonly unknown[]> =>
    (await getData(sandbox, `/orders?${query}`)).map((order) => order["id"]).toSorted();
  const both = [placed.order["id"], open["id"]].toSorted();
  assert.deepEqual(await ids(idsOf(a)), both);
  for (const status of ["active", "Activated", "ACTIVE", "activated"]) {
    assert.deepEqual(await ids(`${idsOf(a)}&status=${status}`), [placed.order["id"]]);
  }
  assert.deepEqual(await ids(`${idsOf(a)}&status=draft`), [open["id"]]);
  assert.deepEqual(await ids(`${idsOf(a)}&status=Canceled`), []);
  const [plain] = await getData(sandbox, `/orders?${idsOf(a)}&status=active`);
  assert.ok(plain !== undefined && !Object.hasOwn(plain, "assets") && !Object.hasOwn(plain, "invoices"));
  const [full] = await getData(sandbox, `/orders?${idsOf(a)}&status=active&includes=assets,invoices`);
  assert.deepEqual(full?.["assets"], placed.assets);
  assert.deepEqual(full?.["invoices"], placed.invoices);
  assert.deepEqual(full?.["orderProducts"], placed.order.orderProducts);
  for (const query of ["status=open", "includes=lines", "name=A", "status!=draft", "_predicate=or"]) {
    assertRefused(await send(sandbox, `/orders?${query}`), 400, "VALIDATION_ERROR");
  }
});

test("subscriptions are listed, and autoRenew is switched", async () => {
  const id = await newCustomer(sandbox);
  const [first, second] = (
    await place(sandbox, id, recurring(entries.cloudMonthly, 1), recurring(entries.measurements, 1))
  ).subscriptions;
  const names = async (query: string): Promise<readonly unknown[]> =>
    (await getData(sandbox, `/subscriptions?${query}`)).map((one) => one["name"]).toSorted();
  assert.deepEqual(await names(idsOf(id)), [first?.["name"], second?.["name"]].toSorted());
  assert.deepEqual(await names(`name=${second?.["name"]}`), [second?.["name"]]);
  assert.deepEqual(await names(`${idsOf(id)}&status=canceled`), []);
  const [embedded] = await getData(sandbox, `/subscriptions?name=${first?.["name"]}&includes=product,pricetags`);
  assert.equal((embedded?.["product"] as Customer | undefined)?.["sku"], "FL-CLOUD");
  assert.deepEqual(embedded?.["pricetags"], []);

  const path = `/subscriptions/${first?.["id"]}`;
  const reply = await send(sandbox, path, { method: "PATCH", body: { autoRenew: true, renewalTerm: 24 } });
  assert.deepEqual([reply.body.data[0]?.["autoRenew"], reply.body.data[0]?.["renewalTerm"]], [true, 24]);
  assert.deepEqual(await getData(sandbox, `/subscriptions?name=${first?.["name"]}`), reply.body.data);
  for (const body of [{ autoRenew: "yes" }, { quantity: 2 }, { renewalTerm: 0 }, []]) {
    assertRefused(await send(sandbox, path, { method: "PATCH", body }), 400, "VALIDATION_ERROR");
  }
  const nobody = await send(sandbox, `/subscriptions/${crypto.randomUUID()}`, { method: "PATCH", body: {} });
  assertRefused(nobody, 404, "NOT_FOUND");
});

test("metrics are recomputed when the program starts, and a restart keeps what was activated", async () => {
  using own = new TemporaryFolder();
  const first = await startSandbox(own.file("nue.db"));
  const id = await newCustomer(first);
  const { order } = await place(first, id, recurring(entries.cloudMonthly, 2));
  const metrics = async (at: Sandbox): Promise<readonly unknown[]> => {
    const [found] = await getData(at, `/customers/${id}`);
    return [found?.["todayARR"], found?.["todayCMRR"], found?.["totalTCV"]];
  };
  assert.deepEqual(await metrics(first), [0, 0, 0]);
  assert.equal(order["orderTCV"], 1200);
  await first.signal("SIGKILL");
  await using second = await startSandbox(own.file("nue.db"));
  assert.deepEqual(await metrics(second), [1200, 100, 1200]);
  assert.equal((await getData(second, `/orders?${idsOf(id)}&status=active`)).length, 1);
  assert.deepEqual((await getData(second, "/customers?todayARR>=1200")).length, 1);
});
