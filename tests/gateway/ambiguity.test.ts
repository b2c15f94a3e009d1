// An answer that does not arrive says nothing. Whatever goes wrong between the gateway and its upstream: one customer.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { Fault } from "../support/fault-proxy.ts";
import { openSite, quickTimes, type Sent, type TestSite, untilSettled } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());
afterEach(() => site.proxy.plan([]));

interface Attempt {
  readonly name: string;
  readonly key: string;
  send(): Promise<Sent>;
  poll(): Promise<Sent>;
}

function attempt(name: string): Attempt {
  const key = crypto.randomUUID();
  return {
    name,
    key,
    send: () => site.signUp({ name, recordType: "Business" }, { key }),
    poll: () => site.get(`/api/signups/${key}`, { "signup-secret": "browser-secret" }),
  };
}

async function customersNamed(name: string): Promise<number> {
  return (await site.sandbox.customers()).filter((customer) => customer.name === name).length;
}

function creates(name: string): number {
  return site.proxy.seen.filter(({ method, body }) => method === "POST" && body.includes(`"${name}"`)).length;
}

// Carried out, and the answer lost in one way or another.
for (const fault of ["cut", "half", "hold", "error_after"] satisfies Fault[]) {
  test(`a create whose answer is lost (${fault}) is found again, and not sent twice`, async () => {
    const { name, send } = attempt(`Lost by ${fault}`);
    site.proxy.plan([fault, "pass"]);
    const first = await send();
    assert.equal(first.status, 503);
    assert.equal(JSON.parse(first.text).code, "upstream.unknown");
    assert.match(first.headers.get("retry-after") ?? "", /^\d+$/);
    const last = await untilSettled(send);
    assert.equal(last.status, 201);
    assert.equal(await customersNamed(name), 1);
    assert.equal(creates(name), 1);
  });
}

// Never carried out, which the gateway cannot know before the horizon.
for (const fault of ["refuse", "error", "page"] satisfies Fault[]) {
  test(`a create that never arrived (${fault}) is sent again once that is certain`, async () => {
    const { name, send } = attempt(`Stopped by ${fault}`);
    site.proxy.plan([fault, "pass"]);
    assert.equal((await send()).status, 503);
    assert.equal((await untilSettled(send)).status, 201);
    assert.equal(await customersNamed(name), 1);
    assert.equal(creates(name), 2);
  });
}

test("while the record may still be on its way, an empty answer does not cause a second send", async () => {
  await using patient = await openSite({ config: { times: { ...quickTimes, leaseMs: 3000, absenceMs: 4000 } } });
  const { proxy } = patient;
  proxy.plan(["refuse", "pass"], "POST");
  const key = crypto.randomUUID();
  assert.equal((await patient.signUp({ name: "Slow", recordType: "Business" }, { key })).status, 503);
  const poll = () => patient.get(`/api/signups/${key}`, { "signup-secret": "browser-secret" });
  assert.equal((await untilSettled(poll)).status, 200);
  // Before anybody signs up the slot is probed.
  const [, first, ...later] = proxy.seen.map(({ method }) => method);
  assert.equal(first, "POST");
  // Probes after one and two seconds, the one at the horizon, and only then the second send.
  assert.deepEqual(later.slice(0, 4), ["GET", "GET", "GET", "POST"]);
  for (const { url } of proxy.seen.slice(2, 5)) assert.match(url, /^\/customers\?signupToken=[0-9A-Z]{26}$/);
});

test("C16: an answer about a record with another token is not believed", async () => {
  const { name, send } = attempt("Mistaken");
  site.proxy.plan(["foreign", "pass"]);
  const first = await send();
  assert.deepEqual([first.status, JSON.parse(first.text).code], [503, "upstream.unknown"]);
  const { id } = JSON.parse((await untilSettled(send)).text);
  assert.equal((await site.sandbox.customers()).find((customer) => customer.name === name)?.id, id);
});

test("C16: an upstream that ignores the filter gets nothing bound and nothing sent again; a person has to look", async () => {
  const { name, send } = attempt("Unfilterable");
  site.proxy.plan(["cut", "foreign"]);
  let answer = await send();
  while (JSON.parse(answer.text).code !== "upstream.parked") {
    assert.ok([409, 503].includes(answer.status));
    await new Promise((done) => setTimeout(done, 50));
    answer = await send();
  }
  assert.equal(creates(name), 1);
  // Once the filter is honoured, asking again settles it.
  site.proxy.plan([]);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await customersNamed(name), 1);
});

