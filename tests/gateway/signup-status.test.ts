// The status route: whoever signed up follows the customer from Prospect to Managed, and nobody else does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { beyond } from "./support/beyond.ts";
import { openSite, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

const mine = { "signup-secret": "browser-secret" };
const status = (key: string, headers: Readonly<Record<string, string>> = mine): Promise<Sent> =>
  site.get(`/api/signups/${key}/status`, headers);

async function until(key: string, expected: object): Promise<void> {
  for (;;) {
    const { text } = await status(key);
    if (text === JSON.stringify({ v: 1, ...expected })) return;
    await sleep(100);
  }
}

test("a customer is followed from Prospect to Active, linked, and Managed", { timeout: 30_000 }, async () => {
  const key = crypto.randomUUID();
  const { id } = JSON.parse((await site.signUp({ name: "Followed Ltd", recordType: "Business" }, { key })).text);
  const first = await status(key);
  assert.equal(first.status, 200);
  assert.equal(first.headers.get("cache-control"), "no-store");
  assert.deepEqual(JSON.parse(first.text), { v: 1, stage: "Prospect", link: "None" });
  await beyond(site).order(id);
  await until(key, { stage: "Active", link: "Linked" });
  await beyond(site).order(id);
  await until(key, { stage: "Managed", link: "Linked" });
});

test("without the sign-up's own secret there is nothing to see", async () => {
  const key = crypto.randomUUID();
  await site.signUp({ name: "Private Ltd", recordType: "Business" }, { key });
  const strangers = [
    await status(key, {}),
    await status(key, { "signup-secret": "another" }),
    await status(crypto.randomUUID()),
    await status("no-key"),
  ];
  for (const answer of strangers) {
    assert.equal(answer.status, 404);
    assert.equal(answer.text, strangers[0]?.text);
  }
});

test("a sign-up without a customer is answered as on its own route", async () => {
  const key = crypto.randomUUID();
  site.proxy.plan(["cut", "refuse"]);
  await site.signUp({ name: "Waiting Ltd", recordType: "Business" }, { key });
  const waiting = await status(key);
  assert.equal(waiting.status, 202);
  assert.deepEqual(JSON.parse(waiting.text), { v: 1, state: "unknown" });
  site.proxy.plan(["pass"]);
  await until(key, { stage: "Prospect", link: "None" });
});

test("an API that does not answer is 503, and is not asked twice within a moment", async () => {
  const key = crypto.randomUUID();
  await site.signUp({ name: "Silent Ltd", recordType: "Business" }, { key });
  site.proxy.plan(["error"], "GET");
  const before = site.proxy.seen.length;
  const answers = await Promise.all([status(key), status(key), status(key)]);
  for (const { status, headers, text } of answers) {
    assert.deepEqual([status, JSON.parse(text).code], [503, "upstream.unavailable"]);
    assert.equal(headers.get("retry-after"), "5");
  }
  assert.equal(site.proxy.seen.length, before + 2);
  site.proxy.plan(["pass"]);
});

test("orders and customers of others count for nothing, should the API ignore a filter", async () => {
  const key = crypto.randomUUID();
  await site.signUp({ name: "Alone Ltd", recordType: "Business" }, { key });
  site.proxy.plan(["unfiltered"], "GET");
  const answer = await status(key);
  assert.deepEqual(JSON.parse(answer.text), { v: 1, stage: "Prospect", link: "None" });
});

test("while the API asks for a pause it is not asked how far customers have come, nor to change them", async () => {
  await using paused = await openSite();
  const key = crypto.randomUUID();
  await paused.signUp({ name: "Before Ltd", recordType: "Business" }, { key });
  paused.proxy.plan(["never"], "POST");
  await paused.signUp({ name: "Paused Ltd", recordType: "Business" });
  const asked = paused.proxy.seen.length;
  const answer = await paused.get(`/api/signups/${key}/status`, mine);
  assert.deepEqual([answer.status, JSON.parse(answer.text).code], [503, "upstream.unavailable"]);
  const headers = { ...mine, origin: paused.gateway.origin, "content-type": "application/json" };
  const body = '{"v":1,"customer":{"phone":null}}';
  const change = await paused.send(`/api/signups/${key}`, { method: "PATCH", headers, body });
  assert.deepEqual([change.status, JSON.parse(change.text).code], [503, "upstream.change_unknown"]);
  // Five minutes, less what has passed.
  for (const { headers } of [answer, change]) assert.ok(Number(headers.get("retry-after")) > 200);
  assert.equal(paused.proxy.seen.length, asked);
});
