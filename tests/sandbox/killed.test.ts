// SIGKILL at random points while orders are activated and both sides are edited: afterwards every customer whose order was
// acknowledged has one account, both sides are equal, and the audit log verifies and tells what is stored.
//
// KILLS (default 12) is how often; scripts/campaigns.d/70-kills asks for a thousand.

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertAudited } from "./support/audit.ts";
import { business, type Customer, patch, post, send } from "./support/client.ts";
import { entries, orderOf, recurring } from "./support/orders.ts";
import { progress } from "./support/progress.ts";
import { control, eventually, org } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const kills = Number(process.env["KILLS"] ?? "12");
const clients = 3;
const description = "typed in Nue";

interface Acknowledged {
  readonly customers: Set<string>;
  readonly active: Set<string>;
  readonly described: Set<string>;
  /** By account: what may stand in its fax, the last one that was acknowledged (none at first) and those sent since. */
  readonly faxes: Map<string, readonly string[]>;
}

/** Whether the server is gone: fetch's word for a connection that broke, and JSON's for an answer that was cut. */
function isGone(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError;
}

/** One edit in Salesforce after the other, until the server is gone. */
async function editUntilGone(sandbox: Sandbox, seen: Acknowledged): Promise<void> {
  try {
    for (;;) {
      const { body } = await org(sandbox, "GET", "/sobjects/Account?limit=200");
      const all = body["records"] as readonly Customer[];
      const account = String(all[Math.floor(Math.random() * all.length)]?.["Id"]);
      if (all.length === 0) continue;
      const fax = `+4722${Math.floor(100_000 + Math.random() * 900_000)}`;
      seen.faxes.set(account, [...(seen.faxes.get(account) ?? ["null"]), fax]);
      const { status } = await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Fax: fax });
      assert.ok(status < 300, `${status}`);
      seen.faxes.set(account, [fax]);
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** The life of one customer after the other, until the server is gone. */
async function workUntilGone(sandbox: Sandbox, seen: Acknowledged): Promise<void> {
  try {
    for (;;) {
      const made = await post(sandbox, [business("A")]);
      const id = String(made.body.data[0]?.["id"]);
      seen.customers.add(id);
      const order = await send(sandbox, "/orders", { body: orderOf(id, recurring(entries.cloudMonthly, 1)) });
      const { order: drafted } = order.body.data as unknown as { readonly order: Customer };
      const activated = await send(sandbox, `/orders/${drafted["id"]}`, { body: {} });
      if (activated.status === 201) seen.active.add(id);
      if ((await patch(sandbox, id, { description })).status === 200) seen.described.add(id);
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

async function allOf(sandbox: Sandbox, object: string): Promise<readonly Customer[]> {
  const all: Customer[] = [];
  for (let after = ""; ; ) {
    const { body } = await org(sandbox, "GET", `/sobjects/${object}?limit=2000${after}`);
    const records = body["records"] as readonly Customer[];
    all.push(...records);
    if (body["done"] === true || records.length === 0) return all;
    after = `&after=${records.at(-1)?.["Id"]}`;
  }
}

async function customers(sandbox: Sandbox): Promise<readonly Customer[]> {
  const all: Customer[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await send(sandbox, `/customers?limit=500&page=${page}`);
    if (body.data.length === 0) return all;
    all.push(...body.data);
  }
}

/** Waits until nothing is left to be synced. Asked of the file: after a thousand kills every page of customers would be slow. */
async function untilSynced(database: string): Promise<void> {
  using nue = new DatabaseSync(database, { readOnly: true });
  const waiting = nue.prepare("SELECT count(*) AS tasks FROM sync_tasks");
  while (waiting.get()?.["tasks"] !== 0) await sleep(50);
}

test(`${kills} times killed, nothing acknowledged is lost and nothing doubled (L14, L20 to L22)`, {
  timeout: 3_600_000,
}, async () => {
  using folder = new TemporaryFolder();
  const database = folder.file("nue.db");
  const { step, end } = progress("killed", kills);
  const seen: Acknowledged = { customers: new Set(), active: new Set(), described: new Set(), faxes: new Map() };
  for (let kill = 0; kill < kills; kill += 1) {
    const sandbox = await startSandbox(database, ["--control"]);
    if (kill === 0) await control(sandbox, "/settings", { syncDelay: 0 });
    const work = Array.from({ length: clients }, () => workUntilGone(sandbox, seen));
    work.push(editUntilGone(sandbox, seen));
    await sleep(20 + Math.random() * 300);
    await sandbox.signal("SIGKILL");
    await Promise.all(work);
    step();
  }
  assert.ok(seen.active.size > 0);

  await using sandbox = await startSandbox(database, ["--control"]);
  await untilSynced(database);
  const settled = await eventually(
    "every acknowledged order is linked",
    () => customers(sandbox),
    (all) => all.every(({ externalId, customerSince }) => customerSince === null || externalId !== null),
  );
  const byId = new Map(settled.map((customer) => [String(customer["id"]), customer]));
  for (const id of seen.customers) assert.ok(byId.has(id), `${id} was acknowledged and is gone`);
  for (const id of seen.active) assert.equal(byId.get(id)?.["type"], "Direct Customer", id);

  assert.ok(seen.faxes.size > 0);
  const byAccount = new Map(settled.map((customer) => [customer["externalId"], customer]));
  for (const [account, may] of seen.faxes) {
    const fax = String(byAccount.get(account)?.["fax"]);
    assert.ok(may.includes(fax), `${account}: ${fax}, and not one of ${may}`);
  }

  const inOrg = async (): Promise<ReadonlyMap<string, Customer>> => {
    const accounts = await allOf(sandbox, "Account");
    const byKey = new Map(accounts.map((account) => [String(account["Nue_Id__c"]), account]));
    assert.equal(byKey.size, accounts.length, "a customer has two accounts");
    return byKey;
  };
  const accounts = await eventually("equal descriptions", inOrg, (all) =>
    settled.every(
      ({ id, description: text, externalId }) => externalId === null || all.get(String(id))?.["Description"] === text,
    ),
  );
  for (const [key, account] of accounts) assert.equal(byId.get(key)?.["externalId"], account["Id"]);
  for (const id of seen.described) assert.equal(byId.get(id)?.["description"], description, id);
  assert.deepEqual(await control(sandbox, "/conflicts"), []);

  const audited = await assertAudited(sandbox);
  end({
    kills,
    "acknowledged writes": seen.customers.size + seen.active.size + seen.described.size,
    "audit entries verified": audited,
    "lives as replayed": settled.length,
  });
});