test("nobody has to ask: the alarm settles what a browser left behind", async () => {
  const { name, send, poll } = attempt("Abandoned");
  // The record of another in the test before makes the gateway ask anew whether the API searches for tokens: a GET.
  site.proxy.plan(["cut", "pass"], "POST");
  assert.equal((await send()).status, 503);
  assert.equal(JSON.parse((await poll()).text).state, "unknown");
  assert.equal((await untilSettled(poll)).status, 200);
  assert.equal(await customersNamed(name), 1);
});

test("upstream down: plain words, and a later retry with the same key creates one", async () => {
  const { name, send } = attempt("Downtime");
  site.proxy.plan(["refuse"]);
  const down = await send();
  assert.equal(down.status, 503);
  assert.match(JSON.parse(down.text).title, /could not reach our billing service/);
  assert.equal((await send()).status, 503);
  site.proxy.plan([]);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await customersNamed(name), 1);
});

test("the sandbox killed while it has the request: one customer after it is back", async () => {
  const { name, send } = attempt("Killed upstream");
  const before = site.proxy.seen.length;
  site.proxy.plan(["hold", "pass"]);
  const first = send();
  await site.proxy.arrived(before + 1);
  await site.restartSandbox();
  assert.equal((await first).status, 503);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await customersNamed(name), 1);
});

test("the gateway killed while it waits for the answer: one customer after it is back", async () => {
  const { name, send } = attempt("Killed gateway");
  const before = site.proxy.seen.length;
  site.proxy.plan(["hold", "pass"]);
  const first = send().catch(() => undefined);
  await site.proxy.arrived(before + 1);
  await site.restart();
  assert.equal(await first, undefined);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await customersNamed(name), 1);
  assert.equal(creates(name), 1);
});

test("a browser that goes away does not stop its sign-up", async () => {
  const { name, key, poll } = attempt("Gone");
  const before = site.proxy.seen.length;
  const token = await site.token();
  const gone = new AbortController();
  const request = fetch(`${site.gateway.origin}/api/signups`, {
    method: "POST",
    headers: { origin: site.gateway.origin, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({
      v: 1,
      customer: { name, recordType: "Business" },
      form: { token, secret: "browser-secret" },
    }),
    signal: gone.signal,
  }).catch(() => undefined);
  site.proxy.plan(["hold", "pass"]);
  await site.proxy.arrived(before + 1);
  gone.abort();
  await request;
  assert.equal((await untilSettled(poll)).status, 200);
  assert.equal(await customersNamed(name), 1);
});

test("an upstream that puts it off is asked again after its Retry-After, and not before", async () => {
  const { name, send } = attempt("Busy");
  site.proxy.plan(["busy", "pass"]);
  const first = await send();
  assert.deepEqual([first.status, JSON.parse(first.text).code], [503, "upstream.unavailable"]);
  assert.equal(creates(name), 1);
  assert.equal((await untilSettled(send)).status, 201);
  assert.equal(await customersNamed(name), 1);
});

for (const fault of ["denied", "redirect"] satisfies Fault[]) {
  test(`a definite refusal (${fault}) is final, in our words, and raises an alarm`, async () => {
    const { name, send } = attempt(`Refused by ${fault}`);
    site.proxy.plan([fault, "pass"]);
    const first = await send();
    const second = await send();
    assert.deepEqual([first.status, JSON.parse(first.text).code], [422, "upstream.refused"]);
    assert.deepEqual([second.status, second.text], [first.status, first.text]);
    assert.ok(!first.text.includes("words of the upstream"));
    assert.ok(site.logs.some((line) => line.includes('"event":"alarm"')));
    assert.equal(creates(name), 1);
  });
}

test("after three sends without a trace a person has to look", async () => {
  const { name, send } = attempt("Hopeless");
  site.proxy.plan(["refuse"], "POST");
  let answer = await send();
  while (JSON.parse(answer.text).code !== "upstream.parked") {
    assert.ok([409, 503].includes(answer.status));
    await new Promise((done) => setTimeout(done, 50));
    answer = await send();
  }
  assert.equal(creates(name), 3);
  assert.equal(await customersNamed(name), 0);
});
