// What a shard does that no test on workerd can wait for or bring about: a store that fails between two statements, two
// requests between two steps, a month without anybody.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { intents, loneShard } from "./support/lone-shard.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
let now = 1_800_000_000_000;

beforeEach(() => {
  // Of the tests before nothing is left: pauses are over.
  now += 60 * minute;
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now });
  mock.method(console, "error", () => {});
});

/** As the API asks for a pause of five minutes. */
function paused() {
  const answer = { status: 429, readable: true, retryAfter: "300" };
  return intents.note("", answer, { now, random: 0 });
}

test("an instance that has just begun knows of a pause before it asks the API anything", async () => {
  const shard = loneShard(paused());
  const answer = await shard.claim("Acme");
  assert.deepEqual([answer.kind, shard.asked], ["pending", []]);
});

test("C5: of two sign-ups under one new key at the same time one is told that the key is another's", async () => {
  const shard = loneShard();
  const key = crypto.randomUUID();
  const answers = await Promise.all([shard.claim("First", { key }), shard.claim("Second", { key })]);
  assert.deepEqual(answers.map(({ kind }) => kind).sort(), ["final", "reused"]);
  assert.equal(shard.asked.filter(({ method }) => method === "POST").length, 1);
});

test("a store that fails after a call was let pass does not use up the calls", async () => {
  const shard = loneShard();
  shard.storage.fail(/^UPDATE intents/);
  for (let count = 0; count < 70; ++count) assert.equal((await shard.claim(`Acme ${count}`)).kind, "pending");
  shard.storage.fail(undefined);
  assert.equal(shard.asked.length, 0);
  assert.equal((await shard.claim("Acme")).kind, "final");
});

test("what was answered is erased after its time, although nobody asks any more", async () => {
  const shard = loneShard();
  const key = crypto.randomUUID();
  await shard.claim("Acme", { key });
  const kept = () => shard.storage.sql.exec("SELECT state FROM intents").toArray().length;
  // It rings for the three later looks, and then for the end.
  for (let rings = 0; kept() > 0; ++rings) {
    assert.ok(rings < 10);
    const at = await shard.storage.getAlarm();
    assert.ok(at !== null && at <= Date.now() + 30 * day + minute, `${at}`);
    mock.timers.setTime(Math.max(at, Date.now()));
    await shard.ring();
  }
  assert.ok(Date.now() > now + 30 * day);
});

/** All that can happen without time has happened. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; ++turns) await new Promise((done) => setImmediate(done));
}

test("A07: a form that is posted at once waits for its time, and creates nothing before", async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setTimeout"], now });
  const shard = loneShard();
  const key = crypto.randomUUID();
  const stored = () => shard.storage.sql.exec("SELECT state FROM intents").toArray().length;
  const claims = [shard.claim("Acme", { key, formAge: 2000 }), shard.claim("Acme", { key, formAge: 2000 })];
  await settled();
  mock.timers.tick(1999);
  await settled();
  assert.deepEqual([stored(), shard.asked], [0, []]);
  mock.timers.tick(1);
  const kinds = (await Promise.all(claims)).map(({ kind }) => kind);
  assert.deepEqual(kinds.sort(), ["final", "pending"]);
  assert.equal(shard.asked.filter(({ method }) => method === "POST").length, 1);
  // What is known is answered at once.
  assert.equal((await shard.claim("Acme", { key, formAge: 2000 })).kind, "final");
});
