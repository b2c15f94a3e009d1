// The limits on the real gateway: addresses, sites, the whole; repeated keys; work at a time; slow senders.
import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import { openSite, operatorSecret, type SendOptions, type Sent, type TestSite } from "./support/site.ts";

/** Whatever is held is held until the test is over. */
const patient = { upstreamMs: 100_000, gatewayMs: 110_000, clientMs: 120_000, leaseMs: 130_000, absenceMs: 140_000 };
const acme = { name: "Acme", recordType: "Business" };
const perAddress = [{ count: 2, seconds: 3600 }];
// Nothing here waits for a time of the API, so none has to be short.
const byHeader = { times: {}, limits: { addressHeader: "X-Client", perAddress, perSite: [], global: [] } };
const from = (address: string): SendOptions => ({ headers: { "x-client": address } });

function assertLimited({ status, headers, text }: Sent, longest: number): void {
  assert.deepEqual([status, JSON.parse(text).code], [429, "rate.limited"]);
  const wait = Number(headers.get("retry-after"));
  assert.ok(wait >= 1 && wait <= longest, `${wait}`);
}

test("A08: one IPv4 address and one IPv6 /64 are held to their limit, others are not", async () => {
  await using site = await openSite({ config: byHeader });
  for (const own of ["192.0.2.1", "2001:db8::1"]) {
    assert.equal((await site.signUp(acme, from(own))).status, 201);
    assert.equal((await site.signUp(acme, from(own))).status, 201);
    assertLimited(await site.signUp(acme, from(own.replace("::1", "::2"))), 1800);
  }
  assert.equal((await site.signUp(acme, from("192.0.2.2"))).status, 201);
  assert.equal((await site.signUp(acme, from("2001:db8:0:1::1"))).status, 201);
  // An address that the sender claims in front of the proxy's is no way out.
  assertLimited(await site.signUp(acme, from("10.9.9.9, 192.0.2.1")), 1800);
  // Who comes around the proxy is one sender.
  assert.equal((await site.signUp(acme)).status, 201);
  assert.equal((await site.signUp(acme, from("none"))).status, 201);
  assertLimited(await site.signUp(acme, from("nonsense")), 1800);
  const { text } = await site.get("/metrics", { authorization: `Bearer ${operatorSecret}` });
  assert.match(text, /^vestibule_rate_limited_total\{by="address"\} 4$/m);
  const told = [...site.logs, ...site.answers].join("\n");
  assert.doesNotMatch(told, /192\.0\.2\.|2001:db8/);
});

test("without a configured header nobody is told apart by one", async () => {
  await using site = await openSite({ config: { times: {}, limits: { perAddress, perSite: [], global: [] } } });
  for (let index = 0; index < 4; ++index) {
    const headers = { "x-client": "192.0.2.1", "x-forwarded-for": "192.0.2.1" };
    assert.equal((await site.signUp(acme, { headers })).status, 201);
  }
});

test("A08: a site and the whole gateway have their limits, whoever sends", async () => {
  for (const name of ["perSite", "global"]) {
    const limits = { addressHeader: "X-Client", perSite: [], global: [], [name]: [{ count: 3, seconds: 60 }] };
    await using site = await openSite({ config: { times: {}, limits } });
    for (let index = 0; index < 3; ++index) {
      assert.equal((await site.signUp(acme, from(`192.0.2.${index}`))).status, 201);
    }
    const sent = site.proxy.seen.length;
    assertLimited(await site.signUp(acme, from("192.0.2.9")), 20);
    assert.equal(site.proxy.seen.length, sent);
  }
});

test("a repeated key is answered over the limit, and costs nothing", async () => {
  await using site = await openSite({ config: byHeader });
  const key = crypto.randomUUID();
  const mine = { key, ...from("192.0.2.1") };
  assert.equal((await site.signUp(acme, mine)).status, 201);
  for (let index = 0; index < 5; ++index) {
    const again = await site.signUp(acme, mine);
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed")], [201, "true"]);
  }
  const together = { key: crypto.randomUUID(), ...from("192.0.2.1") };
  const statuses = (await Promise.all([1, 2, 3].map(() => site.signUp(acme, together)))).map(({ status }) => status);
  assert.ok(statuses.includes(201) && !statuses.includes(429), statuses.join());
  assertLimited(await site.signUp(acme, from("192.0.2.1")), 1800);
  // Over the limit a replay is still known by its meaning, and another sign-up by its key.
  const body = `${JSON.stringify({ v: 1, form: { secret: "browser-secret" }, customer: acme })} `;
  assert.equal((await site.signUp(acme, { ...mine, body })).status, 201);
  assert.equal((await site.signUp({ ...acme, name: "Other" }, mine)).status, 422);
});

