// Invoices and the transaction hub.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, type Customer, type Reply, send } from "./support/client.ts";
import { activate, draft, entries, getData, newCustomer, orderOf, place, recurring } from "./support/orders.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox();

const goods = { priceBookEntryId: entries.gateway, quantity: 1 };

async function invoiceFor(customerId: unknown, ...lines: readonly Customer[]): Promise<Customer> {
  const [invoice] = (await place(sandbox, customerId, ...lines)).invoices;
  assert.ok(invoice);
  return invoice;
}

function activateInvoices(...invoiceIds: readonly unknown[]): Promise<Reply> {
  return send(sandbox, "/billing/invoices:activate", { body: { invoiceIds } });
}

function upload(body: unknown): Promise<Reply> {
  return send(sandbox, "/revenue/transaction-hub/upload", { body });
}

test("an invoice is read by itself, below its customer, and nowhere else", async () => {
  const [a, b] = [await newCustomer(sandbox), await newCustomer(sandbox)];
  const invoice = await invoiceFor(a, goods);
  for (const path of [`/invoices/${invoice["id"]}`, `/customers/${a}/invoices/${invoice["id"]}`]) {
    assert.deepEqual(await getData(sandbox, path), [invoice]);
  }
  assert.deepEqual(await getData(sandbox, `/customers/${a}/invoices`), [invoice]);
  assert.deepEqual(await getData(sandbox, `/customers/${b}/invoices`), []);
  for (const path of [
    `/customers/${b}/invoices/${invoice["id"]}`,
    `/invoices/${crypto.randomUUID()}`,
    `/customers/${crypto.randomUUID()}/invoices`,
  ]) {
    assertRefused(await send(sandbox, path), 404, "NOT_FOUND");
  }
});

test("invoices are filtered like customers, and by states in any case", async () => {
  const id = await newCustomer(sandbox);
  const cheap = await invoiceFor(id, { priceBookEntryId: entries.map, quantity: 1 });
  const dear = await invoiceFor(id, goods);
  await activateInvoices(dear["id"]);
  const ids = async (query: string): Promise<readonly unknown[]> =>
    (await getData(sandbox, `/invoices?customerId=${id}&${query}`)).map((invoice) => invoice["id"]);
  assert.deepEqual(await ids("amount>149.95"), [dear["id"]]);
  assert.deepEqual(await ids("amount%3E=149.95&amount<299"), [cheap["id"]]);
  assert.deepEqual(await ids("amount=149.95"), [cheap["id"]]);
  assert.deepEqual(await ids("status=draft"), [cheap["id"]]);
  assert.deepEqual(await ids("status!=DRAFT"), [dear["id"]]);
  assert.deepEqual(await ids("paymentStatus=nottransferred"), [cheap["id"]]);
  assert.deepEqual(await ids("paymentStatus=transferred"), [dear["id"]]);
  assert.deepEqual(await ids("paymentStatus=paid"), []);
  assert.deepEqual(await ids("limit=1&page=2"), [dear["id"]]);
  for (const query of ["status=open", "amount=1.005", "nickname=x", "includes=lines", "customerId>x", "mappingKey=x"]) {
    assertRefused(await send(sandbox, `/invoices?${query}`), 400, "VALIDATION_ERROR");
  }
  const [full] = await getData(sandbox, `/invoices/${dear["id"]}?includes=assets,orders,paymentApplications`);
  assert.equal((full?.["orders"] as readonly Customer[] | undefined)?.[0]?.["id"], dear["orderId"]);
  assert.equal((full?.["assets"] as readonly Customer[] | undefined)?.[0]?.["assetType"], "Physical");
  assert.deepEqual(full?.["paymentApplications"], []);
});

