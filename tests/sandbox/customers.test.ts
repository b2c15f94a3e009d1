// What a customer looks like, and what a create refuses beyond the lifecycle rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, business, create, createOne, list, patch, post, send } from "./support/client.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox();

test("an answered customer has every documented member", async () => {
  const address = ["Street", "City", "State", "PostalCode", "Country"];
  const members = [
    ..."id externalId accountNumber name recordType type email phone fax website industry ownership".split(" "),
    ..."companySize numberOfEmployees annualRevenue description paymentMethod paymentMethods".split(" "),
    ..."paymentTerm taxExempt billCycleDay billCycleStartMonth billingProrationEnabled billingPeriod".split(" "),
    ..."billingTiming parentCustomerId orderPrimaryContactId salesAccountId customerSince status".split(" "),
    ..."createdDate lastModifiedDate createdById lastModifiedById todayARR todayCMRR totalTCV".split(" "),
    ...address.flatMap((part) => [`billing${part}`, `shipping${part}`]),
    "signupToken",
  ];
  const customer = await createOne(sandbox, business("A"));
  assert.deepEqual(Object.keys(customer).toSorted(), members.toSorted());
  assert.deepEqual([customer["todayARR"], customer["todayCMRR"], customer["totalTCV"]], [0, 0, 0]);
});

test("values come back as they were sent, by their JSON type", async () => {
  const sent = business("O'Brien & Sohne \u{1f3a4}", {
    annualRevenue: 1234567.5,
    numberOfEmployees: 48,
    taxExempt: false,
    paymentMethods: ["ACH", "Credit Card"],
    billingStreet: "Havnegata 7\nPort 2",
    description: 'a "quoted" \\ text',
    signupToken: "0123456789ABCDEFGHJKMNPQRS",
  });
  const created = await createOne(sandbox, sent);
  for (const [member, value] of Object.entries(sent)) assert.deepEqual(created[member], value, member);
  assert.deepEqual((await send(sandbox, `/customers/${created["id"]}`)).body.data, [created]);
});

test("an integer is taken for a bill cycle day and answered as text", async () => {
  assert.equal((await createOne(sandbox, business("A", { billCycleDay: 3 })))["billCycleDay"], "3");
});

test("text that looks like code is kept as text", async () => {
  for (const name of [
    "'; DROP TABLE customers;--",
    '" OR 1=1',
    "\u0024{jndi:ldap://x}",
    "%n%s",
    "=HYPERLINK(1)",
    "Null",
  ]) {
    assert.equal((await createOne(sandbox, business(name)))["name"], name);
    const found = await list(sandbox, `name=${encodeURIComponent(name)}`);
    assert.equal(found.pagination?.total, 1, name);
  }
});

test("an account number may be chosen, once", async () => {
  assert.equal((await createOne(sandbox, business("A", { accountNumber: "MINE-1" })))["accountNumber"], "MINE-1");
  const again = await post(sandbox, [business("B"), business("C", { accountNumber: "MINE-1" })]);
  assertRefused(again, 409, "CONFLICT", /^\[1\]\.accountNumber: /);
  const within = await post(sandbox, [business("B", { accountNumber: "X" }), business("C", { accountNumber: "X" })]);
  assertRefused(within, 409, "CONFLICT", /^\[1\]\.accountNumber: /);
});

test("two customers may share name and e-mail", async () => {
  const [a, b] = await create(sandbox, ...Array(2).fill(business("Same", { email: "same@mail.example" })));
  assert.notEqual(a?.["id"], b?.["id"]);
  assert.notEqual(a?.["accountNumber"], b?.["accountNumber"]);
});

test("unknown members are refused by name, prototype members among them", async () => {
  for (const member of ["nickname", "customFields", "constructor", "toString", "Name"]) {
    assertRefused(await post(sandbox, [business("A", { [member]: "x" })]), 400, "VALIDATION_ERROR", RegExp(member));
  }
  const body = '[{"name":"A","recordType":"Business","__proto__":{"x":1}}]';
  assertRefused(await send(sandbox, "/customers", { body }), 400, "VALIDATION_ERROR", /__proto__/);
});

test("the first 20 problems are listed, each with its row", async () => {
  const reply = await post(sandbox, Array(30).fill({ recordType: "Business" }));
  assert.equal(reply.body.message?.split("; ").length, 20);
  assert.match(reply.body.message ?? "", /\[19\]\.name: is required$/);
});

test("a custom field is held to its length", async () => {
  const long = business("A", { signupToken: "x".repeat(27) });
  assertRefused(await post(sandbox, [long]), 400, "VALIDATION_ERROR", /^\[0\]\.signupToken: /);
});

test("what is accepted with doubt is reported in warnings", async () => {
  const reply = await post(sandbox, [business("A"), business("B", { industry: "Falconry" })]);
  assert.equal(reply.status, 201);
  assert.deepEqual(reply.body.warnings, [{ code: "enum.unlisted", message: "[1].industry: is not a listed value" }]);
});

test("a parent exists and is never below its child", async () => {
  const parentCustomerId = (await createOne(sandbox, business("Top")))["id"];
  const child = await createOne(sandbox, business("Child", { parentCustomerId }));
  assert.equal(child["parentCustomerId"], parentCustomerId);
  const circle = await patch(sandbox, parentCustomerId, { parentCustomerId: child["id"] });
  assertRefused(circle, 400, "VALIDATION_ERROR", /^parentCustomerId: /);
  const nobody = business("A", { parentCustomerId: crypto.randomUUID() });
  assertRefused(await post(sandbox, [nobody]), 400, "VALIDATION_ERROR", /^\[0\]\.parentCustomerId: /);
});

test("no idempotency header is honoured: twice sent is twice created", async () => {
  const call = { headers: { "idempotency-key": crypto.randomUUID() }, body: [business("Twice")] };
  const [first, second] = [await send(sandbox, "/customers", call), await send(sandbox, "/customers", call)];
  assert.notEqual(first.body.data[0]?.["id"], second.body.data[0]?.["id"]);
});
