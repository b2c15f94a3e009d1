// What a request must be: host, address, method, origin, format, size and key. Nothing else reaches the store.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { openSite, type SendOptions, type Sent, type TestSite } from "./support/site.ts";

const partner = "https://partner.example";

let site: TestSite;
before(async () => {
  site = await openSite({ origins: [partner] });
});
after(() => site[Symbol.asyncDispose]());

const acme = { name: "Acme", recordType: "Business" };

async function refused(options: SendOptions, status: number, code: string): Promise<Sent> {
  const sent = site.proxy.seen.length;
  const answer = await site.signUp(acme, options);
  assert.deepEqual([answer.status, JSON.parse(answer.text).code], [status, code]);
  assert.equal(site.proxy.seen.length, sent);
  return answer;
}

/** Headers that fetch does not let through. */
function rawStatus(options: {
  path: string;
  method?: string;
  headers: Record<string, string | string[]>;
  body?: string;
}) {
  const { path, method = "GET", headers, body = "" } = options;
  return new Promise<{ readonly status: number; readonly text: string }>((done, fail) => {
    const { port } = site.gateway;
    const outgoing = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, async (answer) => {
      done({ status: answer.statusCode ?? 0, text: (await answer.setEncoding("utf8").toArray()).join("") });
    });
    outgoing.once("error", fail);
    outgoing.end(body);
  });
}

test("H01: only JSON in UTF-8 or form fields", async () => {
  for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16", ""]) {
    await refused({ headers: { "content-type": type } }, 415, "request.content_type");
  }
  const answer = await site.signUp(acme, { headers: { "content-type": 'Application/JSON; charset="UTF-8"' } });
  assert.equal(answer.status, 201);
});

test("H02: a compressed body is refused unread", async () => {
  await refused({ headers: { "content-encoding": "gzip" } }, 415, "request.content_type");
});

test("J14: a body of one byte over 32 KiB is refused, one of 32 KiB is read", async () => {
  const padded = async (size: number): Promise<string> => {
    const text = JSON.stringify({ v: 1, customer: acme, form: { token: await site.token() } });
    return text + " ".repeat(size - text.length);
  };
  await refused({ body: await padded(32 * 1024 + 1) }, 413, "request.too_large");
  assert.equal((await site.signUp({}, { body: await padded(32 * 1024) })).status, 201);
});

test("J14: a body without a length is refused at its limit", async () => {
  const { host, origin } = new URL(site.gateway.origin);
  const common = { host, origin, "content-type": "application/json", "transfer-encoding": "chunked" };
  const headers = { ...common, "idempotency-key": crypto.randomUUID() };
  const { status, text } = await rawStatus({ path: "/api/signups", method: "POST", headers, body: " ".repeat(32769) });
  assert.deepEqual([status, JSON.parse(text).code], [413, "request.too_large"]);
});

test("H06: long and damaged addresses, and any query", async () => {
  assert.equal((await site.get(`/api/${"a".repeat(2050)}`)).status, 414);
  for (const path of ["/api/%00", "/api/%zz", "/api/%c0%af", "/api/form-token?a=1", "/api/form-token?a&a"]) {
    assert.equal((await site.get(path)).status, 400, path);
  }
});

test("H06: a query that is damaged, too long or ambiguous is refused at every address; a page may have another", async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}=1`).join("&");
  const [script = ""] = /\/assets\/[^"]+\.js/.exec((await site.get("/signup/")).text) ?? [];
  for (const page of ["/signup/", "/signup/de/", "/", script, "/nothing"]) {
    for (const query of ["a=%00", "a=%zz", "%=1", "a=%c0%af", many(33), "a=1&b=2&a=1", "a&%61"]) {
      assert.equal((await site.get(`${page}?${query}`)).status, 400, `${page}?${query}`);
    }
  }
  assert.equal((await site.get(`/signup/?a=${"b".repeat(2050)}`)).status, 414);
  // Links of newsletters carry such.
  for (const query of ["utm_source=letter&utm_medium=mail", many(32), "q=caf%C3%A9+au+lait", ""]) {
    assert.equal((await site.get(`/signup/?${query}`)).status, 200, query);
  }
  for (const query of ["a=1", many(33)]) {
    const { status, text } = await site.get(`/api/signups/${crypto.randomUUID()}?${query}`, { "signup-secret": "x" });
    assert.deepEqual([status, JSON.parse(text).code], [400, "request.address"]);
  }
});

test("H07: other methods get 405 with the ones there are; an override header does nothing", async () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["GET", "/api/signups", "POST"],
    ["PUT", "/api/signups", "POST"],
    ["DELETE", "/api/signups", "POST"],
    ["PUT", `/api/signups/${crypto.randomUUID()}`, "GET, PATCH"],
    ["POST", "/api/form-token", "GET"],
    ["POST", "/signup/", "GET, HEAD"],
    ["OPTIONS", "/api/signups", "POST"],
  ];
  for (const [method, path, allow] of cases) {
    const { status, headers } = await site.send(path, { method });
    assert.deepEqual([status, headers.get("allow")], [405, allow], `${method} ${path}`);
  }
  const answer = await site.signUp(acme, { headers: { "x-http-method-override": "DELETE" } });
  assert.equal(answer.status, 201);
});

test("H07: methods that workerd does not know end in an error of its own", async () => {
  for (const method of ["TRACE", "FOO"]) {
    const { status } = await rawStatus({
      path: "/api/signups",
      method,
      headers: { host: new URL(site.gateway.origin).host },
    });
    assert.ok([405, 501].includes(status), `${method}: ${status}`);
  }
});

test("H08: a post without an Origin, or from anywhere else, is refused", async () => {
  const host = new URL(site.gateway.origin).host;
  for (const origin of [
    "https://evil.example",
    "null",
    `http://${host}.evil.example`,
    `https://${host}`,
    "http://127.0.0.1",
  ]) {
    await refused({ headers: { origin } }, 403, "request.origin");
  }
  for (const fetchSite of ["cross-site", "same-site", "none"]) {
    await refused({ headers: { "sec-fetch-site": fetchSite } }, 403, "request.origin");
  }
  const headers = { host, "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
  assert.equal((await rawStatus({ path: "/api/signups", method: "POST", headers, body: "{}" })).status, 403);
  assert.equal((await site.signUp(acme, { headers: { "sec-fetch-site": "same-origin" } })).status, 201);
});

