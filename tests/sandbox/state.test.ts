// The whole state of a sandbox: taken out, put in elsewhere, emptied; and never half of one, whenever the process is killed.

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertAudited } from "./support/audit.ts";
import { assertRefused, business, createOne, list, patch, post, send } from "./support/client.ts";
import { clockOf, day, setClock } from "./support/clock.ts";
import { faultsOf, setFaults } from "./support/faults.ts";
import { entries, newCustomer, place, recurring } from "./support/orders.ts";
import { progress } from "./support/progress.ts";
import { accounts, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";
import { exportState, importState, reset, type State, settled } from "./support/state.ts";

const kills = Number(process.env["KILLS"] ?? "12");
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

async function linked(on: Sandbox, name: string): Promise<string> {
  const id = await newCustomer(on, { name });
  await place(on, id, recurring(entries.cloudMonthly, 1));
  await eventually(
    "linked",
    () => standing(on, id),
    (now) => now === "Active Linked",
  );
  return id;
}

/** The state of one customer alone, as it is after a start: that is when its metrics are computed. */
async function grown(database: string, files: readonly string[], name: string): Promise<State> {
  {
    await using first = await startSandbox(database, files);
    await reset(first);
    await control(first, "/settings", { syncDelay: 0 });
    await linked(first, name);
    await settled(first);
  }
  await using second = await startSandbox(database, files);
  return await settled(second);
}

test("a state put into another sandbox is that state, and life goes on in it", async () => {
  const id = await linked(sandbox, 'Fjordlys \u00fc \ud83d\ude00 "quoted" \\ AS');
  await setFaults(sandbox, { kind: "latency", route: "GET /invoices", delay: 1 });
  await setClock(sandbox, { skew: day });
  const state = await settled(sandbox);
  await using other = await startSandbox(folder.file("other.db"), ["--control", "--org", folder.file("other-org.db")]);
  await linked(other, "Gone afterwards");
  await importState(other, state);
  assert.deepEqual(await exportState(other), state);
  assert.deepEqual((await customerOf(other, id))["name"], 'Fjordlys \u00fc \ud83d\ude00 "quoted" \\ AS');
  assert.equal((await list(other, "name=Gone+afterwards")).data.length, 0);
  assert.equal((await faultsOf(other)).length, 1);
  assert.equal((await clockOf(other)).skew, day);

  const { externalId: account } = await customerOf(other, id);
  await patch(other, id, { industry: "Technology" });
  await eventually(
    "synced",
    async () => (await org(other, "GET", `/sobjects/Account/${account}`)).body,
    ({ Industry }) => Industry === "Technology",
  );
  await linked(other, "New here");
  assert.equal((await accounts(other)).length, 2);
  await settled(other);
  assert.ok((await assertAudited(other)) > 0);
  await setFaults(sandbox);
  await setClock(sandbox, { skew: 0 });
});

test("a reset leaves a new sandbox: no records on either side, no settings, no faults, the machine's clock", async () => {
  await using other = await startSandbox(folder.file("reset.db"), ["--control", "--org", folder.file("reset-org.db")]);
  const empty = await eventually(
    "begun",
    () => exportState(other),
    ({ nue }) => nue["settings"]?.rows.length === 1,
  );
  await control(other, "/settings", { syncDelay: 0 });
  await linked(other, "Emptied");
  await control(other, "/settings", { filters: "ignored" });
  await setFaults(other, { kind: "error_after" });
  await setClock(other, { freeze: true });
  await reset(other);
  assert.equal((await list(other, "limit=1")).data.length, 0);
  assert.equal((await accounts(other)).length, 0);
  assert.deepEqual(await faultsOf(other), []);
  assert.equal((await clockOf(other)).frozen, false);
  assert.equal((await control(other, "/settings"))["filters"], "honoured");
  const made = await createOne(other, business("First"));
  assert.match(String(made["accountNumber"]), /-001$/);
  await control(other, "/settings", { syncDelay: 0 });
  await linked(other, "Second");
  await reset(other);
  // What ids of the org's records begin with is made anew, and only when there is one.
  const withoutIdentity = (state: State): State => ({
    ...state,
    org: Object.fromEntries(Object.entries(state.org).filter(([table]) => table !== "identity")),
  });
  // The sync notes by itself on which day it began.
  const expected = JSON.stringify(withoutIdentity(empty));
  await eventually(
    "as at the beginning",
    async () => withoutIdentity(await exportState(other)),
    (state) => JSON.stringify(state) === expected,
  );
});

test("what is no state, or one of another version, is refused with a sentence and changes nothing", async () => {
  const state = await settled(sandbox);
  const customers = state.nue["customers"];
  assert.ok(customers);
  const [row = []] = customers.rows;
  const withTable = (table: unknown): unknown => ({ ...state, nue: { ...state.nue, customers: table } });
  for (const [document, problem] of [
    ["{", /not the state of a sandbox|not JSON/],
    ['"\\ud800"', /not JSON/],
    [{ ...state, form: "other" }, /^not the state of a sandbox/],
    [{ ...state, v: 2 }, /another version/],
    [{ ...state, more: {} }, /unknown member/],
    [{ form: state.form, v: 1, nue: {} }, /nue and org are required/],
    [{ ...state, org: { ...state.org, Opportunity: { columns: [], rows: [] } } }, /^org: .*does not know/],
    [withTable({ columns: [...customers.columns, "shoeSize"], rows: [] }), /^nue: customers: .*does not know/],
    [withTable({ columns: customers.columns, rows: [[...row, "x"]] }), /^nue: customers: a row is/],
    [withTable({ columns: customers.columns, rows: [row.map(() => [])] }), /^nue: customers: a row is/],
    [withTable({ columns: customers.columns, rows: [row, row] }), /do not fit together: UNIQUE/],
    [withTable({ rows: [] }), /expected columns and rows/],
  ] as const) {
    const reply = await send(sandbox, "/_sandbox/import", { body: document });
    assertRefused(reply, 400, "VALIDATION_ERROR", problem);
  }
  assert.deepEqual(await exportState(sandbox), state);
});

test("a state of a sandbox that knew less is taken: what it lacks is empty", async () => {
  const state = await settled(sandbox);
  const { faults, ...nue } = state.nue;
  assert.ok(faults);
  await importState(sandbox, { ...state, nue });
  assert.deepEqual(await exportState(sandbox), { ...state, nue: { ...nue, faults: { ...faults, rows: [] } } });
});

test("a large state fits: many times what another body may have", async () => {
  const description = "x".repeat(30_000);
  for (let i = 0; i < 2; i += 1) {
    const rows = Array.from({ length: 150 }, () => business("Large", { description }));
    assert.equal((await post(sandbox, rows)).status, 201);
  }
  const state = await settled(sandbox);
  assert.ok(JSON.stringify(state).length > 8_000_000);
  await importState(sandbox, state);
  assert.equal((await list(sandbox, "name=Large&limit=1")).pagination?.total, 300);
  await reset(sandbox);
});

test("while a state is put in its place reads are answered, and writes wait for the new one", async () => {
  const database = folder.file("apart.db");
  const orgFile = folder.file("apart-org.db");
  await using running = await startSandbox(database, ["--control", "--org", orgFile]);
  const old = await createOne(running, business("Of the old state"));
  const state = await settled(sandbox);
  // Another program holds the org's file, so that the import cannot end before these reads; SQLite waits five seconds for it.
  using other = new DatabaseSync(orgFile);
  other.exec("BEGIN IMMEDIATE");
  let ended = false;
  const imported = importState(running, state).finally(() => {
    ended = true;
  });
  for (let reads = 0; reads < 10; reads += 1) {
    assert.deepEqual((await list(running, "limit=1")).data[0]?.["id"], old["id"]);
  }
  assert.equal(ended, false);
  const written = createOne(running, business("Of the new state"));
  other.exec("ROLLBACK");
  await imported;
  const { id } = await written;
  assert.equal((await list(running, "name=Of+the+old+state")).data.length, 0);
  assert.equal((await customerOf(running, id))["name"], "Of the new state");
});

test(`killed ${kills} times during an import, it is the old state or the new one on both sides`, {
  timeout: 3_600_000,
}, async () => {
  const database = folder.file("killed.db");
  const files = ["--control", "--org", folder.file("killed-org.db")];
  const states = [await grown(database, files, "Old"), await grown(database, files, "New")];
  const { step, end } = progress("killed while a state is put in", kills);
  let unfinished = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const running = await startSandbox(database, files);
    const next = states[kill % 2];
    const imported = importState(running, next).catch(() => {});
    await sleep(Math.random() * 40);
    await running.signal("SIGKILL");
    await imported;
    await using again = await startSandbox(database, files);
    const now = await exportState(again);
    const which = states.findIndex(
      ({ nue, org: there }) =>
        JSON.stringify(nue["customers"]) === JSON.stringify(now.nue["customers"]) &&
        JSON.stringify(there["Account"]) === JSON.stringify(now.org["Account"]),
    );
    assert.ok(which >= 0, "half of one state and half of another");
    if (which !== kill % 2) unfinished += 1;
    step();
  }
  end({ kills, "killed before the new state was there": unfinished });
});

test("an import that was killed between the two databases is finished at the next start", async () => {
  const database = folder.file("half.db");
  const files = ["--control", "--org", folder.file("half-org.db")];
  const state = await grown(database, files, "Half");
  {
    using before = new DatabaseSync(folder.file("half-org.db"));
    before.exec("UPDATE Account SET Name = 'Of the old state'");
  }
  {
    using nue = new DatabaseSync(database);
    nue.prepare("INSERT INTO pending_org (tables) VALUES (?)").run(JSON.stringify(state.org));
  }
  await using second = await startSandbox(database, files);
  assert.deepEqual(await exportState(second), state);
});
