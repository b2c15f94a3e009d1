// How answers are spelled, where the sources leave it open: a client must survive each of these (nue-api section 10).

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { business, type Customer, createOne, list, patch, post, send } from "./support/client.ts";
import { draft, entries, newCustomer, orderOf, recurring } from "./support/orders.ts";
import { control, customerOf } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);
const defaults = await control(sandbox, "/settings");
afterEach(() => control(sandbox, "/settings", defaults));

const set = (settings: Customer): Promise<Customer> => control(sandbox, "/settings", settings);

test("modifiedDate: beside lastModifiedDate, or alone (10.6)", async () => {
  const text = '"lastModifiedDate":1';
  const made = await createOne(sandbox, business("Dated", { description: text }));
  const moment = made["lastModifiedDate"];
  assert.equal("modifiedDate" in made, false);
  await set({ modifiedDate: "both" });
  const both = await customerOf(sandbox, made["id"]);
  assert.deepEqual([both["lastModifiedDate"], both["modifiedDate"]], [moment, moment]);
  assert.equal(both["description"], text);
  await set({ modifiedDate: "modifiedDate" });
  for (const { data } of [await list(sandbox, "name=Dated"), (await patch(sandbox, made["id"], {})).body]) {
    assert.equal("lastModifiedDate" in (data[0] ?? {}), false);
    assert.ok(Date.parse(String(data[0]?.["modifiedDate"])));
  }
});

test("oneRecord object: one record is no array, a list still is (10.26)", async () => {
  const made = await createOne(sandbox, business("One", { description: '],"warnings":[' }));
  await set({ oneRecord: "object" });
  for (const reply of [
    await send(sandbox, `/customers/${made["id"]}?includes=contacts`),
    await patch(sandbox, made["id"], { industry: "Technology" }),
    await send(sandbox, `/orders/customers/${made["id"]}`, { method: "PATCH", body: { industry: null } }),
  ]) {
    const data = reply.body.data as unknown as Customer;
    assert.equal(data["id"], made["id"], reply.text);
    assert.deepEqual(reply.body.warnings, []);
  }
  assert.equal((await list(sandbox, "name=One")).data.length, 1);
  assert.equal((await post(sandbox, [business("Two")])).body.data.length, 1);
});

test("updatePath: only one of the two (10.9)", async () => {
  const id = await newCustomer(sandbox);
  const update = async (path: string): Promise<number> =>
    (await send(sandbox, `${path}/${id}`, { method: "PATCH", body: { fax: "1" } })).status;
  const both = async () => [await update("/customers"), await update("/orders/customers")];
  assert.deepEqual(await both(), [200, 200]);
  await set({ updatePath: "customers" });
  assert.deepEqual(await both(), [200, 404]);
  await set({ updatePath: "orders" });
  assert.deepEqual(await both(), [404, 200]);
  assert.equal((await send(sandbox, `/customers/${id}`)).status, 200);
});

test("missingKey 400: no key is an invalid request, a wrong one is still 401 (10.3)", async () => {
  const without = (): Promise<Response> => fetch(`${sandbox.origin}/customers`);
  assert.equal((await without()).status, 401);
  await set({ missingKey: "400" });
  assert.equal((await without()).status, 400);
  assert.equal((await send(sandbox, "/customers", { headers: { "nue-api-key": "other" } })).status, 401);
});

test("orderStatus Active: what an order is after its activation (10.7)", async () => {
  await set({ orderStatus: "Active" });
  const id = await newCustomer(sandbox, { description: '"status":"Activated"' });
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  assert.equal(order["status"], "Draft");
  await send(sandbox, `/orders/${order["id"]}`, { body: {}, contract: false });
  const listed = await send(sandbox, `/orders?customerIds=["${id}"]&status=activated`, { contract: false });
  assert.deepEqual(
    listed.body.data.map(({ status }) => status),
    ["Active"],
  );
  assert.equal((await customerOf(sandbox, id))["description"], '"status":"Activated"');
});

test("errorWords lower: the literals of a refusal are others, the status of HTTP is the same (10.2)", async () => {
  await set({ errorWords: "lower" });
  const name = "FAILED, ERROR";
  const refused = await send(sandbox, "/customers", { body: [{ name, recordType: "B,C" }], contract: false });
  assert.equal(refused.status, 400);
  const { status, errorType, errorCode, message } = refused.body;
  assert.deepEqual([status, errorType, errorCode], ["error", "validation_error", "invalid_field_value"]);
  assert.match(String(message), /recordType: .*Business/);
});
