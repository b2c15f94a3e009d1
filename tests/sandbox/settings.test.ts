// The alternatives a client must survive, where the sources leave open what Nue does (nue-api section 10).

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertRefused, business, type Customer, createOne, list, patch, post, send } from "./support/client.ts";
import { setClock } from "./support/clock.ts";
import { draft, entries, newCustomer, orderOf, place, recurring } from "./support/orders.ts";
import { accounts, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const folder = new TemporaryFolder();
let sandbox: Sandbox;
let defaults: Customer;

before(async () => {
  sandbox = await startSandbox(folder.file("nue.db"), ["--control"]);
  defaults = await control(sandbox, "/settings");
});

afterEach(async () => {
  await control(sandbox, "/settings", { ...defaults, syncDelay: 0 });
});

after(async () => {
  await sandbox[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const set = (settings: Customer): Promise<Customer> => control(sandbox, "/settings", settings);
const email = (name: string): Customer => ({ firstName: name, lastName: "A", name, email: `${name}@fjordlys.example` });

test("every setting is answered, and only its own values are taken", async () => {
  assert.deepEqual(defaults, {
    customerSync: "selective",
    syncDelay: 2000,
    feedLines: 10_000,
    accountFilter: "CustomerSince__c",
    batches: "whole",
    unknownMembers: "refused",
    modifiedDate: "lastModifiedDate",
    oneRecord: "array",
    updatePath: "both",
    missingKey: "401",
    filters: "honoured",
    draftOrders: "kept",
    nueToSalesforce: "on",
    salesforcePicklists: "open",
    picklists: "open",
    partialStatus: "207",
    orderStatus: "Activated",
    errorWords: "upper",
  });
  const refused = await send(sandbox, "/_sandbox/settings", { body: { oneRecord: "object", filters: "loved" } });
  assertRefused(refused, 400, "VALIDATION_ERROR", /^filters: expected one of honoured, ignored, refused$/);
  assert.deepEqual(await control(sandbox, "/settings"), defaults);
});

test("batches partial: good rows are stored, bad ones are warnings with their place (10.4)", async () => {
  await set({ batches: "partial" });
  const rows = [business("Good"), { name: "Bad" }, business("Taken", { accountNumber: "A-1" })];
  await createOne(sandbox, business("First", { accountNumber: "A-1" }));
  const reply = await post(sandbox, [...rows, business("Last")]);
  assert.equal(reply.status, 207);
  assert.equal(reply.body.status, "SUCCESS");
  assert.deepEqual(
    reply.body.data.map(({ name }) => name),
    ["Good", "Last"],
  );
  assert.deepEqual(reply.body.warnings, [
    { code: "REQUIRED_FIELD_MISSING", message: "[1].recordType: is required" },
    { code: "DUPLICATE_ACCOUNT_NUMBER", message: "[2].accountNumber: another customer has it" },
  ]);
  assert.equal((await list(sandbox, "name=Taken")).data.length, 0);
  assert.equal((await list(sandbox, "name=Last")).data.length, 1);
});

test("batches partial: all good is 201, none good is a refusal (10.4)", async () => {
  await set({ batches: "partial" });
  assert.equal((await post(sandbox, [business("A"), business("B")])).status, 201);
  assertRefused(await post(sandbox, [{ name: "C" }]), 400, "VALIDATION_ERROR", /\[0\]\.recordType/);
  assertRefused(await post(sandbox, []), 400, "VALIDATION_ERROR");
  const id = await newCustomer(sandbox);
  const path = `/customers/${id}/contacts`;
  assert.equal((await send(sandbox, path, { body: [email("ada")] })).status, 201);
  assertRefused(await send(sandbox, path, { body: [email("ada")] }), 409, "CONFLICT");
  const mixed = await send(sandbox, path, { body: [email("ada"), email("bea")] });
  assert.equal(mixed.status, 207);
  assert.deepEqual(mixed.body.warnings, [{ code: "DUPLICATE_EMAIL", message: "[0].email: another contact has it" }]);
});

test("partialStatus 201: a batch stored in part looks like a whole one (10.4)", async () => {
  await set({ batches: "partial", partialStatus: "201" });
  const reply = await send(sandbox, "/customers", { body: [business("Good"), { name: "Bad" }], contract: false });
  assert.equal(reply.status, 201);
  assert.deepEqual([reply.body.data.length, reply.body.warnings.length], [1, 1]);
});

test("picklists closed: what is not listed is refused, on create and on change (10.18)", async () => {
  const made = await createOne(sandbox, business("Odd", { industry: "Beekeeping", type: "Guest" }));
  await set({ picklists: "closed" });
  for (const member of ["industry", "type"]) {
    const refused = await post(sandbox, [business("A", { [member]: "Beekeeping" })]);
    assertRefused(refused, 400, "VALIDATION_ERROR", RegExp(`^\\[0\\]\\.${member}: `));
    assertRefused(await patch(sandbox, made["id"], { [member]: "Beekeeping" }), 400, "VALIDATION_ERROR");
  }
  assert.equal((await patch(sandbox, made["id"], { industry: "Energy", fax: "1" })).status, 200);
});

test("unknownMembers ignored: dropped with a warning, on create and on change (10.17)", async () => {
  const odd = { id: "x", externalId: "001Ot00000mx5KzIAI", a: { b: ["}", "]", '"'] }, "a/b~": 1 };
  const body = `[{"shoeSize": 1e3, "annualRevenue": 1e6, ${JSON.stringify({ ...business("Odd"), ...odd }).slice(1)}]`;
  assertRefused(await send(sandbox, "/customers", { body }), 400, "VALIDATION_ERROR", /shoeSize: unknown field/);
  await set({ unknownMembers: "ignored" });
  const reply = await send(sandbox, "/customers", { body, contract: false });
  assert.equal(reply.status, 201, reply.text);
  const [made] = reply.body.data;
  assert.equal(made?.["name"], "Odd");
  assert.equal(made?.["externalId"], null);
  assert.equal(made?.["annualRevenue"], 1_000_000);
  const names = reply.body.warnings.map(({ message }) => message).sort();
  assert.deepEqual(
    names,
    ["a", "a~1b~0", "externalId", "id", "shoeSize"].map((name) => `[0].${name}: was ignored`),
  );
  const changed = await send(sandbox, `/customers/${made?.["id"]}`, {
    method: "PATCH",
    body: { accountNumber: "B-1", industry: "Technology", todayARR: 5 },
    contract: false,
  });
  assert.equal(changed.status, 200, changed.text);
  assert.equal(changed.body.data[0]?.["industry"], "Technology");
  assert.equal(changed.body.data[0]?.["accountNumber"], made?.["accountNumber"]);
  assert.equal(changed.body.warnings.length, 2);
});

test("unknownMembers ignored: what is wrong for another reason is refused as before", async () => {
  await set({ unknownMembers: "ignored" });
  assertRefused(await post(sandbox, [{ name: "A", shoeSize: 1 }]), 400, "VALIDATION_ERROR", /^\[0\]\.recordType/);
});

test("filters ignored answer everything, filters refused are a 400: what a client's probe must notice", async () => {
  const token = "0123456789ABCDEFGHJKMNPQRS";
  assert.equal((await list(sandbox, `signupToken=${token}`)).data.length, 0);
  await set({ filters: "ignored" });
  assert.ok((await list(sandbox, `signupToken=${token}`)).data.length > 0);
  await set({ filters: "refused" });
  assertRefused(await send(sandbox, `/customers?signupToken=${token}`), 400, "VALIDATION_ERROR");
  assert.equal((await send(sandbox, "/customers?limit=5&page=1")).status, 200);
});

test("draftOrders synced: a draft brings an account, the customer stays a Prospect (10.12, L2)", async () => {
  const early = await newCustomer(sandbox);
  await draft(sandbox, orderOf(early, recurring(entries.cloudMonthly, 1)));
  await set({ draftOrders: "synced", syncDelay: 0 });
  const id = await newCustomer(sandbox);
  await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  await eventually(
    "linked",
    () => standing(sandbox, id),
    (now) => now === "Prospect Linked",
  );
  assert.equal((await customerOf(sandbox, id))["type"], "Prospect");
  assert.equal(await standing(sandbox, early), "Prospect None");
});

test("nueToSalesforce off: nothing is written there until it is on again; what comes from there arrives (R29)", async () => {
  await set({ syncDelay: 0 });
  const linked = await newCustomer(sandbox);
  await place(sandbox, linked, recurring(entries.cloudMonthly, 1));
  const { externalId: account } = await eventually(
    "linked",
    () => customerOf(sandbox, linked),
    ({ externalId }) => externalId !== null,
  );
  await eventually(
    "settled",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body,
    ({ TodayARR__c, Type }) => TodayARR__c !== undefined || Type === "Direct Customer",
  );
  await set({ nueToSalesforce: "off" });
  const waiting = await newCustomer(sandbox);
  await place(sandbox, waiting, recurring(entries.cloudMonthly, 1));
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "typed in Salesforce" });
  await eventually(
    "inbound",
    () => customerOf(sandbox, linked),
    ({ description }) => description === "typed in Salesforce",
  );
  await patch(sandbox, linked, { fax: "+47 22 00 11 22" });
  await sleep(500);
  assert.equal(await standing(sandbox, waiting), "Active Pending");
  assert.equal((await org(sandbox, "GET", `/sobjects/Account/${account}`)).body["Fax"], null);
  assert.equal((await accounts(sandbox)).filter(({ Nue_Id__c }) => Nue_Id__c === waiting).length, 0);

  // Nothing fails, so time is what notices, once.
  const alarms = (): number => sandbox.log.filter((line) => line.includes("lifecycle.alarm")).length;
  const before = alarms();
  const { pendingSince } = await control(sandbox, `/customers/${waiting}/life`);
  assert.match(String(pendingSince), /^\d{4}-.*Z$/);
  await setClock(sandbox, { step: 15 * 60_000 });
  await eventually(
    "the alarm",
    async () => alarms(),
    (count) => count > before,
  );
  await setClock(sandbox, { step: 15 * 60_000 });
  await sleep(500);
  assert.equal(alarms(), before + 1);

  await set({ nueToSalesforce: "on" });
  await eventually(
    "linked",
    () => standing(sandbox, waiting),
    (now) => now === "Active Linked",
  );
  await eventually(
    "outbound",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body,
    ({ Fax }) => Fax === "+4722001122",
  );
  assert.equal("pendingSince" in (await control(sandbox, `/customers/${waiting}/life`)), false);
  await setClock(sandbox, { skew: 0 });
});
