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
