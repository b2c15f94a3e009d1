// What the wire promises: one answer for a sign-up, repeated byte for byte, and one customer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiKey, openSite, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

const acme = { name: "Acme Ltd", recordType: "Business" };

async function named(name: string): Promise<number> {
  return (await site.sandbox.customers()).filter((customer) => customer.name === name).length;
}

test("a sign-up is answered with 201, an id, an account number and the first stage", async () => {
  const { status, headers, text } = await site.signUp(acme);
  assert.equal(status, 201);
  assert.equal(headers.get("content-type"), "application/json; charset=utf-8");
  const customer = (await site.sandbox.customers()).find(({ name }) => name === "Acme Ltd");
  assert.deepEqual(JSON.parse(text), {
    v: 1,
    id: customer?.id,
    accountNumber: customer?.accountNumber,
    stage: "Prospect",
    link: "None",
  });
  assert.equal(customer?.type, "Prospect");
  assert.match(customer?.signupToken ?? "", /^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test("what is stored is the value as the core normalised it", async () => {
  await site.signUp({ name: "  Norma   Lised ", recordType: "consumer" });
  assert.equal(await named("Norma Lised"), 1);
});

test("the same request again is the same answer, byte for byte, and no second customer", async () => {
  const key = crypto.randomUUID();
  const first = await site.signUp({ name: "Replay", recordType: "Business" }, { key });
  const second = await site.signUp({ recordType: "business", name: " Replay" }, { key: `"${key.toUpperCase()}"` });
  assert.equal(first.headers.get("idempotency-replayed"), null);
  assert.equal(second.headers.get("idempotency-replayed"), "true");
  assert.deepEqual([second.status, second.text], [first.status, first.text]);
  assert.equal(await named("Replay"), 1);
});

test("a key that is used for another sign-up is refused and nothing is sent", async () => {
  const key = crypto.randomUUID();
  await site.signUp({ name: "First use", recordType: "Business" }, { key });
  const sent = site.proxy.seen.length;
  const { status, text } = await site.signUp({ name: "Second use", recordType: "Business" }, { key });
  assert.deepEqual([status, JSON.parse(text).code], [422, "request.key_reused"]);
  assert.equal(site.proxy.seen.length, sent);
});

test("a refused sign-up stores nothing: the same key takes the corrected one", async () => {
  const key = crypto.randomUUID();
  const { status, headers, text } = await site.signUp({ name: "Later", recordType: "Business", email: "a@b" }, { key });
  assert.equal(status, 422);
  assert.equal(headers.get("content-type"), "application/problem+json");
  assert.deepEqual(JSON.parse(text), {
    type: "urn:vestibule:problem:request.invalid",
    title: "Please check these answers.",
    status: 422,
    code: "request.invalid",
    findings: [{ code: "email.syntax", pointer: "/customer/email", severity: "error" }],
  });
  const corrected = await site.signUp({ name: "Later", recordType: "Business", email: "a@b.co" }, { key });
  assert.equal(corrected.status, 201);
});

test("ten at once make one customer", async () => {
  const key = crypto.randomUUID();
  const body = JSON.stringify({
    v: 1,
    customer: { name: "Ten", recordType: "Business" },
    form: { token: await site.token() },
  });
  const answers = await Promise.all(Array.from({ length: 10 }, () => site.signUp({}, { key, body })));
  for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
  assert.ok(answers.some(({ status }) => status === 201));
  for (const { headers } of answers.filter(({ status }) => status === 409)) {
    assert.match(headers.get("retry-after") ?? "", /^\d+$/);
  }
  assert.equal(await named("Ten"), 1);
  assert.equal(site.proxy.seen.filter(({ body: sent }) => sent.includes('"Ten"')).length, 1);
});

test("the outcome is told to the browser that has the form's secret, and to nobody else", async () => {
  const key = crypto.randomUUID();
  const created = await site.signUp({ name: "Polled", recordType: "Business" }, { key, form: { secret: "mine" } });
  const told = await site.get(`/api/signups/${key}`, { "signup-secret": "mine" });
  assert.deepEqual([told.status, told.text], [200, created.text]);
  for (const headers of [{}, { "signup-secret": "" }, { "signup-secret": "other" }]) {
    const { status, text } = await site.get(`/api/signups/${key}`, headers);
    assert.deepEqual([status, JSON.parse(text).code], [404, "request.not_found"]);
  }
  const unknown = await site.get(`/api/signups/${crypto.randomUUID()}`, { "signup-secret": "mine" });
  assert.equal(unknown.status, 404);
});

test("a sign-up without a secret is told to nobody", async () => {
  const key = crypto.randomUUID();
  await site.signUp({ name: "Secretless", recordType: "Business" }, { key, form: { secret: "" } });
  assert.equal((await site.get(`/api/signups/${key}`, { "signup-secret": "" })).status, 404);
});

test("everything survives SIGKILL: the replay after a restart is the stored answer", async () => {
  const key = crypto.randomUUID();
  const first = await site.signUp({ name: "Durable", recordType: "Business" }, { key });
  await site.restart();
  const second = await site.signUp({ name: "Durable", recordType: "Business" }, { key });
  assert.equal(second.headers.get("idempotency-replayed"), "true");
  assert.equal(second.text, first.text);
  assert.equal(await named("Durable"), 1);
});

test("an e-mail address that is known already is answered like one that is not", async () => {
  const sign = () => site.signUp({ name: "Twin", recordType: "Business", email: "twin@example.org" });
  const [first, second] = [await sign(), await sign()];
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.deepEqual(Object.keys(JSON.parse(first.text)), Object.keys(JSON.parse(second.text)));
  assert.equal(first.text.length, second.text.length);
});

test("neither the key, nor the form secret, nor what was typed is in any answer or in the log", async () => {
  await site.signUp({ name: "Marked-7f3a", recordType: "Business", email: "marked-7f3a@example.org" });
  await site.signUp({ name: "Marked-7f3a", recordType: "Business", email: "marked-7f3a" });
  for (const { key } of site.proxy.seen) assert.equal(key, apiKey);
  const [answers, logs] = [site.answers.join("\n"), site.logs.join("\n")];
  for (const secret of [apiKey, "form-secret-that-must-stay", "arked-7f3a"]) {
    assert.ok(!answers.includes(secret), `an answer has ${secret}`);
    assert.ok(!logs.includes(secret), `the log has ${secret}`);
  }
  assert.ok(logs.includes('"event":"request"'));
});
