// Flight records: what the gateway did with a sign-up, repeated natively to the same states and effects.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { openSite, operatorSecret, type TestSite, untilSettled } from "./support/site.ts";

const vestibule = resolve(import.meta.dirname, "../../build/release/core/cli/vestibule");
const operator = { authorization: `Bearer ${operatorSecret}` };

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

async function recordOf(key: string): Promise<string> {
  const hash = createHash("sha256").update(key).digest("hex");
  return (await site.get(`/operator/intents/${hash}/record`, operator)).text;
}

function replay(record: string): Promise<string> {
  return new Promise((done) => {
    const child = execFile(vestibule, ["replay", "-"], (_, stdout, stderr) => done(stdout + stderr));
    child.stdin?.end(record);
  });
}

test("a sign-up whose answer was lost is repeated step by step", async () => {
  const key = crypto.randomUUID();
  const customer = { name: "Recorded Heron Ltd", recordType: "Business", email: "heron@recorded.example" };
  site.proxy.plan(["cut", "error", "pass"]);
  await untilSettled(() => site.signUp(customer, { key }));
  const record = await recordOf(key);
  const [head, ...lines] = record.trimEnd().split("\n");
  assert.deepEqual(JSON.parse(head ?? "").machine, "gateway");
  const states = lines.map((line) => JSON.parse(line).state.state);
  assert.equal(states.at(0), "sent");
  assert.ok(states.includes("unknown"));
  assert.equal(states.at(-1), "created");
  assert.doesNotMatch(record, /heron/i);
  assert.ok(!record.includes(key));
  const verdict = JSON.parse(await replay(record));
  assert.deepEqual([verdict.ok, verdict.steps], [true, lines.length]);
  // A line that says something else is found.
  const forged = record.replace('"sends":1', '"sends":2');
  assert.equal(JSON.parse(await replay(forged)).ok, false);
});

test("nobody else sees a record", async () => {
  const hash = "0".repeat(64);
  assert.equal((await site.get(`/operator/intents/${hash}/record`)).status, 401);
  assert.equal((await site.get(`/operator/intents/${hash}/record`, operator)).status, 404);
});
