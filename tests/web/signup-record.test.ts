// The flight record of a sign-up in a browser's core, repeated by the native one.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Recorder } from "../../wasm/package/src/signup/recorder.ts";
import type { MachineHappening, MachineState } from "../../wasm/package/src/signup-types.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { run } from "../cli/support/program.ts";
import { importPackage } from "../wasm/support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load({ atlas: false });
});

const attempt = { key: "11111111-1111-4111-8111-111111111111", secret: "s".repeat(64), began: 1e12, sends: 2 };
const none = { event: "answered", code: "", retryAfterMs: 0, whole: false } as const;

const everything: readonly MachineHappening[] = [
  { event: "submit", key: "22222222-2222-4222-8222-222222222222", secret: "t".repeat(64) },
  { event: "edit" },
  { event: "check" },
  { event: "resume", ...attempt, hasPayload: true },
  { event: "stored", ok: true, ...attempt, hasPayload: false },
  { event: "stored", ok: false, ...attempt },
  { event: "locked", ok: true },
  { event: "locked", ok: false },
  { event: "told" },
  { event: "token" },
  { ...none, status: 0 },
  { ...none, status: 201, whole: true },
  { ...none, status: 403, code: "form.stale" },
  { ...none, status: 404, code: "request.not_found" },
  { ...none, status: 409, code: "request.in_progress", retryAfterMs: 4000 },
  { ...none, status: 422, code: "request.key_reused" },
  { ...none, status: 422, code: "upstream.refused" },
  { event: "waited" },
  { event: "offline" },
  { event: "online" },
];

/** Steps of the core's machine by chance, from a seed. */
function wander(steps: number, seed: number): Recorder {
  let state: MachineState = { state: "editing" };
  let random = seed;
  const recorder = new Recorder(state);
  for (let at = 0; at < steps; at += 1) {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    const happening = everything[(random >>> 8) % everything.length] as MachineHappening;
    const event = { ...happening, now: 1e12 + at * 7919, random };
    const step = core.signup.step(state, event);
    recorder.add(event, step);
    state = step.state;
  }
  return recorder;
}

async function replay(record: string): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await run(["replay"], record);
  return JSON.parse(stdout);
}

test("C20: what a browser's core did, the native one does again, byte for byte", async () => {
  for (const seed of [1, 2, 3]) {
    const record = wander(1000, seed).text(core.version);
    assert.deepEqual(await replay(record), { ok: true, machine: "signup", build: core.version, steps: 1000 });
  }
});

test("a long record keeps its newest steps, and begins where they began", async () => {
  const record = wander(2500, 4).text(core.version);
  assert.equal((await replay(record))["steps"], 1000);
});

test("a record that was changed is told from the step on where it leads elsewhere", async () => {
  const lines = wander(100, 5).text(core.version).split("\n");
  lines[50] = (lines[50] ?? "").replace(/"effects":\[.*\]/, '"effects":["erase_payload","post"]');
  const verdict = await replay(lines.join("\n"));
  assert.deepEqual([verdict["ok"], verdict["fault"], verdict["steps"]], [false, "differs", 49]);
});

test("keys and secrets are blanked, the same way everywhere", () => {
  const text = wander(1000, 6).text(core.version);
  assert.doesNotMatch(text, /11111111-|22222222-|ssss|tttt/);
  const blanked = new Set(text.match(/blanked-[0-9a-f]{8}/g));
  assert.equal(blanked.size, 4);
});

test("what is no state or no event is a mistake of the caller", () => {
  const event = { event: "told", now: 1, random: 1 } as const;
  assert.throws(() => core.signup.step({ state: "lost" } as unknown as MachineState, event), /no state, or no event/);
  assert.throws(
    () => core.signup.step({ state: "editing" }, { ...event, other: 1 } as unknown as typeof event),
    /no state, or no event/,
  );
});
