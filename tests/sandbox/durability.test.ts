// SIGKILL under load: what was acknowledged is there afterwards, once and whole.

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { business, type Customer, list } from "./support/client.ts";
import { key, type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const rounds = 4;
const connections = 8;
const acknowledgedBeforeKill = 150;
const batchSize = 3;

interface Load {
  readonly sent: Set<string>;
  readonly acknowledged: Set<string>;
}

/** Creates batches, each under a token of its own, until the server is gone.. */
async function createUntilGone(sandbox: Sandbox, load: Load, enough: () => void): Promise<void> {
  for (;;) {
    const token = crypto.randomUUID().replaceAll("-", "").slice(0, 26);
    load.sent.add(token);
    const body = JSON.stringify(Array(batchSize).fill(business("A", { signupToken: token })));
    const headers = { "nue-api-key": key, "content-type": "application/json" };
    try {
      const response = await fetch(`${sandbox.origin}/customers`, { method: "POST", headers, body });
      if (response.status !== 201) throw new Error(`status ${response.status}`);
      load.acknowledged.add(token);
      await response.arrayBuffer();
    } catch (error) {
      if (error instanceof TypeError) return; // fetch's word for a connection that broke
      throw error;
    }
    if (load.acknowledged.size >= acknowledgedBeforeKill) enough();
  }
}

async function readAll(sandbox: Sandbox): Promise<readonly Customer[]> {
  const all: Customer[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await list(sandbox, `limit=500&page=${page}`);
    if (data.length === 0) return all;
    all.push(...data);
  }
}

test("no acknowledged customer is lost by SIGKILL, and no batch is cut", { timeout: 120_000 }, async () => {
  using folder = new TemporaryFolder();
  const database = folder.file("nue.db");
  const sent = new Set<string>();
  const acknowledged = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const sandbox = await startSandbox(database);
    const load: Load = { sent: new Set(), acknowledged: new Set() };
    let kill: () => void = () => {};
    const enough = new Promise<void>((done) => {
      kill = done;
    });
    const clients = Array.from({ length: connections }, () => createUntilGone(sandbox, load, kill));
    await Promise.race([enough, Promise.all(clients)]);
    assert.equal((await sandbox.signal("SIGKILL")).signal, "SIGKILL");
    await Promise.all(clients);
    assert.ok(load.acknowledged.size >= acknowledgedBeforeKill);
    for (const token of load.sent) sent.add(token);
    for (const token of load.acknowledged) acknowledged.add(token);
  }

  await using sandbox = await startSandbox(database);
  const customers = await readAll(sandbox);
  const rowsOf = new Map<string, number>();
  for (const customer of customers) {
    const token = String(customer["signupToken"]);
    assert.ok(sent.has(token));
    rowsOf.set(token, (rowsOf.get(token) ?? 0) + 1);
  }
  for (const token of acknowledged) assert.equal(rowsOf.get(token), batchSize, token);
  for (const [token, rows] of rowsOf) assert.equal(rows, batchSize, token);
  const numbers = new Set(customers.map((customer) => customer["accountNumber"]));
  assert.equal(numbers.size, customers.length);

  await sandbox.signal("SIGTERM");
  using file = new DatabaseSync(database, { readOnly: true });
  assert.deepEqual({ ...file.prepare("PRAGMA integrity_check").get() }, { integrity_check: "ok" });
});
