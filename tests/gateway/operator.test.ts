// What waits for a person: parked sign-ups and surplus records are listed without personal data, and a person's decision is
// written down, binds once, and takes the customer out of the sender's hands.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { apiKey, openSite, operatorSecret, type Sent, type TestSite } from "./support/site.ts";

const operatorCommand = resolve(import.meta.dirname, "../../scripts/operator");

let site: TestSite;
before(async () => {
  // Without a slot a lost answer is parked after the horizon.
  site = await openSite({ config: { slot: "none" } });
});
after(() => site[Symbol.asyncDispose]());

const operator = { authorization: `Bearer ${operatorSecret}`, "operator-name": "anna@ops" };
const marked = { name: "Marked Zebra Ltd", recordType: "Business", email: "zebra@marked.example" };

interface Listed {
  readonly hash: string;
  readonly state: string;
  readonly customerId: string | null;
}

async function list(state: string): Promise<readonly Listed[]> {
  return JSON.parse((await site.get(`/operator/intents?state=${state}`, operator)).text).intents;
}

async function hashOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return Buffer.from(digest).toString("hex");
}

async function parkOne(): Promise<{ readonly key: string; readonly hash: string }> {
  const key = crypto.randomUUID();
  site.proxy.plan(["cut"], "POST");
  await site.signUp(marked, { key });
  site.proxy.plan([]);
  const hash = await hashOf(key);
  while (!(await list("parked")).some((listed) => listed.hash === hash));
  return { key, hash };
}

