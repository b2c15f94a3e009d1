// What strangers send on purpose: forbidden fields, injections, robots, stale forms, damaged texts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

const acme = { name: "Acme", recordType: "Business" };

test("A01, I07: fields that sign-up may not set are refused by name", async () => {
  const values = {
    type: "Customer",
    status: "Active",
    taxExempt: true,
    paymentTerm: "Net 30",
    billCycleDay: "1st of month",
    todayARR: 1,
    parentCustomerId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    externalId: "0015f00002JUZPDAA5",
  };
  for (const [name, value] of Object.entries(values)) {
    const { status, text } = await site.signUp({ ...acme, [name]: value });
    const [finding] = JSON.parse(text).findings;
    assert.deepEqual([status, finding?.code, finding?.pointer], [422, "field.forbidden", `/customer/${name}`]);
  }
  for (const name of ["customFields", "signupToken", "__proto__", "constructor"]) {
    const body = `{"v":1,"customer":{"name":"A","recordType":"Business","${name}":"x"}}`;
    assert.equal((await site.signUp({}, { body })).status, 422, name);
  }
});

test("A02, A03: what looks like code is stored as the text it is", async () => {
  const names = [
    "'; DROP TABLE customers;--",
    '" OR 1=1',
    "$" + "{jndi:ldap://x}",
    "{{7*7}}",
    "%n%s",
    "$(id)",
    "../../etc/passwd",
    '=HYPERLINK("http://x")',
    "+1 Solutions",
    "@sum",
    "<script>alert(1)</script> Ltd",
  ];
  for (const name of names) assert.equal((await site.signUp({ ...acme, name })).status, 201, name);
  const stored = (await site.sandbox.customers()).map((customer) => customer.name);
  for (const name of names) assert.ok(stored.includes(name), name);
});

test("A04: a line break in a name makes no line in the log", async () => {
  await site.signUp({ ...acme, name: 'A\n{"event":"forged"}' });
  for (const line of site.logs) assert.notEqual(JSON.parse(line).event, "forged");
});

test("A05: nothing that was typed is part of an address", async () => {
  const key = crypto.randomUUID();
  const name = "x&predicate=or";
  site.proxy.plan(["cut", "pass"]);
  await site.signUp({ ...acme, name }, { key });
  await site.proxy.arrived(site.proxy.seen.length + 1);
  site.proxy.plan([]);
  for (const { url } of site.proxy.seen) {
    assert.match(url, /^\/customers(?:\?signupToken=[0-9A-HJKMNP-TV-Z]{26})?$/);
  }
});

test("A07: a filled trap is refused without a reason, and nothing is created", async () => {
  const sent = site.proxy.seen.length;
  const { status, text } = await site.signUp(acme, { form: { trap: "http://spam.example" } });
  assert.deepEqual([status, JSON.parse(text).code], [400, "request.refused"]);
  assert.equal(site.proxy.seen.length, sent);
});

test("A07: a form token that is missing, forged or used for another key is stale; the same key may go on with a new one", async () => {
  const sent = site.proxy.seen.length;
  const used = await site.token();
  const genuine = await site.token();
  const forged = genuine.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  const backdated = genuine.replace(/^[0-9a-z]+/, (time) => (Number.parseInt(time, 36) + 1).toString(36));
  assert.equal((await site.signUp(acme, { form: { token: used } })).status, 201);
  const key = crypto.randomUUID();
  for (const token of ["", "x", forged, backdated, used]) {
    const { status, text } = await site.signUp(acme, { key, form: { token } });
    assert.deepEqual([status, JSON.parse(text).code], [403, "form.stale"], token);
  }
  assert.equal(site.proxy.seen.length, sent + 1);
  assert.equal((await site.signUp(acme, { key, form: { token: genuine } })).status, 201);
});

test("a form token made for a key is good for that key alone", async () => {
  const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
  const { text } = await site.get("/api/form-token", { "idempotency-key": mine });
  const { token } = JSON.parse(text);
  assert.equal((await site.signUp(acme, { key: theirs, form: { token } })).status, 403);
  assert.equal((await site.signUp(acme, { key: mine, form: { token } })).status, 201);
  assert.equal((await site.get("/api/form-token", { "idempotency-key": "a" })).status, 400);
});

test("a form token is asked for at the first claim only", async () => {
  const key = crypto.randomUUID();
  const first = await site.signUp(acme, { key });
  const again = await site.signUp(acme, { key, form: { token: "" } });
  assert.deepEqual([again.status, again.text], [first.status, first.text]);
});

test("a form token of another site, or an old one, is stale", async () => {
  await using quick = await openSite({ config: { times: { formTokenMs: 1 } } });
  const theirs = await site.token();
  for (const token of [theirs, await quick.token()]) {
    // Time has passed: the answer to the token took more than its millisecond, or this loop waits for one.
    for (const begin = Date.now(); Date.now() < begin + 2; );
    const { status, text } = await quick.signUp(acme, { form: { token } });
    assert.deepEqual([status, JSON.parse(text).code], [403, "form.stale"]);
  }
});

test("A10: another person's key tells nothing without its form's secret", async () => {
  const key = crypto.randomUUID();
  await site.signUp(acme, { key, form: { secret: "theirs" } });
  const known = await site.get(`/api/signups/${key}`, { "signup-secret": "mine" });
  const unknown = await site.get(`/api/signups/${crypto.randomUUID()}`, { "signup-secret": "mine" });
  assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
});

test("J, P: damaged texts are refused by the core, with its code", async () => {
  const cases: readonly (readonly [string | Uint8Array<ArrayBuffer>, string])[] = [
    ["", "json.empty"],
    ['{"v":1,', "json.syntax"],
    ['{"v":1,"v":1}', "json.duplicate_key"],
    [`{"v":1,"customer":${"[".repeat(9)}`, "json.depth"],
    [new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d]), "json.utf8"],
    ["[]", "json.shape"],
    ['{"v":2,"customer":{}}', "request.version"],
    ['{"customer":{}}', "request.version"],
  ];
  for (const [body, code] of cases) {
    const { status, text } = await site.signUp({}, { body });
    assert.deepEqual([status, JSON.parse(text).code], [400, code]);
  }
});

test("problem documents say code, pointer and severity, and never a value", async () => {
  const { text } = await site.signUp({ ...acme, email: "marked@@value", website: "ftp://marked" });
  const problem = JSON.parse(text);
  assert.deepEqual(Object.keys(problem), ["type", "title", "status", "code", "findings"]);
  for (const finding of problem.findings) assert.deepEqual(Object.keys(finding), ["code", "pointer", "severity"]);
  assert.ok(!text.includes("marked"));
});
