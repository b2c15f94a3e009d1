// Trouble between the sync and the org: refused, lost, and cut off before each of its steps in turn (L3, L7, L11, L14, R27).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Customer, patch, send } from "./support/client.ts";
import { faultsOf, met, setFaults } from "./support/faults.ts";
import { entries, newCustomer, place, recurring } from "./support/orders.ts";
import { accounts, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);
before(() => control(sandbox, "/settings", { syncDelay: 0 }));

async function activated(more: Customer = {}): Promise<string> {
  const id = await newCustomer(sandbox, more);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  return id;
}

async function accountsOf(id: string): Promise<readonly Customer[]> {
  return (await accounts(sandbox)).filter(({ Nue_Id__c }) => Nue_Id__c === id);
}

async function untilLinked(id: string): Promise<string> {
  const customer = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  return String(customer["externalId"]);
}

test("a transient failure is tried again, and one account is made", async () => {
  await setFaults(sandbox, { kind: "sync_failure", route: "sync create Account", times: 2 });
  const id = await activated();
  await eventually(
    "refused once",
    () => met(sandbox),
    (count) => count > 0,
  );
  assert.equal(await standing(sandbox, id), "Active Pending");
  await untilLinked(id);
  assert.equal((await accountsOf(id)).length, 1);
});

test("a permanent refusal holds the customer until a person releases it", async () => {
  await setFaults(sandbox, { kind: "sync_failure", route: "sync create *", times: 1, permanent: true });
  const id = await activated();
  await eventually(
    "held",
    () => standing(sandbox, id),
    (now) => now === "Active Held",
  );
  assert.equal((await accountsOf(id)).length, 0);
  await control(sandbox, `/customers/${id}/events`, { event: "hold_released" });
  await untilLinked(id);
});

test("an account whose making was not heard of is found again, not made twice", async () => {
  await setFaults(sandbox, { kind: "sync_lost", route: "sync create Account", times: 1 });
  const id = await activated();
  const account = await untilLinked(id);
  assert.deepEqual(
    (await accountsOf(id)).map(({ Id }) => Id),
    [account],
  );
  assert.equal(await met(sandbox), 1);
});

test("a write that was not heard of is no edit of Salesforce, and a newer one of Nue arrives", async () => {
  const id = await activated({ description: "first" });
  const account = await untilLinked(id);
  await setFaults(sandbox, { kind: "sync_lost", route: "sync write_org Account", times: 1 });
  await patch(sandbox, id, { description: "second" });
  await eventually(
    "lost",
    () => met(sandbox),
    (count) => count === 1,
  );
  await patch(sandbox, id, { description: "third" });
  await eventually(
    "third",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body,
    ({ Description }) => Description === "third",
  );
  assert.equal((await customerOf(sandbox, id))["description"], "third");
  assert.deepEqual(await control(sandbox, "/conflicts"), []);
});

/** What happens to one customer: linked with its contact, then edited on both sides. Ends when both sides are equal. */
async function life(): Promise<void> {
  const id = await newCustomer(sandbox);
  const email = `${id.slice(0, 8)}@fjordlys.example`;
  const contact = [{ firstName: "Solveig", lastName: "Aune", name: "Solveig Aune", email }];
  assert.equal((await send(sandbox, `/customers/${id}/contacts`, { body: contact })).status, 201);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  const account = await untilLinked(id);
  await patch(sandbox, id, { industry: "Technology" });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "typed in Salesforce" });
  await eventually(
    "equal",
    async () => [(await org(sandbox, "GET", `/sobjects/Account/${account}`)).body, await customerOf(sandbox, id)],
    ([there, here]) => there?.["Industry"] === "Technology" && here?.["description"] === "typed in Salesforce",
  );
  await eventually(
    "the contact",
    async () => (await send(sandbox, `/customers/${id}/contacts`)).body.data,
    ([made]) => made?.["externalId"] !== null,
  );
  assert.equal((await accountsOf(id)).length, 1);
  const contacts = (await org(sandbox, "GET", `/sobjects/Contact?AccountId=${account}`)).body;
  assert.equal((contacts["records"] as readonly unknown[]).length, 1);
}

test("cut off before each step in turn, everything arrives once", { timeout: 300_000 }, async () => {
  let cuts = 0;
  for (let passing = 0; ; passing += 1) {
    await setFaults(sandbox, { kind: "sync_cut", route: "sync *", times: 1, after: passing });
    await life();
    const [fault] = await faultsOf(sandbox);
    if (fault?.["met"] === 0) break;
    cuts += 1;
  }
  // Making two records and a pass over them takes more steps than this.
  assert.ok(cuts >= 15, `${cuts}`);
  assert.deepEqual(await control(sandbox, "/conflicts"), []);
});

/** Until the record in Salesforce, or here, holds these values. */
function untilHolds(what: string, ask: () => Promise<Customer>, wanted: Customer): Promise<Customer> {
  return eventually(what, ask, (now) => Object.entries(wanted).every(([name, value]) => now[name] === value));
}