test("a form post over the limit is answered with the form as it was", async () => {
  await using site = await openSite({ config: byHeader });
  const post = async (): Promise<Sent> => {
    const { text } = await site.get("/signup/");
    const hidden = (name: string) => new RegExp(`name="form\\.${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
    const fields = { "form.v": "1", "form.key": hidden("key"), "form.token": hidden("token"), ...acme };
    const headers = {
      origin: site.gateway.origin,
      "content-type": "application/x-www-form-urlencoded",
      ...from("192.0.2.1").headers,
    };
    return site.send("/api/signups", { headers, body: new URLSearchParams(fields).toString() });
  };
  assert.deepEqual([(await post()).status, (await post()).status], [201, 201]);
  const { status, headers, text } = await post();
  assert.equal(status, 429);
  assert.ok(Number(headers.get("retry-after")) > 0);
  assert.match(text, /value="Acme"/);
});

/** A sign-up whose body is begun and not ended. */
function begin({ gateway }: TestSite): { readonly outgoing: ClientRequest; readonly status: Promise<number> } {
  const headers = {
    origin: gateway.origin,
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    "content-length": "100",
  };
  const options = {
    host: "127.0.0.1",
    port: gateway.port,
    path: "/api/signups",
    method: "POST",
    headers,
    agent: false,
  };
  const outgoing = request(options);
  const status = new Promise<number>((done) => {
    outgoing.once("response", (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    outgoing.once("error", () => done(0));
  });
  outgoing.write("{");
  return { outgoing, status };
}

test("H05: a body that does not come is given up, and its place is free again", async () => {
  await using site = await openSite({
    config: { times: {}, limits: { perSite: [], global: [], inWork: 3, bodyMs: 400 } },
  });
  const slow = [begin(site), begin(site), begin(site)];
  assert.deepEqual(await Promise.all(slow.map(({ status }) => status)), [408, 408, 408]);
  assert.equal((await site.signUp(acme)).status, 201);
});

test("whoever sends slowly takes no place from those who have sent", async () => {
  await using site = await openSite({
    config: { times: {}, limits: { perSite: [], global: [], inWork: 3, bodyMs: 60_000 } },
  });
  const slow = Array.from({ length: 9 }, () => begin(site));
  await Promise.all(slow.map(({ outgoing }) => once(outgoing, "socket")));
  for (let count = 0; count < 5; ++count) assert.equal((await site.signUp(acme)).status, 201);
  for (const { outgoing } of slow) outgoing.destroy();
});

test("beyond so many requests in work there is 503", async () => {
  await using site = await openSite({ config: { times: patient, limits: { perSite: [], global: [], inWork: 3 } } });
  const before = site.proxy.seen.length;
  site.proxy.plan(["hold"], "POST");
  const working = Array.from({ length: 3 }, () => site.signUp(acme).catch(() => undefined));
  await site.proxy.arrived(before + 3);
  const { status, headers, text } = await site.signUp(acme);
  assert.deepEqual([status, JSON.parse(text).code, headers.get("retry-after")], [503, "rate.busy", "2"]);
  await site.gateway.stop("SIGKILL");
  await Promise.all(working);
});

test("the API is asked 64 things at a time at most; the others are told to come back", async () => {
  await using site = await openSite({ config: { times: patient, limits: { perSite: [], global: [] } } });
  const before = site.proxy.seen.length;
  site.proxy.plan(["hold"], "POST");
  const first = Array.from({ length: 64 }, () => site.signUp(acme).catch(() => undefined));
  await site.proxy.arrived(before + 64);
  const put = await site.signUp(acme);
  assert.deepEqual([put.status, JSON.parse(put.text).code], [503, "rate.busy"]);
  assert.equal(put.headers.get("retry-after"), "2");
  assert.equal(site.proxy.seen.length, before + 64);
  await site.gateway.stop("SIGKILL");
  await Promise.all(first);
});

test("beyond so many senders there is 503 at once, and no more than that", async () => {
  await using site = await openSite({
    config: { times: {}, limits: { perSite: [], global: [], inWork: 3, bodyMs: 60_000 } },
  });
  const slow = Array.from({ length: 48 }, () => begin(site));
  const busy = async (): Promise<Sent> => {
    for (;;) {
      const answer = await site.signUp(acme);
      if (answer.status === 503) return answer;
    }
  };
  const { headers, text } = await busy();
  assert.equal(JSON.parse(text).code, "rate.busy");
  assert.equal(headers.get("retry-after"), "2");
  // Reads do not wait behind the others.
  assert.equal((await site.get("/api/form-token")).status, 200);
  // A sender that goes away frees its place.
  for (const { outgoing } of slow) outgoing.destroy();
  for (;;) if ((await site.signUp(acme)).status === 201) break;
});

test("connections that say nothing do not keep others from signing up", async () => {
  await using site = await openSite();
  const idle = Array.from({ length: 200 }, () => connect(site.gateway.port, "127.0.0.1"));
  await Promise.all(idle.map((socket) => new Promise((done) => socket.once("connect", done))));
  assert.equal((await site.signUp(acme)).status, 201);
  for (const socket of idle) socket.destroy();
});

test("C11: two requests of one new key at once, the second over the limit: neither is told that it is refused", async () => {
  const one = {
    limits: { addressHeader: "X-Client", perAddress: [{ count: 1, seconds: 3600 }], perSite: [], global: [] },
  };
  await using site = await openSite({ config: one });
  for (let round = 0; round < 5; ++round) {
    const options = { ...from(`192.0.2.${round}`), key: crypto.randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => site.signUp(acme, options)));
    for (const { status, text } of answers) assert.ok([201, 409, 429].includes(status), `${status} ${text}`);
    assert.equal((await site.sandbox.customers()).length, round + 1);
  }
});
