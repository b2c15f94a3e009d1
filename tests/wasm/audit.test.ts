// The audit log through the package, in one piece and in many; the rules are tested natively.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, test } from "node:test";
import type { LifecycleEvent } from "../../wasm/package/src/api.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { events } from "./lifecycle-types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

const id = "020796fe-7c28-438c-a7fb-d7533da21cfe";

/** A line as it stands before and behind its hash, which covers both. */
interface Line {
  readonly start: string;
  /** Behind the hash and before "prev". */
  readonly outcome?: string;
}

const fields: Line = { start: `{"actor":"api","cause":"","changes":[["name",null,"0123"]],"customer":"${id}"` };

/** The line of an event, with what is said to have come of it. */
function told(event: LifecycleEvent, outcome: string, because?: string): Line {
  const sorted = JSON.stringify(Object.fromEntries(Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  const reason = because === undefined ? "" : `"because":"${because}",`;
  const start = `{"actor":"api",${reason}"cause":"","changes":[],"customer":"${id}","event":${sorted}`;
  return { start, outcome: `,"outcome":"${outcome}"` };
}

/** A chain made here, by Node's own SHA-256: what the format's description says and no code of ours. */
function makeLog(lines: readonly Line[]): string {
  let prev = "0".repeat(64);
  let log = "";
  for (const [seq, { start, outcome = "" }] of lines.entries()) {
    const end = `${outcome},"prev":"${prev}","seq":${seq},"time":${seq}}`;
    prev = createHash("sha256").update(`${start}${end}`).digest("hex");
    log += `${start},"hash":"${prev}"${end}\n`;
  }
  return log;
}

function repeated(count: number): readonly Line[] {
  return new Array<Line>(count).fill(fields);
}

/** A life whose last event is told long after the first: some pieces of the log lie between them. */
function longStory(outcome: string, because?: string): string {
  const lines = [
    told(events.created, "applied"),
    told(events.order_activated, "applied"),
    ...repeated(2000),
    told(events.link_set, "applied"),
    ...repeated(1000),
    told({ event: "order_activated", order: id, day: "2026-03-04" }, outcome, because),
    ...repeated(10),
  ];
  const log = makeLog(lines);
  assert.ok(log.length > 600_000);
  return log;
}

function verdictOn(log: string): object {
  const { head, ...verdict } = core.audit.verify(log);
  assert.match(head, /^[0-9a-f]{64}$/);
  return verdict;
}

test("an audit log verifies and is replayed, whatever its length", () => {
  assert.deepEqual(core.audit.verify(""), { ok: true, count: 0, head: "0".repeat(64), replayed: true });
  assert.deepEqual(verdictOn(makeLog(repeated(3))), { ok: true, count: 3, replayed: true });
  assert.deepEqual(verdictOn(longStory("repeated", "known")), { ok: true, count: 3014, replayed: true });
});

test("a chain made anew over a false outcome does not replay, however far from the beginning (L22)", () => {
  const fault = { ok: false, count: 3003, fault: "replay", replayed: true };
  assert.deepEqual(verdictOn(longStory("applied")), fault);
  assert.deepEqual(verdictOn(longStory("repeated", "stale")), fault);
  const short = makeLog([told(events.created, "applied"), told(events.link_set, "applied")]);
  assert.deepEqual(verdictOn(short), { ok: false, count: 1, fault: "replay", replayed: true });
  // What was kept of a log with a fault is not gone on with.
  assert.equal(core.audit.verify(longStory("repeated", "known")).ok, true);
});

test("one changed byte and one missing line are found, however far from the beginning (L21)", () => {
  const log = longStory("repeated", "known");
  const hashed = log.indexOf('"seq":2500');
  const changed = `${log.slice(0, hashed - 9)}${log[hashed - 9] === "0" ? "1" : "0"}${log.slice(hashed - 8)}`;
  assert.deepEqual(verdictOn(changed), { ok: false, count: 2500, fault: "chain", replayed: true });
  const told = log.indexOf('"name"', hashed);
  const other = `${log.slice(0, told)}"nane"${log.slice(told + 6)}`;
  assert.deepEqual(verdictOn(other), { ok: false, count: 2501, fault: "hash", replayed: true });
  const begin = log.indexOf("\n", hashed) + 1;
  const missing = log.slice(0, begin) + log.slice(log.indexOf("\n", begin) + 1);
  assert.deepEqual(verdictOn(missing), { ok: false, count: 2501, fault: "sequence", replayed: true });
  assert.deepEqual(verdictOn(log.slice(0, -1)), { ok: false, count: 3013, fault: "syntax", replayed: true });
});

test("a line that no call could carry is a fault, and so is U+0000", () => {
  const of = (cause: string): string =>
    makeLog([fields, { start: `{"actor":"api","cause":"${cause}","changes":[],"customer":"${id}"` }]);
  const longest = 1024 * 1024 - 256;
  const beside = of("").length - makeLog([fields]).length;
  assert.deepEqual(verdictOn(of("x".repeat(longest - beside))), { ok: true, count: 2, replayed: true });
  const fault = { ok: false, count: 1, fault: "syntax", replayed: true };
  assert.deepEqual(verdictOn(of("x".repeat(longest - beside + 1))), fault);
  assert.deepEqual(verdictOn(of("\u20AC".repeat(400_000))), fault);
  assert.deepEqual(verdictOn(of("x".repeat(2_000_000))), fault);
  const log = makeLog([fields, fields]);
  assert.deepEqual(verdictOn(log.replace('"seq":1', '"seq":1\0')), fault);
  assert.deepEqual(verdictOn(`${makeLog([fields])}\0${log}`), fault);
});
