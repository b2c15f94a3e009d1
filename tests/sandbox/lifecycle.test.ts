// R1 to R10: creating, naming and changing a customer, as Nue documents it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, business, create, createOne, list, patch, post, send } from "./support/client.ts";
import { shareSandbox } from "./support/shared.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const linkedId = "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60";
const linkedExternalId = "001Ot00000mx5KzIAI";

const { sandbox } = await shareSandbox([], [business("Linked", { id: linkedId, externalId: linkedExternalId })]);

/** How many customers there are. */
async function total(): Promise<number | undefined> {
  return (await list(sandbox, "limit=1")).pagination?.total;
}

test("R1: without a name, or without a record type, a customer is refused", async () => {
  assertRefused(await post(sandbox, [{ recordType: "Business" }]), 400, "VALIDATION_ERROR", /^\[0\]\.name: /);
  assertRefused(await post(sandbox, [{ name: "A" }]), 400, "VALIDATION_ERROR", /^\[0\]\.recordType: /);
  assertRefused(await post(sandbox, [{ name: null, recordType: "Business" }]), 400, "VALIDATION_ERROR", /\.name: /);
});

test("R2: a record type other than the two is refused, and the message lists the two", async () => {
  for (const recordType of ["Individual", "business", "", 7]) {
    const reply = await post(sandbox, [business("A"), { name: "B", recordType }]);
    assertRefused(reply, 400, "VALIDATION_ERROR", /^\[1\]\.recordType: /);
  }
  const reply = await post(sandbox, [{ name: "B", recordType: "Individual" }]);
  assert.equal(reply.body.message, "[0].recordType: expected one of Business, Consumer");
});

test("R3: a created customer has an id, an account number, dates and no external id", async () => {
  const customer = await createOne(sandbox, business("Fjordlys Instruments AS"));
  assert.match(String(customer["id"]), uuid);
  assert.match(String(customer["accountNumber"]), /^ACC-\d{4}-\d{3,}$/);
  assert.match(String(customer["createdDate"]), iso);
  assert.equal(customer["lastModifiedDate"], customer["createdDate"]);
  assert.equal(customer["externalId"], null);
});

test("R4: the type is Prospect unless one is sent", async () => {
  assert.equal((await createOne(sandbox, business("A")))["type"], "Prospect");
  assert.equal((await createOne(sandbox, business("A", { type: "Channel Partner" })))["type"], "Channel Partner");
});

test("R5: 200 customers pass, 201 fail as a whole", async () => {
  const before = await total();
  const rows = Array.from({ length: 201 }, (_, index) => business(`Row ${index}`));
  assertRefused(await post(sandbox, rows), 400, "VALIDATION_ERROR");
  assert.equal(await total(), before);
  const created = await create(sandbox, ...rows.slice(1));
  assert.deepEqual(
    created.map((customer) => customer["name"]),
    rows.slice(1).map((row) => row["name"]),
  );
});

test("R5: one bad row refuses the whole batch and stores nothing", async () => {
  const before = await total();
  const rows = Array.from({ length: 200 }, (_, index) => (index === 57 ? { recordType: "Business" } : business("A")));
  assertRefused(await post(sandbox, rows), 400, "VALIDATION_ERROR", /^\[57\]\.name: is required$/);
  assert.equal(await total(), before);
});

test("R6: an object, an empty array and what is not JSON are refused", async () => {
  for (const body of [
    business("A"),
    [],
    "",
    "[",
    "null",
    '"text"',
    "[null]",
    "\ufeff[]",
    '[{"name":"A","name":"B"}]',
  ]) {
    assertRefused(await send(sandbox, "/customers", { method: "POST", body }), 400, "VALIDATION_ERROR");
  }
});

