// Webhooks of the real sandbox: a hint that makes the status route read again at once, and nothing more.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Beyond, beyond, until as eventually } from "./support/beyond.ts";
import { openSite, operatorSecret, type Sent, type TestSite, webhookSecret } from "./support/site.ts";
import { type Forged, signedHeaders } from "./support/webhook.ts";

let site: TestSite;
let there: Beyond;
before(async () => {
  // Kept for so long that only a hint can make a test see something new.
  const times = { standingMs: 600_000 };
  site = await openSite({ config: { times }, sandboxArguments: ["--control"] });
  there = beyond(site);
  const url = `${site.gateway.origin}/webhooks/nue`;
  await there.nue("/_sandbox/webhooks", { url, secret: webhookSecret, retryDelay: 50 });
});
after(() => site[Symbol.asyncDispose]());

const json = { "content-type": "application/json" };

async function counted(labels: string): Promise<number> {
  const { text } = await site.get("/metrics", { authorization: `Bearer ${operatorSecret}` });
  const line = text.split("\n").find((line) => line.startsWith(`vestibule_webhooks_total{${labels}} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}

function until(labels: string, wanted: number): Promise<void> {
  return eventually(labels, async () => (await counted(labels)) >= wanted);
}

function deliver(body: string, forged: Forged = {}): Promise<Sent> {
  return site.send("/webhooks/nue", { headers: signedHeaders(body, forged), body });
}

const message = (event: string, customerId: string, sequence: number): string =>
  JSON.stringify({ sequence, id: "x", event, time: "2099-01-01T00:00:00.000Z", customerId });

test("the status of a customer created here is fresh at once when the API says that something happened", async () => {
  const key = crypto.randomUUID();
  const { id } = JSON.parse((await site.signUp({ name: "Followed Ltd", recordType: "Business" }, { key })).text);
  const status = () => site.get(`/api/signups/${key}/status`, { "signup-secret": "browser-secret" });
  // It may come before the answer of the create is stored: then the customer is nobody's yet.
  const outcomes = ["ours", "others"].map((outcome) => `event="customer.created",outcome="${outcome}"`);
  await eventually("the message", async () => (await Promise.all(outcomes.map(counted))).some((count) => count > 0));
  assert.equal(JSON.parse((await status()).text).stage, "Prospect");
  await there.order(id);
  await eventually("Active", async () => JSON.parse((await status()).text).stage === "Active");
});

test("L-01: a repeated message is taken once, an older one and one of somebody else's customer change nothing", async () => {
  const key = crypto.randomUUID();
  const { id: customer } = JSON.parse((await site.signUp({ name: "Once Ltd", recordType: "Business" }, { key })).text);
  const repeated = await counted('event="customer.updated",outcome="repeated"');
  const older = await counted('event="customer.updated",outcome="older"');
  const others = await counted('event="customer.updated",outcome="others"');
  const id = crypto.randomUUID();
  const body = message("customer.updated", customer, 1_000_002);
  assert.deepEqual([(await deliver(body, { id })).status, (await deliver(body, { id })).status], [204, 204]);
  await until('event="customer.updated",outcome="repeated"', repeated + 1);
  assert.equal((await deliver(message("customer.updated", customer, 1_000_001))).status, 204);
  await until('event="customer.updated",outcome="older"', older + 1);
  assert.equal((await deliver(message("customer.updated", crypto.randomUUID(), 5))).status, 204);
  await until('event="customer.updated",outcome="others"', others + 1);
});

test("L-01: a type that is not known is taken, counted and nothing else", async () => {
  const ignored = await counted('event="other",outcome="ignored"');
  assert.equal((await deliver(message("customer.exploded", crypto.randomUUID(), 1))).status, 204);
  assert.equal((await deliver("{}")).status, 204);
  await until('event="other",outcome="ignored"', ignored + 2);
});

test("L-03: told of an order before its customer, and of each thing twice, the gateway reads again and settles", async () => {
  await there.nue("/_sandbox/webhooks/faults", { reverse: 3, duplicate: 3 });
  const repeated = await counted('event="customer.created",outcome="repeated"');
  const key = crypto.randomUUID();
  const first = await site.signUp({ name: "Backwards Ltd", recordType: "Business" }, { key });
  const { id } = JSON.parse(first.text);
  const status = () => site.get(`/api/signups/${key}/status`, { "signup-secret": "browser-secret" });
  assert.equal(JSON.parse((await status()).text).stage, "Prospect");
  const order = await there.order(id);
  await until('event="customer.created",outcome="repeated"', repeated + 1);
  const settled = '{"v":1,"stage":"Active","link":"Linked"}';
  await eventually(settled, async () => (await status()).text === settled);
  await assert.rejects(there.nue(`/orders/${order}`, {}), /CONFLICT/);
  const { records } = await there.org("GET", "/sobjects/Account");
  const accounts = (records as readonly { readonly Nue_Id__c: string }[]).filter((row) => row.Nue_Id__c === id);
  assert.equal(accounts.length, 1);
  const again = await site.signUp({ name: "Backwards Ltd", recordType: "Business" }, { key });
  assert.deepEqual([again.status, again.text], [201, first.text]);
});

test("L-02: a forged, old or damaged message is refused, a huge one unread", async () => {
  const body = message("customer.updated", crypto.randomUUID(), 1);
  const now = Math.floor(Date.now() / 1000);
  const another = `whsec_${Buffer.alloc(24).toString("base64")}`;
  for (const forged of [{ secret: another }, { seconds: now - 400 }, { seconds: now + 400 }, { id: "a b" }]) {
    assert.equal((await deliver(body, forged)).status, 401, JSON.stringify(forged));
  }
  assert.equal((await site.send("/webhooks/nue", { headers: json, body })).status, 401);
  assert.equal((await deliver("[")).status, 400);
  assert.equal((await deliver(body, { type: "text/plain" })).status, 415);
  assert.equal((await deliver(" ".repeat(256 * 1024 + 1))).status, 413);
  assert.equal((await site.get("/webhooks/nue")).status, 405);
});

test("a message that was taken is worked off after SIGKILL, and known when it comes again", async () => {
  const key = crypto.randomUUID();
  const { id: customer } = JSON.parse((await site.signUp({ name: "Kept Ltd", recordType: "Business" }, { key })).text);
  const id = crypto.randomUUID();
  const body = message("order.created", customer, 2_000_000);
  assert.equal((await deliver(body, { id })).status, 204);
  await site.restart();
  const repeated = await counted('event="order.created",outcome="repeated"');
  assert.equal((await deliver(body, { id })).status, 204);
  await until('event="order.created",outcome="repeated"', repeated + 1);
});

test("without a secret there is no such address", async () => {
  await using plain = await openSite({ webhookSecret: "" });
  assert.equal((await plain.send("/webhooks/nue", { headers: json, body: "{}" })).status, 404);
});
