// A challenge beyond the limits (A08): whoever has passed one is let in, as far as the limit of the own address allows; and
// whatever becomes of the service, nobody is worse off than without one.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { takeField } from "../../web/gateway/src/form-field.ts";
import { openSite, operatorSecret, type SendOptions, type Sent, type TestSite } from "./support/site.ts";

const acme = { name: "Acme", recordType: "Business" };
const challengeSecret = "challenge-secret-that-must-stay-inside";
const field = "cf-turnstile-response";

interface Service extends AsyncDisposable {
  readonly address: string;
  /** What it was asked, each as fields. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  answer: (response: string) => string;
}

/** As Turnstile and hCaptcha answer: an answer of the widget counts once. */
async function startService(): Promise<Service> {
  const asked: Readonly<Record<string, string>>[] = [];
  const used = new Set<string>();
  const server = createServer(async (request, response) => {
    const given = Object.fromEntries(new URLSearchParams((await request.setEncoding("utf8").toArray()).join("")));
    asked.push({ ...given, path: `${request.method} ${request.url}` });
    response.end(service.answer(given["response"] ?? ""));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const service: Service = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/turnstile/siteverify`,
    asked,
    answer: (response) => {
      const success = response.startsWith("passed") && !used.has(response);
      used.add(response);
      return JSON.stringify({ success, "error-codes": [] });
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return service;
}

/** One sign-up an hour for the site, and `own` for an address. */
function openLimited(verify: string, own = 50): Promise<TestSite> {
  const limits = {
    addressHeader: "X-Client",
    perAddress: [{ count: own, seconds: 3600 }],
    perSite: [{ count: 1, seconds: 3600 }],
    global: [],
    readsPerKey: [],
  };
  return openSite({ config: { times: {}, limits, challenge: { verify, field } }, challengeSecret });
}

const passing = (response: string, key: string = crypto.randomUUID()): SendOptions => ({
  key,
  headers: { "x-client": "192.0.2.1", "challenge-response": response },
});
const statusOf = async (answer: Promise<Sent>): Promise<number> => (await answer).status;

async function outcomes(site: TestSite): Promise<string> {
  const { text } = await site.get("/metrics", { authorization: `Bearer ${operatorSecret}` });
  return [...text.matchAll(/^vestibule_challenges_total\{outcome="(\w+)"\} (\d+)$/gm)]
    .map(([, outcome, count]) => `${outcome} ${count}`)
    .sort()
    .join();
}

test("A08: beyond the limit of the site a person is let in who has passed a challenge, and nobody else", async () => {
  await using service = await startService();
  await using site = await openLimited(service.address);
  // Within the limit nobody is asked for one.
  assert.equal(await statusOf(site.signUp(acme, passing("passed 0"))), 201);
  assert.equal(service.asked.length, 0);
  const sent = site.proxy.seen.length;
  const without = await site.signUp(acme);
  assert.deepEqual([without.status, JSON.parse(without.text).code], [429, "rate.limited"]);
  assert.equal(await statusOf(site.signUp(acme, passing("failed"))), 429);
  assert.equal(site.proxy.seen.length, sent);
  const key = crypto.randomUUID();
  assert.equal(await statusOf(site.signUp(acme, passing("passed 1", key))), 201);
  // An answer counts once; who sends a known key again needs none.
  assert.equal(await statusOf(site.signUp(acme, passing("passed 1"))), 429);
  const asked = service.asked.length;
  assert.equal(await statusOf(site.signUp(acme, passing("passed 1", key))), 201);
  assert.equal(service.asked.length, asked);
  assert.deepEqual(service.asked[1], {
    path: "POST /turnstile/siteverify",
    secret: challengeSecret,
    response: "passed 1",
  });
  assert.equal(await outcomes(site), "failed 2,passed 1");
  const told = [...site.logs, ...site.answers].join("\n");
  assert.ok(!told.includes(challengeSecret) && !told.includes("passed 1"));
});

test("A08: the limit of an address holds whatever was passed, and a challenge that fails takes from it", async () => {
  await using service = await startService();
  await using site = await openLimited(service.address, 3);
  assert.equal(await statusOf(site.signUp(acme, passing(""))), 201);
  assert.equal(await statusOf(site.signUp(acme, passing("failed"))), 429);
  assert.equal(await statusOf(site.signUp(acme, passing("passed 1"))), 201);
  const asked = service.asked.length;
  assert.equal(await statusOf(site.signUp(acme, passing("passed 2"))), 429);
  assert.equal(service.asked.length, asked);
});

test("a service that is gone, or says nothing that counts, lets nobody in and keeps nobody out", async () => {
  await using service = await startService();
  await using site = await openLimited(service.address);
  const strange = ["", "{}", '{"success":"true"}', "<html>", `{"success":true,"x":"${"x".repeat(70_000)}"}`];
  for (const text of strange) {
    service.answer = () => text;
    await site.signUp(acme, passing("passed"));
    assert.equal(await statusOf(site.signUp(acme, passing("passed"))), 429, text.slice(0, 20));
  }
  await service[Symbol.asyncDispose]();
  const answer = await site.signUp(acme, passing("passed"));
  assert.deepEqual([answer.status, JSON.parse(answer.text).code], [429, "rate.limited"]);
  assert.ok(Number(answer.headers.get("retry-after")) > 0);
  assert.ok(site.logs.some((line) => line.includes("The challenge service did not answer.")));
  assert.equal((await site.sandbox.customers()).length, 1);
});

test("a form brings the widget's answer in a field of its own, which is nothing of the sign-up", async () => {
  await using service = await startService();
  await using site = await openLimited(service.address);
  const post = async (response: string): Promise<Sent> => {
    const page = (await site.get("/signup/")).text;
    const hidden = (name: string) => new RegExp(`name="form\\.${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
    const fields = {
      "form.v": "1",
      "form.key": hidden("key"),
      [field]: response,
      "form.token": hidden("token"),
      ...acme,
    };
    const headers = { origin: site.gateway.origin, "content-type": "application/x-www-form-urlencoded" };
    return site.send("/api/signups", { headers, body: new URLSearchParams(fields).toString() });
  };
  assert.equal(await statusOf(post("passed 1")), 201);
  assert.equal(await statusOf(post("passed/2+=&")), 201);
  assert.equal(service.asked.at(-1)?.["response"], "passed/2+=&");
  const refused = await post("failed");
  assert.equal(refused.status, 429);
  assert.match(refused.text, /value="Acme"/);
});

test("without a configured service a challenge is nothing", async () => {
  await using site = await openSite({
    config: { times: {}, limits: { perSite: [{ count: 1, seconds: 3600 }], global: [] } },
  });
  assert.equal(await statusOf(site.signUp(acme, passing("passed"))), 201);
  assert.equal(await statusOf(site.signUp(acme, passing("passed"))), 429);
  await assert.rejects(
    openSite({ config: { times: {}, challenge: { verify: "https://a.example/v", field } } }),
    /CHALLENGE_SECRET/,
  );
});

test("a field is taken out of a form wherever it stands, and the rest is as it was", () => {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "latin1"));
  const cases: readonly (readonly [string, string, string])[] = [
    ["a=1&b=2", "a=1&b=2", ""],
    ["x-y=v&a=1", "a=1", "v"],
    ["a=1&x-y=v&b=2", "a=1&b=2", "v"],
    ["a=1&x-y=v", "a=1", "v"],
    ["x-y=v", "", "v"],
    ["x-y=v&x-y=w&&a=\xff", "&a=\xff", "v"],
    ["ax-y=v&x-ya=1&x-y", "ax-y=v&x-ya=1&x-y", ""],
    ["x-y=%2b%zz&a", "a", ""],
    ["x-y=%2B%20", "", "+ "],
    ["", "", ""],
  ];
  for (const [text, rest, value] of cases) {
    const taken = takeField(bytes(text), "x-y");
    assert.deepEqual([Buffer.from(taken.body).toString("latin1"), taken.value], [rest, value], text);
  }
});
