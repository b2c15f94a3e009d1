// The clock of the sandbox: it can stand still, be moved and be wrong, and everything that has a date or a delay follows it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertRefused, business, type Customer, createOne, patch, send } from "./support/client.ts";
import { clockOf, day, freezeAt, hour, setClock } from "./support/clock.ts";
import { met, setFaults } from "./support/faults.ts";
import { activate, draft, entries, newCustomer, orderOf, recurring } from "./support/orders.ts";
import { auditLog, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const folder = new TemporaryFolder();
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox(folder.file("nue.db"), ["--control"]);
  await control(sandbox, "/settings", { syncDelay: 0 });
});

after(async () => {
  await sandbox[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** An activated order of one subscription at 50 a month, which begins on a day. */
async function subscribed(id: string, begins: string): Promise<void> {
  const line = recurring(entries.cloudMonthly, 1, { subscriptionStartDate: begins });
  const { order } = await draft(sandbox, { ...orderOf(id, line), effectiveDate: begins });
  await activate(sandbox, order["id"], { generateInvoice: true });
}

async function subscriptionOf(id: string): Promise<Customer | undefined> {
  const query = `customerIds=${encodeURIComponent(JSON.stringify([id]))}`;
  return (await send(sandbox, `/subscriptions?${query}`)).body.data[0];
}

test("it runs with the machine's until it is told otherwise", async () => {
  const { now, frozen, skew } = await clockOf(sandbox);
  assert.equal(frozen, false);
  assert.equal(skew, 0);
  assert.ok(Date.parse(now) <= Date.now());
});

test("frozen it stands still, and a step moves it by exactly so much, back too", async () => {
  const { now, frozen } = await setClock(sandbox, { freeze: true });
  assert.equal(frozen, true);
  await sleep(5);
  assert.equal((await clockOf(sandbox)).now, now);
  assert.equal((await createOne(sandbox, business("Still")))["createdDate"], now);
  assert.equal(Date.parse((await setClock(sandbox, { step: 90 * day })).now), Date.parse(now) + 90 * day);
  assert.equal((await setClock(sandbox, { step: -90 * day })).now, now);
});

test("it runs again from where it stood, and skew sets its distance from the machine's", async () => {
  await freezeAt(sandbox, "2031-05-06T07:08:09.010Z");
  const run = await setClock(sandbox, { freeze: false });
  assert.equal(run.frozen, false);
  assert.match(run.now, /^2031-05-06T07:08:/);
  assert.equal((await setClock(sandbox, { skew: -day })).skew, -day);
  const { headers } = await send(sandbox, "/customers?limit=1");
  assert.ok(Date.parse(headers.get("date") ?? "") < Date.now() - day / 2);
  assert.equal((await setClock(sandbox, { skew: 0 })).skew, 0);
});

test("a time that no order may have is refused, and the clock stays", async () => {
  const before = await setClock(sandbox, { freeze: true });
  const refused = await send(sandbox, "/_sandbox/clock", { body: { step: 900 * 365 * day } });
  assertRefused(refused, 400, "VALIDATION_ERROR", /years 2000 to 2899/);
  assertRefused(await send(sandbox, "/_sandbox/clock", { body: { stop: true } }), 400, "VALIDATION_ERROR", /stop/);
  assert.equal((await clockOf(sandbox)).now, before.now);
});

test("the sync waits by this clock: its delay, and its pause after a failure", async () => {
  await setClock(sandbox, { freeze: true });
  await control(sandbox, "/settings", { syncDelay: hour });
  await setFaults(sandbox, { kind: "sync_failure", route: "sync create *", times: 1 });
  const id = await newCustomer(sandbox);
  await subscribed(id, (await clockOf(sandbox)).now.slice(0, 10));
  await setClock(sandbox, { step: hour - 1 });
  await sleep(300);
  assert.equal(await met(sandbox), 0);
  await setClock(sandbox, { step: 1 });
  await eventually(
    "refused",
    () => met(sandbox),
    (count) => count === 1,
  );
  await sleep(1_000);
  assert.equal(await standing(sandbox, id), "Active Pending");
  await setClock(sandbox, { step: 500 });
  await eventually(
    "linked",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
  await control(sandbox, "/settings", { syncDelay: 0 });
});

test("what an order writes has the day of this clock, and numbers its year", async () => {
  await freezeAt(sandbox, "2044-02-29T23:59:59.999Z");
  const id = await newCustomer(sandbox);
  await subscribed(id, "2044-02-29");
  const customer = await customerOf(sandbox, id);
  assert.equal(customer["customerSince"], "2044-02-29");
  assert.match(String(customer["accountNumber"]), /^ACC-2044-/);
  await setClock(sandbox, { step: 1 });
  const { body } = await patch(sandbox, id, { fax: "1" });
  // A change that comes in the same moment as another is a millisecond younger.
  assert.match(String(body.data[0]?.["lastModifiedDate"]), /^2044-03-01T00:00:00\.00/);
});

test("a step into another day runs the job of the day: metrics begin, and subscriptions expire", async () => {
  await freezeAt(sandbox, "2050-01-31T12:00:00.000Z");
  const id = await newCustomer(sandbox);
  await subscribed(id, "2050-02-01");
  assert.equal((await customerOf(sandbox, id))["todayARR"], 0);
  await setClock(sandbox, { step: 11 * hour });
  assert.equal((await customerOf(sandbox, id))["todayARR"], 0);
  await setClock(sandbox, { step: hour });
  assert.equal((await customerOf(sandbox, id))["todayARR"], 600);
  assert.equal((await subscriptionOf(id))?.["status"], "Active");
  await setClock(sandbox, { step: 365 * day });
  assert.equal((await customerOf(sandbox, id))["todayARR"], 0);
  assert.equal((await subscriptionOf(id))?.["status"], "Expired");
});

test("the job of the day writes out the head of the audit log (L21)", async () => {
  await freezeAt(sandbox, "2055-01-31T23:00:00.000Z");
  await newCustomer(sandbox);
  await setClock(sandbox, { step: hour });
  const heads = () => sandbox.log.filter((line) => line.includes('"audit.head"'));
  const before = heads().length;
  await setClock(sandbox, { step: day });
  await eventually(
    "another head",
    async () => heads().length,
    (count) => count > before,
  );
  const lines = (await auditLog(sandbox)).trimEnd().split("\n");
  const { hash } = JSON.parse(lines.at(-1) ?? "");
  assert.match(heads().at(-1) ?? "", RegExp(`"${lines.length} ${hash}"`));
});

test("a midnight that comes by itself runs it too", async () => {
  await freezeAt(sandbox, "2060-06-30T23:59:58.000Z");
  const id = await newCustomer(sandbox);
  await subscribed(id, "2060-07-01");
  assert.equal((await customerOf(sandbox, id))["todayARR"], 0);
  await setClock(sandbox, { freeze: false });
  await eventually(
    "worth something",
    () => customerOf(sandbox, id),
    ({ todayARR }) => todayARR === 600,
  );
});

test("an account that was purged is severed by the comparison of the night, sixteen days after its deletion", async () => {
  await freezeAt(sandbox, "2070-01-01T12:00:00.000Z");
  const id = await newCustomer(sandbox);
  await subscribed(id, "2070-01-01");
  const { externalId } = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId: account }) => account !== null,
  );
  await org(sandbox, "DELETE", `/sobjects/Account/${externalId}`);
  const until = (expected: string): Promise<string> =>
    eventually(
      expected,
      () => standing(sandbox, id),
      (now) => now === expected,
    );
  await until("Active Suspended");
  await org(sandbox, "POST", `/sobjects/Account/${externalId}/purge`);
  await setClock(sandbox, { step: 16 * day });
  await until("Active Severed");
  assert.equal((await customerOf(sandbox, id))["externalId"], null);
});

test("it survives SIGKILL", async () => {
  const database = folder.file("killed.db");
  {
    await using first = await startSandbox(database, ["--control"]);
    await freezeAt(first, "2035-01-01T00:00:00.000Z");
  }
  await using second = await startSandbox(database, ["--control"]);
  assert.equal((await createOne(second, business("Later")))["createdDate"], "2035-01-01T00:00:00.000Z");
  assert.equal((await clockOf(second)).frozen, true);
});

test("R26: the metrics of the night reach the account, and are audited", async () => {
  const id = await newCustomer(sandbox);
  await freezeAt(sandbox, "2030-03-01T12:00:00.000Z");
  await subscribed(id, "2030-03-02");
  const { externalId } = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  await setClock(sandbox, { step: 2 * day });
  const arr = (await customerOf(sandbox, id))["todayARR"];
  assert.equal(arr, 600);
  await eventually(
    "the metric in Salesforce",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${externalId}`)).body,
    ({ TodayARR__c }) => TodayARR__c === arr,
  );
  const lines = (await auditLog(sandbox)).split("\n").filter((line) => line.includes('"actor":"metrics"'));
  assert.ok(lines.some((line) => line.includes(id) && line.includes("todayARR")));
});