const inOrg = async (account: string): Promise<Customer> =>
  (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body;

async function untilMet(): Promise<void> {
  await eventually(
    "the fault is met",
    () => met(sandbox),
    (count) => count === 1,
  );
}

test("L13: what is typed in Salesforce between a pass's reading and its writing is not written over", async () => {
  const id = await activated({ description: "first" });
  const account = await untilLinked(id);
  await untilHolds("at rest", () => inOrg(account), { Description: "first", Type: "Direct Customer" });
  await setFaults(sandbox, { kind: "sync_delay", route: "sync write_org Account", times: 1, delay: 800 });
  await patch(sandbox, id, { description: "typed in Nue" });
  await untilMet();
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "typed in Salesforce" });
  await untilHolds("the master's value", () => customerOf(sandbox, id), { description: "typed in Salesforce" });
  assert.equal((await inOrg(account))["Description"], "typed in Salesforce");
  const conflicts = (await control(sandbox, "/conflicts")) as unknown as readonly Customer[];
  assert.deepEqual(
    conflicts.filter(({ record }) => record === id).map(({ lost }) => lost),
    [["typed in Nue"]],
  );
});

test("L13: what is typed in Nue between a pass's reading and its writing is not written over", async () => {
  const id = await activated({ description: "first" });
  const account = await untilLinked(id);
  await untilHolds("at rest", () => inOrg(account), { Description: "first", Type: "Direct Customer" });
  await setFaults(sandbox, { kind: "sync_delay", route: "sync write_nue Account", times: 1, delay: 800 });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Fax: "+47 22 00 11 99" });
  await untilMet();
  await patch(sandbox, id, { industry: "Technology" });
  await untilHolds("both edits here", () => customerOf(sandbox, id), { industry: "Technology", fax: "+4722001199" });
  await untilHolds("both edits there", () => inOrg(account), { Industry: "Technology" });
});

test("L17: a hold that begins while a pass is under way keeps out what the pass was about to write", async () => {
  const id = await activated({ description: "first" });
  const account = await untilLinked(id);
  await untilHolds("at rest", () => inOrg(account), { Description: "first", Type: "Direct Customer" });
  await setFaults(sandbox, { kind: "sync_delay", route: "sync write_nue Account", times: 1, delay: 800 });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "second" });
  await untilMet();
  await control(sandbox, `/customers/${id}/events`, { event: "sync_failed", permanent: true });
  // Another customer's sync comes after the pass that waits.
  await untilLinked(await activated());
  assert.equal((await customerOf(sandbox, id))["description"], "first");
  await control(sandbox, `/customers/${id}/events`, { event: "hold_released" });
  await untilHolds("once it is released", () => customerOf(sandbox, id), { description: "second" });
});

test("L9: who is tied to another account while a pass is under way keeps nothing of what the pass agreed on", async () => {
  const id = await activated({ description: "first" });
  const account = await untilLinked(id);
  await untilHolds("at rest", () => inOrg(account), { Description: "first", Type: "Direct Customer" });
  const { etag } = await org(sandbox, "GET", `/sobjects/Account/${account}`);
  const made = await org(sandbox, "POST", "/sobjects/Account", { Name: "Another", Description: "theirs" });
  const other = `/sobjects/Account/${made.body["id"]}`;
  // At the same version: only who asks for the account can tell the two apart.
  for (let fax = 0; (await org(sandbox, "GET", other)).etag !== etag; fax += 1) {
    assert.ok(fax < 10, `${etag}`);
    await org(sandbox, "PATCH", other, { Fax: `${fax}` });
  }
  await setFaults(sandbox, { kind: "sync_delay", route: "sync store Account", times: 1, delay: 800 });
  await patch(sandbox, id, { description: "typed in Nue" });
  await untilMet();
  await control(sandbox, `/customers/${id}/events`, { event: "relinked", account: made.body["id"] });
  await untilHolds("the master's value", () => customerOf(sandbox, id), { description: "theirs" });
  const conflicts = (await control(sandbox, "/conflicts")) as unknown as readonly Customer[];
  assert.deepEqual(
    conflicts.filter(({ record, side }) => record === id && side === "nue").map(({ lost }) => lost),
    [["typed in Nue"]],
  );
});

test("R27: a contact that Salesforce refuses is told of and waits to be mended, and its customer goes on", async () => {
  const id = await activated();
  const account = await untilLinked(id);
  const contact = { firstName: "Ada", lastName: "Aune", name: "Ada Aune", email: "ada@fjordlys.example" };
  await setFaults(sandbox, { kind: "sync_failure", route: "sync create Contact", times: 1, permanent: true });
  const made = await send(sandbox, `/customers/${id}/contacts`, { body: [contact] });
  assert.equal(made.status, 201, made.text);
  const contactId = made.body.data[0]?.["id"];
  await eventually(
    "the alarm",
    async () => sandbox.log.join("\n"),
    (log) => log.includes("contact_refused"),
  );
  await patch(sandbox, id, { industry: "Technology" });
  await untilHolds("the customer's edit", () => inOrg(account), { Industry: "Technology" });
  assert.equal(await standing(sandbox, id), "Active Linked");
  await send(sandbox, `/contacts/${contactId}`, { method: "PATCH", body: { title: "Head of Finance" } });
  await eventually(
    "the contact, once it is mended",
    async () => (await send(sandbox, `/contacts/${contactId}`)).body.data[0] ?? {},
    ({ externalId }) => /^003/.test(String(externalId)),
  );
});
