// Every answer of every route carries the security headers, refusals and mistakes included.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { securityHeaders } from "../../web/gateway/src/headers.ts";
import { openSite, operatorSecret, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

/** Template and methods of each route, read where they are listed: the router itself runs on workerd alone. */
const listed = readFileSync(resolve(import.meta.dirname, "../../web/gateway/src/router.ts"), "utf8");
const routes = [...listed.matchAll(/template: "([^"]+)",[\s\S]*?methods: \{([^}]*)\}/g)].map(
  ([, template = "", methods = ""]) => ({ template, methods: methods.match(/\b[A-Z]+(?=:)/g) ?? [] }),
);

const plainSite = { name: "main", origin: "http://127.0.0.1:1", origins: [] };
const secureSite = { name: "main", origin: "https://signup.example", origins: [] };

async function assetPath(): Promise<string> {
  const { text } = await site.get("/signup/");
  return /\/assets\/page-\w+\.js/.exec(text)?.[0] ?? "";
}

test("pages and their assets", async () => {
  const expected = securityHeaders(plainSite, true);
  const script = await assetPath();
  const requests: readonly (readonly [string, string, number])[] = [
    ["GET", "/", 302],
    ["GET", "/signup/", 200],
    ["HEAD", "/signup/", 200],
    ["GET", script, 200],
    ["GET", script.replace("page-", "gone-"), 404],
    ["GET", "/nothing", 404],
    ["GET", "/signup/index.html", 404],
    ["GET", "/%zz", 400],
    ["DELETE", "/signup/", 405],
    ["POST", "/csp-report", 204],
  ];
  for (const [method, path, status] of requests) {
    const answer = await site.send(path, { method });
    assert.equal(answer.status, status, `${method} ${path}`);
    for (const [name, value] of Object.entries(expected))
      assert.equal(answer.headers.get(name), value, `${path} ${name}`);
  }
});

test("the API: no document at all, and nothing is kept", async () => {
  const expected = { ...securityHeaders(plainSite, false), "cache-control": "no-store", vary: "Origin" };
  const acme = { name: "Acme", recordType: "Business" };
  const answers = [
    await site.signUp(acme),
    await site.signUp({}),
    await site.signUp(acme, { key: "a" }),
    await site.signUp(acme, { headers: { origin: "null" } }),
    await site.get("/api/form-token"),
    await site.get("/api/signups"),
    await site.get(`/api/signups/${crypto.randomUUID()}`),
    await site.get("/api/nothing"),
    await site.get("/api/%zz"),
    await site.send("/api/signups", { method: "OPTIONS" }),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 422, 400, 403, 200, 405, 404, 404, 400, 405],
  );
  for (const { headers } of answers) {
    for (const [name, value] of Object.entries(expected)) assert.equal(headers.get(name), value, name);
  }
});

test("the list of routes that the next test goes through is whole", () => {
  assert.equal(routes.length, (listed.match(/template: "/g) ?? []).length);
  assert.ok(routes.length >= 14 && routes.every(({ methods }) => methods.length > 0));
});

test("every route there is, with what it refuses, has the headers of its kind", async () => {
  const operator = { authorization: `Bearer ${operatorSecret}` };
  const hash = "0".repeat(64);
  const path = (template: string): string =>
    template
      .replace("{key}", crypto.randomUUID())
      .replace("{hash}", hash)
      .replace(/^\/assets\/$/, "/assets/none.js")
      .replace(/^\/operator\/intents$/, "/operator/intents?state=parked");
  for (const { template, methods } of routes) {
    const isProgram = /^\/(?:api|operator|webhooks|healthz|metrics)/.test(template);
    const expected = isProgram
      ? { ...securityHeaders(plainSite, false), "cache-control": "no-store", vary: "Origin" }
      : securityHeaders(plainSite, true);
    for (const method of [...methods, "PUT", "OPTIONS"]) {
      for (const headers of [{}, operator]) {
        const answer = await site.send(path(template), { method, headers });
        for (const [name, value] of Object.entries(expected)) {
          assert.equal(answer.headers.get(name), value, `${method} ${template} ${answer.status} ${name}`);
        }
      }
    }
  }
});

test("the page is the built one, with a fresh key each time and never from a cache", async () => {
  const [first, second] = [await site.get("/signup/"), await site.get("/signup/")];
  const keyOf = (text: string): string => /name="form\.key" value="([0-9a-f-]{36})"/.exec(text)?.[1] ?? "";
  assert.notEqual(keyOf(first.text), "");
  assert.notEqual(keyOf(first.text), keyOf(second.text));
  assert.equal(first.headers.get("cache-control"), "no-store");
  const asset = await site.get(await assetPath());
  assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(asset.headers.get("content-type"), "text/javascript; charset=utf-8");
});

test("nothing outside of the built assets can be had", async () => {
  for (const path of [
    "/assets/",
    "/assets/..%2fsignup%2findex.html",
    "/assets/.hidden.js",
    "/assets/a/b.js",
    "/assets/a.map",
  ]) {
    assert.equal((await site.get(path)).status, 404, path);
  }
});

test("only a site reached by https promises to be; the policy allows nothing inline", () => {
  const policy = securityHeaders(secureSite, true)["content-security-policy"] ?? "";
  assert.match(policy, /; upgrade-insecure-requests;/);
  assert.match(securityHeaders(secureSite, false)["strict-transport-security"] ?? "", /^max-age=63072000/);
  assert.equal(securityHeaders(plainSite, true)["strict-transport-security"], undefined);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|unsafe-hashes|data:|blob:|\*/);
});