test("drafts are activated together or not at all, and once", async () => {
  const id = await newCustomer(sandbox);
  const [a, b] = [await invoiceFor(id, goods), await invoiceFor(id, goods)];
  assertRefused(await activateInvoices(a["id"], crypto.randomUUID()), 400, "VALIDATION_ERROR", /^invoiceIds\[1\]: /);
  assert.deepEqual((await getData(sandbox, `/invoices/${a["id"]}`))[0]?.["status"], "Draft");
  const reply = await activateInvoices(a["id"], b["id"]);
  assert.equal(reply.status, 200, reply.text);
  assert.deepEqual(
    reply.body.data.map((invoice) => [invoice["id"], invoice["status"], invoice["paymentStatus"]]),
    [
      [a["id"], "Active", "Transferred"],
      [b["id"], "Active", "Transferred"],
    ],
  );
  assertRefused(await activateInvoices(a["id"]), 409, "CONFLICT");
  for (const body of [{}, { invoiceIds: [] }, { invoiceIds: "x" }, { filter: "{}" }, { invoiceIds: [1] }]) {
    assertRefused(await send(sandbox, "/billing/invoices:activate", { body }), 400, "VALIDATION_ERROR");
  }
});

test("the first activated invoice writes the customer's row of the transaction hub, and no other does", async () => {
  const id = await newCustomer(sandbox);
  const path = `/customers/${id}/transactionHubData`;
  assert.deepEqual(await getData(sandbox, path), []);
  await place(sandbox, id, goods);
  assert.deepEqual(await getData(sandbox, path), []);
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  const made = await activate(sandbox, order["id"], { generateInvoice: true, activateInvoice: true });
  assert.equal(made.invoices[0]?.["status"], "Active");
  const rows = await getData(sandbox, path);
  assert.deepEqual(
    rows.map((row) => [row["transactionType"], row["nueId"], row["direction"], row["status"]]),
    [["customer", id, "outbound", "Success"]],
  );
  await activateInvoices((await invoiceFor(id, goods))["id"]);
  assert.deepEqual(await getData(sandbox, path), rows);
  assertRefused(await send(sandbox, `/customers/${crypto.randomUUID()}/transactionHubData`), 404, "NOT_FOUND");
});

test("an upload maps records to outside systems and reports through its job", async () => {
  const id = await newCustomer(sandbox);
  const row = { transactiontype: "customer", nueid: id, externalsystem: "QuickBooks", externalsystemid: "q1" };
  const reply = await upload([{ ...row, externalid: "42" }, row, { ...row, externalid: "x", nickname: "y" }]);
  assert.equal(reply.status, 202, reply.text);
  const { jobId } = reply.body.data as unknown as Customer;
  const job = (await send(sandbox, `/revenue/transaction-hub/async-job/${jobId}`)).body.data as unknown as Customer;
  assert.deepEqual([job["status"], job["total"], job["succeeded"], job["failed"]], ["Completed", 3, 1, 2]);
  assert.deepEqual(job["errors"], ["[1].externalid: is required", "[2].nickname: unknown field"]);
  const rows = await getData(sandbox, `/customers/${id}/transactionHubData`);
  assert.deepEqual(
    rows.map((one) => [one["externalSystem"], one["externalId"]]),
    [["QuickBooks", "42"]],
  );
  for (const body of [[], {}, "[", Array(5001).fill({})]) {
    assertRefused(await upload(body), 400, "VALIDATION_ERROR");
  }
  const unknown = await send(sandbox, `/revenue/transaction-hub/async-job/${crypto.randomUUID()}`);
  assertRefused(unknown, 404, "NOT_FOUND");
});

test("credits: nobody has any, and parameters are read all the same", async () => {
  const id = await newCustomer(sandbox);
  for (const what of ["credit-flows", "credit-stats"]) {
    const path = `/customers/${id}/${what}`;
    const pools = encodeURIComponent('["main"]');
    const { status, body } = await send(sandbox, `${path}?accountPoolIds=${pools}&limit=5`);
    assert.deepEqual([status, body.data, body.pagination], [200, [], { page: 1, limit: 5, total: 0 }]);
    for (const wrong of ["accountPoolIds=main", "limit=501", "name=A"]) {
      assertRefused(await send(sandbox, `${path}?${wrong}`), 400, "VALIDATION_ERROR");
    }
    assertRefused(await send(sandbox, `/customers/${crypto.randomUUID()}/${what}`), 404, "NOT_FOUND");
  }
});
