// Customers of another system: judged first, taken in once, and the same after any number of crashes (L24).
//
// IMPORT_ROWS (default 3,000) and IMPORT_KILLS (default 6) say how much; scripts/campaigns.d/75-import asks for 100,000 rows.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./support/client.ts";
import { auditLog, standing } from "./support/salesforce.ts";
import { program, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const rows = Number(process.env["IMPORT_ROWS"] ?? "3000");
const kills = Number(process.env["IMPORT_KILLS"] ?? "6");

const folder = new TemporaryFolder();
after(() => folder[Symbol.dispose]());

interface Row {
  readonly legacyId: string;
  readonly externalId?: string;
  readonly customer: Readonly<Record<string, unknown>>;
}

function write(name: string, all: readonly (Row | string)[]): string {
  const path = folder.file(name);
  writeFileSync(path, all.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""));
  return path;
}

interface Report {
  readonly status: number | null;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly totals: Readonly<Record<string, unknown>> | undefined;
}

function report(status: number | null, stdout: string): Report {
  const all = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { status, lines: all.slice(0, -1), totals: all.at(-1) };
}

function importFile(database: string, file: string, ...more: readonly string[]): Report {
  const { status, stdout } = spawnSync(program, ["--db", folder.file(database), "--import", file, ...more], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return report(status, stdout);
}

/** Base 62, as Salesforce counts. */
function accountId(number: number): string {
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  let text = "";
  for (let rest = number; text.length < 6; rest = Math.floor(rest / 62)) text = `${digits[rest % 62]}${text}`;
  return `001Ot0000${text}`;
}

const customer = (name: string): Row["customer"] => ({ name, recordType: "Business" });

/** Every tenth has an account, every twenty-fifth is too long, every hundredth repeats an id. */
function rowOf(index: number): Row {
  const legacyId = index % 100 === 99 ? "CRM-0" : `CRM-${index}`;
  const name = index % 25 === 24 ? "x".repeat(256) : `Customer ${index}`;
  return {
    legacyId,
    ...(index % 10 === 0 ? { externalId: accountId(index) } : {}),
    customer: { ...customer(name), billingCity: "Bergen", numberOfEmployees: index },
  };
}

/** Everything that is stored, but for what is drawn at random (ids of customers are not) and when it was. */
function dump(database: string): string {
  const db = new DatabaseSync(folder.file(database), { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  const all = tables
    .map(({ name }) => String(name))
    .filter((name) => name !== "audit_keys")
    .map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  db.close();
  return JSON.stringify(all)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/("due"|\\"time\\"):\d+/g, "$1:0")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<hash>")
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "<random>")
    .replaceAll(/\b[0-9a-f]{16,32}\b/g, "<mark>");
}

test("L-09: a dry run names every row that cannot be taken, and writes nothing", () => {
  const file = write("bad.ndjson", [
    { legacyId: "CRM-1", externalId: "001D000000IqhSL", customer: customer("Fine") },
    { legacyId: "CRM-1", customer: customer("Again") },
    { legacyId: "CRM-3", externalId: "001D000000IqhSLIAZ", customer: customer("Same account") },
    { legacyId: "CRM-4", externalId: "001D000000IqhSLZZZ", customer: customer("Bad suffix") },
    { legacyId: "crm-1", customer: customer("Only the case differs") },
    { legacyId: "CRM-6", customer: customer("x".repeat(256)) },
    { legacyId: "", customer: customer("No id") },
    "{",
    '{"legacyId":"CRM-9","customer":{"name":"A","name":"B","recordType":"Business"}}',
  ]);
  const { status, lines, totals } = importFile("dry.db", file, "--dry-run");
  assert.equal(status, 1);
  assert.deepEqual(lines, [
    { row: 2, legacyId: "CRM-1", fault: "legacy_id_twice", other: 1 },
    { row: 3, legacyId: "CRM-3", fault: "external_id_twice", other: 1 },
    { row: 4, legacyId: "CRM-4", fault: "external_id" },
    { row: 5, legacyId: "crm-1", sameButCase: 1 },
    { row: 6, legacyId: "CRM-6", fault: "fields", findings: [{ code: "text.too_long", pointer: "/name" }] },
    { row: 7, legacyId: "", fault: "legacy_id" },
    { row: 8, legacyId: "", fault: "syntax" },
    { row: 9, legacyId: "", fault: "syntax" },
  ]);
  assert.deepEqual(totals, { rows: 9, stored: 0, known: 0, refused: 7 });
  assert.throws(() => new DatabaseSync(folder.file("dry.db"), { readOnly: true }));
});

test("J10: a byte order mark before the first row of a file is no part of it; before another row it is damage", () => {
  const row = JSON.stringify({ legacyId: "CRM-1", customer: customer("Marked") });
  const { lines, totals } = importFile(
    "marked.db",
    write("marked.ndjson", [`\ufeff${row}`, `\ufeff${row}`]),
    "--dry-run",
  );
  assert.deepEqual(lines, [{ row: 2, legacyId: "", fault: "syntax" }]);
  assert.deepEqual(totals, { rows: 2, stored: 0, known: 0, refused: 1 });
});

test("what is taken in is a customer like any other, with the ids it came with", async () => {
  const file = write("good.ndjson", [
    { legacyId: "CRM-1", externalId: "001D000000IqhSL", customer: { ...customer("Linked Ltd"), type: "Partner" } },
    { legacyId: "CRM-2", customer: customer("Unlinked Ltd") },
  ]);
  assert.deepEqual(importFile("good.db", file), {
    status: 0,
    lines: [],
    totals: { rows: 2, stored: 2, known: 0, refused: 0 },
  });
  await using sandbox = await startSandbox(folder.file("good.db"), ["--control"]);
  const { data } = (await send(sandbox, "/customers/001D000000IqhSL")).body;
  assert.deepEqual([data[0]?.["name"], data[0]?.["externalId"]], ["Linked Ltd", "001D000000IqhSLIAZ"]);
  assert.equal(await standing(sandbox, data[0]?.["id"]), "Prospect Linked");
  const vestibule = join(dirname(program), "../../core/cli/vestibule");
  assert.equal(spawnSync(vestibule, ["audit"], { input: await auditLog(sandbox) }).status, 0);
});

test("L-09: twice is once; a row that changed under its id, or claims a linked account, is refused and changes nothing", () => {
  const first = { legacyId: "CRM-1", externalId: accountId(1), customer: customer("One") };
  const file = write("once.ndjson", [first]);
  importFile("twice.db", file);
  const before = dump("twice.db");
  assert.deepEqual(importFile("twice.db", file).totals, { rows: 1, stored: 0, known: 1, refused: 0 });
  const changed = write("changed.ndjson", [{ ...first, customer: customer("Uno") }]);
  const claimed = write("claimed.ndjson", [{ ...first, legacyId: "CRM-2" }]);
  for (const [other, fault] of [
    [changed, "legacy_id_changed"],
    [claimed, "external_id_taken"],
  ] as const) {
    const { lines, totals } = importFile("twice.db", other);
    assert.equal(lines[0]?.["fault"], fault);
    assert.deepEqual(totals, { rows: 1, stored: 0, known: 0, refused: 1 });
  }
  assert.equal(dump("twice.db"), before);
});

test("L-09: a file that is cut in a row is taken up to its last whole one, and whole later", () => {
  const all = [0, 1, 2].map((index) => ({ legacyId: `CRM-${index}`, customer: customer(`Cut ${index}`) }));
  const file = write("cut.ndjson", all);
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length - 20));
  const cut = importFile("cut.db", file);
  assert.deepEqual(cut.lines, [{ row: 3, legacyId: "", fault: "syntax" }]);
  assert.deepEqual(cut.totals, { rows: 3, stored: 2, known: 0, refused: 1 });
  writeFileSync(file, whole);
  assert.deepEqual(importFile("cut.db", file).totals, { rows: 3, stored: 1, known: 2, refused: 0 });
});

test("an import that is killed and run again ends as one that ran through", async () => {
  const file = write(
    "many.ndjson",
    Array.from({ length: rows }, (_, index) => rowOf(index)),
  );
  const began = Date.now();
  const clean = importFile("clean.db", file);
  const whole = Date.now() - began;
  for (let kill = 0; kill < kills; ++kill) {
    const child = spawn(program, ["--db", folder.file("killed.db"), "--import", file], { stdio: "ignore" });
    const ended = new Promise((done) => child.once("close", done));
    await sleep((Math.random() * whole * 2) / kills);
    child.kill("SIGKILL");
    await ended;
  }
  const last = importFile("killed.db", file);
  assert.equal(last.status, 1);
  assert.deepEqual(last.lines, clean.lines);
  assert.equal(Number(last.totals?.["stored"]) + Number(last.totals?.["known"]), clean.totals?.["stored"]);
  assert.equal(dump("killed.db"), dump("clean.db"));
  console.log(`${rows} rows in ${whole} ms; after ${kills} kills ${last.totals?.["known"]} were there already`);
});
