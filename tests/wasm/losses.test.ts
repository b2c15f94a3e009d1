// The core when an instance is lost: memory runs out (row W03), or the module traps (row W04).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, beforeEach, mock, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { answers, damage, loseAll, lostTwice, turn, watchInstances } from "./support/losses.ts";
import { dist, importPackage, type Vestibule } from "./support/package.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const exhausted = [{ code: "limit.memory", severity: "error", pointer: "", params: {} }];

// Needs more memory than an instance has at first.
const large = [{ name: "A", recordType: "Consumer", description: "a".repeat(1024 * 1024 - 100) }];
const largeText = bytes(JSON.stringify(large[0]));

let core: Core;
let instances: readonly WebAssembly.Instance[];

before(() => {
  instances = watchInstances();
});

// Memory that one test made grow would do for the next one.
beforeEach(async () => {
  core = await (await importPackage()).load();
  await turn();
});

/** The instance made last is the spare. */
const damageUsed = (): void => damage(instances.at(-2));
const damageSpare = (): void => damage(instances.at(-1));

/** A lost call says so; the next one has the spare and is right, and a new spare is made. */
async function assertLost(call: () => unknown): Promise<void> {
  const { length } = instances;
  assert.deepEqual(call(), { ok: false, value: null, changed: [], findings: exhausted });
  mock.restoreAll();
  assert.deepEqual(core.check({ name: " A " }, { op: "patch" }).value, { name: "A" });
  await turn();
  assert.equal(instances.length, length + 1);
}

function refuseMemory(): void {
  mock.method(WebAssembly.Memory.prototype, "grow", () => {
    throw new RangeError("refused");
  });
}

function refuseInstances(): void {
  mock.method(WebAssembly, "Instance", () => {
    throw new RangeError("refused");
  });
}

test("W03: memory that may not grow is told", async () => {
  for (const call of [() => core.check(largeText), () => core.check(large)]) {
    refuseMemory();
    await assertLost(call);
    assert.equal(call().findings[0]?.code, "text.too_long");
  }
});

test("W03: a new instance that cannot be had either is told too, until it can", async () => {
  damageUsed();
  damageSpare();
  refuseInstances();
  assert.equal(answers(core, 2), "limit.memory limit.memory");
  await turn();
  assert.deepEqual(core.check(largeText).findings, exhausted);
  assert.throws(() => core.ids.uuidV4(), RangeError);
  await turn();
  mock.restoreAll();
  // This call starts an instance and cannot wait for it.
  assert.equal(answers(core, 1), "limit.memory");
  await turn();
  assert.equal(core.check(largeText).findings[0]?.code, "text.too_long");
});

test("W03: a spare that could not be had is had later, while calls go on", async () => {
  damageUsed();
  refuseInstances();
  assert.equal(answers(core, 2), "limit.memory ok");
  await turn();
  mock.restoreAll();
  const { length } = instances;
  assert.equal(answers(core, 2), "ok ok");
  await turn();
  assert.equal(instances.length, length + 1);
  damageUsed();
  assert.equal(answers(core, 2), "limit.memory ok");
});

test("W04: after a trap the call says so and the core goes on, whatever was called", async () => {
  const calls: readonly (() => unknown)[] = [
    () => core.check({ name: "A" }),
    () => core.check(bytes("{}")),
    () => core.check([{}]),
    () => core.checkField("name", "A"),
  ];
  for (const call of calls) {
    damageUsed();
    await assertLost(call);
  }
  for (const call of [() => core.ids.uuid("x"), () => core.ids.salesforce("x")]) {
    damageUsed();
    assert.deepEqual(call(), { ok: false, value: null, findings: exhausted });
    assert.equal(call().findings[0]?.code, "id.syntax");
    await turn();
  }
  damageUsed();
  assert.match(core.ids.uuidV4(new Uint8Array(16)), /^00000000-0000-4000-8000-0{12}$/);
  await turn();
  damageUsed();
  assert.equal(core.ids.equal("0015f00002JUZPD", "0015f00002JUZPDAA5"), true);
});

test("W04: after a loss the core still has its profile and its facts about countries", async () => {
  const profile = { v: 1, recordTypes: [{ value: "Guest", extends: "Consumer" }] };
  core = await (await importPackage()).load({ profile, atlas: false });
  await turn();
  await core.loadAtlas();
  const ofGuest = (): boolean => core.check({ name: "A", recordType: "Guest" }).ok;
  assert.ok(ofGuest());
  for (let losses = 0; losses < 2; ++losses) {
    damageUsed();
    assert.equal(ofGuest(), false);
    assert.deepEqual([ofGuest(), core.country.find("Norge")?.code], [true, "NO"]);
    await turn();
  }
});

test("W04: two losses with nothing awaited between them leave nothing, and the next turn brings all back", async () => {
  assert.equal(await loseAll((await importPackage()).load), lostTwice);
});

test("W04: the module that browsers start with is started again by the call that needs it, with what the core got", async () => {
  const { load }: Vestibule = await import(join(dist, "index.browser.js"));
  const { length } = instances;
  core = await load({ module: readFileSync(join(dist, "core.wasm")), atlas: readFileSync(join(dist, "atlas.bin")) });
  await turn();
  assert.equal(instances.length, length + 1);

  const american = (): string => JSON.stringify(core.check({ phone: "+1 212 000 0000" }, { op: "patch" }).findings);
  const known = american();
  assert.match(known, /phone\.invalid/);
  for (let losses = 1; losses <= 2; ++losses) {
    damage(instances.at(-1));
    assert.deepEqual([american(), american()], [JSON.stringify(exhausted), known]);
    damage(instances.at(-1));
    assert.match(core.ids.uuidV4(new Uint8Array(16)), /^00000000-0000-4000-8000-0{12}$/);
    assert.equal(instances.length, length + 1 + 2 * losses);
  }

  damage(instances.at(-1));
  refuseInstances();
  assert.deepEqual([american(), american()], [JSON.stringify(exhausted), JSON.stringify(exhausted)]);
  assert.throws(() => core.ids.uuidV4(), RangeError);
  mock.restoreAll();
  assert.equal(american(), known);
});