test("H08: a read from another origin is refused too", async () => {
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
    assert.equal((await site.get("/api/form-token", headers)).status, 403);
  }
});

const preflight = { "access-control-request-method": "POST", "access-control-request-headers": "idempotency-key" };

test("H09: a preflight from a foreign origin is refused without CORS headers", async () => {
  const headers = { origin: "https://evil.example", ...preflight };
  const answer = await site.send("/api/signups", { method: "OPTIONS", headers });
  assert.equal(answer.status, 403);
  assert.ok(![...answer.headers.keys()].some((name) => name.startsWith("access-control-")));
});

test("a listed origin is answered its preflight, and may read the answers, without credentials", async () => {
  const answer = await site.send("/api/signups", { method: "OPTIONS", headers: { origin: partner, ...preflight } });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get("access-control-allow-origin"), partner);
  const allowed = "content-type, idempotency-key, signup-secret, challenge-response";
  assert.equal(answer.headers.get("access-control-allow-headers"), allowed);
  assert.equal(answer.headers.get("access-control-allow-credentials"), null);
  assert.equal(answer.headers.get("vary"), "Origin");
  const created = await site.signUp(acme, { headers: { origin: partner, "sec-fetch-site": "cross-site" } });
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("access-control-allow-origin"), partner);
  const bad = await site.signUp({ ...acme, email: "a@b" }, { headers: { origin: partner } });
  assert.deepEqual([bad.status, bad.headers.get("access-control-allow-origin")], [422, partner]);
  // A refusal before the request was read can be read too: the page has to know that its form is stale.
  const keyless = await site.signUp(acme, { headers: { origin: partner, "idempotency-key": "a" } });
  assert.deepEqual([keyless.status, keyless.headers.get("access-control-allow-origin")], [400, partner]);
});

test("H10: another host is not served, and forwarding headers change nothing", async () => {
  for (const host of ["evil.example", "127.0.0.1:1", `evil.example:${site.gateway.port}`]) {
    assert.equal((await rawStatus({ path: "/signup/", headers: { host } })).status, 421, host);
  }
  const headers = { "x-forwarded-for": "10.0.0.1", "x-real-ip": "10.0.0.1", "x-forwarded-host": "evil.example" };
  assert.equal((await site.signUp(acme, { headers })).status, 201);
});

test("I08: one key, a UUID, bare or in quotes", async () => {
  const uuid = crypto.randomUUID();
  const bad = ["a", "a".repeat(300), `${uuid}, ${uuid}`, `"${uuid}`, `{${uuid}}`, uuid.replaceAll("-", ""), `${uuid}0`];
  for (const key of [...bad, "00000000-0000-0000-0000-000000000000", `""${uuid}""`]) {
    await refused({ key }, 400, "request.key_syntax");
  }
  const { host, origin } = new URL(site.gateway.origin);
  const common = { host, origin, "content-type": "application/json" };
  const twice = { ...common, "idempotency-key": [uuid, crypto.randomUUID()] };
  const answers = [
    await rawStatus({ path: "/api/signups", method: "POST", headers: common, body: "{}" }),
    await rawStatus({ path: "/api/signups", method: "POST", headers: twice, body: "{}" }),
  ];
  assert.deepEqual(
    answers.map(({ status, text }) => [status, JSON.parse(text).code]),
    [
      [400, "request.key_missing"],
      [400, "request.key_syntax"],
    ],
  );
});

test("I10: an id in the address that is none is 404, before anything is asked", async () => {
  const sent = site.proxy.seen.length;
  for (const id of ["../admin", "%2e%2e%2f", "1 OR 1=1", "*", "'", "a%2Fb"]) {
    const { status } = await rawStatus({
      path: `/api/signups/${id.replaceAll(" ", "%20")}`,
      headers: { host: new URL(site.gateway.origin).host, "signup-secret": "x" },
    });
    assert.equal(status, 404, id);
  }
  assert.equal(site.proxy.seen.length, sent);
});