test("R7: ids never come from a client, nor does anything Nue sets itself", async () => {
  const customer = await createOne(sandbox, business("A"));
  const members = ["id", "externalId", "createdDate", "lastModifiedDate", "customerSince", "status", "todayARR"];
  for (const member of members) {
    const sent = { [member]: member === "todayARR" ? 1 : customer["id"] };
    const message = new RegExp(`${member}: is read-only$`);
    assertRefused(await post(sandbox, [business("A", sent)]), 400, "VALIDATION_ERROR", message);
    assertRefused(await patch(sandbox, customer["id"], sent), 400, "VALIDATION_ERROR", message);
  }
  assertRefused(await patch(sandbox, customer["id"], { accountNumber: "X" }), 400, "VALIDATION_ERROR");
});

test("R8: the Nue id, in any case, and the Salesforce id give the same record", async () => {
  const byId = await send(sandbox, `/customers/${linkedId}`);
  assert.equal(byId.status, 200);
  for (const id of [linkedId.toUpperCase(), linkedExternalId]) {
    assert.equal((await send(sandbox, `/customers/${id}`)).text, byId.text);
  }
  const patched = await patch(sandbox, linkedExternalId, { phone: "+47 22 00 11 33" });
  assert.equal(patched.body.data[0]?.["id"], linkedId);
  assert.equal((await send(sandbox, `/customers/${linkedId}`)).body.data[0]?.["phone"], "+47 22 00 11 33");
});

test("R9: 15 and 18 characters name the same record, and case matters", async () => {
  const by18 = await send(sandbox, `/customers/${linkedExternalId}`);
  assert.equal((await send(sandbox, `/customers/${linkedExternalId.slice(0, 15)}`)).text, by18.text);
  const others = ["001Ot00000mx5kz", "001Ot00000mX5Kz", "001Ot00000mx5KzIAJ", "001Ot00000mx5K", "003Ot00000mx5Kz"];
  for (const id of others) assertRefused(await send(sandbox, `/customers/${id}`), 404, "NOT_FOUND");
});

test("R10: PATCH changes the members sent and moves lastModifiedDate, nothing else", async () => {
  const before = await createOne(sandbox, business("A", { description: "Old", industry: "Banking", taxExempt: true }));
  const reply = await patch(sandbox, before["id"], { phone: "+47 22 00 11 33", description: null, industry: "" });
  assert.equal(reply.status, 200);
  const after = reply.body.data[0];
  assert.ok(after);
  const { lastModifiedDate, ...rest } = after;
  assert.ok(String(lastModifiedDate) > String(before["lastModifiedDate"]));
  const { lastModifiedDate: _, ...expected } = before;
  assert.deepEqual(rest, { ...expected, phone: "+47 22 00 11 33", description: null, industry: null });
  assert.deepEqual((await send(sandbox, `/customers/${before["id"]}`)).body.data, [after]);
});

test("R10: two PATCHes in a row both move lastModifiedDate; an empty one does too", async () => {
  const { id, lastModifiedDate } = await createOne(sandbox, business("A"));
  const dates = [lastModifiedDate];
  for (const change of [{ phone: null }, {}, { phone: null }]) {
    dates.push((await patch(sandbox, id, change)).body.data[0]?.["lastModifiedDate"]);
  }
  assert.deepEqual(dates, dates.toSorted());
  assert.equal(new Set(dates).size, 4);
});

test("R10: the path of Nue's updating guide does the same", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const reply = await send(sandbox, `/orders/customers/${id}`, { method: "PATCH", body: { name: "B" } });
  assert.equal(reply.body.data[0]?.["name"], "B");
});

test("R10: PATCH takes one object, keeps what is required and needs a customer", async () => {
  const { id } = await createOne(sandbox, business("A"));
  for (const body of [[{ name: "B" }], { name: null }, { recordType: null }, { name: "" }, { unknown: 1 }]) {
    assertRefused(await patch(sandbox, id, body), 400, "VALIDATION_ERROR");
  }
  assertRefused(await patch(sandbox, crypto.randomUUID(), { name: "B" }), 404, "NOT_FOUND");
});