function relink(hash: string, body: unknown, headers: Readonly<Record<string, string>> = operator): Promise<Sent> {
  return site.send(`/operator/intents/${hash}/relink`, {
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

const codeOf = ({ status, text }: Sent): readonly unknown[] => [status, JSON.parse(text).code];

test("a parked sign-up is listed by digest, state, ages and ids", async () => {
  const { key, hash } = await parkOne();
  const { text } = await site.get("/operator/intents?state=parked", operator);
  const [listed] = JSON.parse(text).intents.filter((listed: Listed) => listed.hash === hash);
  const { ageSeconds, restsSeconds, ...rest } = listed;
  const where = { hash, of: "customer", signup: hash, site: "main" };
  assert.deepEqual(rest, { ...where, state: "parked", sends: 1, customerId: null, surplus: [] });
  assert.ok(ageSeconds >= restsSeconds);
  assert.doesNotMatch(text, /zebra/i);
  assert.ok(!text.includes(key));
  for (const query of ["", "?state=created", "?state=parked&state=parked", "?state=parked&a=1"]) {
    assert.equal((await site.get(`/operator/intents${query}`, operator)).status, 400, query);
  }
});

test("C7: a relink binds the sign-up to a customer that is there, once, and is written down", async () => {
  const { key, hash } = await parkOne();
  const { id } = (await site.sandbox.customers())[0] ?? { id: "" };
  const reason = "found by name in Nue";
  assert.deepEqual(codeOf(await relink(hash, { customerId: crypto.randomUUID(), reason })), [
    422,
    "request.unknown_customer",
  ]);
  site.proxy.plan(["error"], "GET");
  assert.equal((await relink(hash, { customerId: id, reason })).status, 503);
  site.proxy.plan([]);
  const done = await relink(hash, { customerId: id, reason });
  assert.deepEqual([done.status, JSON.parse(done.text)], [200, { v: 1, hash, customerId: id }]);
  assert.deepEqual(codeOf(await relink(hash, { customerId: id, reason })), [409, "request.not_parked"]);
  assert.ok(!(await list("parked")).some((listed) => listed.hash === hash));

  const own = { "signup-secret": "browser-secret" };
  const outcome = await site.get(`/api/signups/${key}`, own);
  assert.deepEqual([outcome.status, JSON.parse(outcome.text).id], [200, id]);
  const change = await site.send(`/api/signups/${key}`, {
    method: "PATCH",
    headers: { ...own, origin: site.gateway.origin, "content-type": "application/json" },
    body: '{"v":1,"customer":{"phone":null}}',
  });
  assert.deepEqual(codeOf(change), [409, "request.relinked"]);

  const { entries } = JSON.parse((await site.get("/operator/audit", operator)).text);
  const { time, ...entry } = entries.at(-1);
  assert.deepEqual(entry, { who: "anna@ops", what: "relink", why: reason, site: "main", hash, customerId: id });
  assert.ok(Math.abs(Date.now() - time) < 60_000);
  await site.restart();
  assert.deepEqual(JSON.parse((await site.get("/operator/audit", operator)).text).entries.at(-1).hash, hash);
});

test("a relink says who and why, for one sign-up and one id", async () => {
  const { hash } = await parkOne();
  const customerId = crypto.randomUUID();
  const reason = "x";
  const bodies = [
    {},
    { customerId },
    { customerId, reason: " " },
    { customerId, reason: "x".repeat(201) },
    { customerId: "1", reason },
    [],
    null,
  ];
  for (const body of bodies) assert.deepEqual(codeOf(await relink(hash, body)), [400, "json.shape"]);
  const anonymous = { authorization: operator.authorization };
  assert.deepEqual(codeOf(await relink(hash, { customerId, reason }, anonymous)), [400, "field.required"]);
  assert.equal((await relink(hash.slice(1), { customerId, reason })).status, 404);
  assert.equal((await relink("0".repeat(64), { customerId, reason })).status, 409);
  assert.equal((await relink(hash, { customerId, reason }, { ...operator, "content-type": "text/plain" })).status, 415);
});

/** Two records with one token: what a second send made that was carried out late. */
async function withSurplus(found: TestSite): Promise<{ readonly listed: Surplus; readonly body: string }> {
  found.proxy.plan(["cut"], "POST");
  await found.signUp(marked);
  const { body } = found.proxy.seen.find(({ method }) => method === "POST") ?? { body: "" };
  await createBeside(found, body);
  found.proxy.plan([]);
  for (;;) {
    const [listed] = await surplusOf(found);
    if (listed !== undefined) return { listed, body };
  }
}

interface Surplus extends Listed {
  readonly surplus: readonly string[];
}

/** A record that the gateway knows nothing of. */
async function createBeside({ sandbox }: TestSite, body: string): Promise<void> {
  const headers = { "nue-api-key": apiKey, "content-type": "application/json" };
  await fetch(`${sandbox.origin}/customers`, { method: "POST", headers, body });
}

async function surplusOf(found: TestSite): Promise<readonly Surplus[]> {
  return JSON.parse((await found.get("/operator/intents?state=surplus", operator)).text).intents;
}

test("records that nobody is bound to are listed as surplus, and counted", async () => {
  await using found = await openSite();
  const { listed } = await withSurplus(found);
  const ids = [listed.customerId, ...listed.surplus].sort();
  assert.deepEqual(ids, (await found.sandbox.customers()).map(({ id }) => id).sort());
  assert.equal(listed.state, "created");
  assert.match((await found.get("/metrics", operator)).text, /^vestibule_surplus 1$/m);
});

test("a surplus record that a person has dealt with is settled once, written down, and listed no more", async () => {
  await using found = await openSite();
  const { listed } = await withSurplus(found);
  const { hash, customerId } = listed;
  const [record = ""] = listed.surplus;
  const reason = "emptied, orders moved";
  const settle = (of: string, body: unknown, headers: Readonly<Record<string, string>> = operator): Promise<Sent> =>
    found.send(`/operator/intents/${of}/settle`, {
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  assert.equal((await settle(hash, { customerId: record, reason }, { "operator-name": "anna@ops" })).status, 401);
  const anonymous = { authorization: operator.authorization };
  assert.deepEqual(codeOf(await settle(hash, { customerId: record, reason }, anonymous)), [400, "field.required"]);
  assert.deepEqual(codeOf(await settle(hash, { customerId: record })), [400, "json.shape"]);
  // Neither the customer that is bound, nor one of somebody else, nor of another sign-up.
  for (const [of, id] of [
    [hash, customerId],
    [hash, crypto.randomUUID()],
    ["0".repeat(64), record],
  ] as const) {
    assert.deepEqual(codeOf(await settle(of, { customerId: id, reason })), [404, "request.not_found"]);
  }
  assert.equal((await surplusOf(found)).length, 1);

  const done = await settle(hash, { customerId: record, reason });
  assert.deepEqual([done.status, JSON.parse(done.text)], [200, { v: 1, hash, customerId: record }]);
  assert.deepEqual(codeOf(await settle(hash, { customerId: record, reason })), [404, "request.not_found"]);
  await found.restart();
  assert.deepEqual(await surplusOf(found), []);
  assert.match((await found.get("/metrics", operator)).text, /^vestibule_surplus 0$/m);
  const { entries } = JSON.parse((await found.get("/operator/audit", operator)).text);
  const [{ time: _, ...entry }] = entries;
  assert.deepEqual(entry, { who: "anna@ops", what: "settle", why: reason, site: "main", hash, customerId: record });
  assert.equal(entries.length, 1);
});

test("of several surplus records each is settled by itself", async () => {
  await using found = await openSite();
  found.proxy.plan(["cut"], "POST");
  await found.signUp(marked);
  const { body } = found.proxy.seen.find(({ method }) => method === "POST") ?? { body: "" };
  await createBeside(found, body);
  await createBeside(found, body);
  found.proxy.plan([]);
  let [listed] = await surplusOf(found);
  while (listed === undefined) [listed] = await surplusOf(found);
  const { hash, surplus } = listed;
  assert.equal(surplus.length, 2);
  const [first, second] = surplus;
  const command = async (...given: readonly string[]) => {
    const options = { env: { ...process.env, OPERATOR_SECRET: operatorSecret, OPERATOR_NAME: "anna" } };
    const { stdout } = await promisify(execFile)(operatorCommand, [found.gateway.origin, ...given], options);
    return stdout.trim();
  };
  await command("settle", hash.slice(0, 8), first ?? "", "marked", "as", "double");
  assert.deepEqual(
    (await surplusOf(found)).map(({ surplus }) => surplus),
    [[second]],
  );
  await command("settle", hash, second ?? "", "the same");
  assert.equal(await command("surplus"), "");
  const audit = (await command("audit")).split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(
    audit.map(({ who, what, why, customerId }) => [who, what, why, customerId]),
    [
      ["anna", "settle", "marked as double", first],
      ["anna", "settle", "the same", second],
    ],
  );
});
