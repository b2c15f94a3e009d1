// PATCH /api/signups/{key}: whoever signed up changes answers afterwards, and nobody else does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apiKey, openSite, type SendOptions, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());

const acme = { name: "Acme", recordType: "Business", phone: "+47 22 00 11 22" };

async function signedUp(): Promise<{ readonly key: string; readonly id: string }> {
  const key = crypto.randomUUID();
  const { id } = JSON.parse((await site.signUp(acme, { key })).text);
  return { key, id };
}

function change(key: string, customer: object, { headers = {}, body }: SendOptions = {}): Promise<Sent> {
  const own = { origin: site.gateway.origin, "content-type": "application/json", "signup-secret": "browser-secret" };
  return site.send(`/api/signups/${key}`, {
    method: "PATCH",
    headers: { ...own, ...headers },
    body: body ?? JSON.stringify({ v: 1, customer }),
  });
}

async function stored(id: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(`${site.sandbox.origin}/customers/${id}`, { headers: { "nue-api-key": apiKey } });
  return (await answer.json()).data[0];
}

const codeOf = ({ status, text }: Sent): readonly unknown[] => [status, JSON.parse(text).code];

test("what is sent is changed, what is null is emptied, and the answer shows the core's reading of it", async () => {
  const { key, id } = await signedUp();
  const answer = await change(key, { website: "Example.org", phone: null });
  assert.equal(answer.status, 200);
  const { accountNumber, ...rest } = JSON.parse(answer.text);
  assert.match(accountNumber, /^ACC-/);
  assert.deepEqual(rest, { v: 1, id, customer: { phone: null, website: "https://example.org/" } });
  const { name, phone, website } = await stored(id);
  assert.deepEqual({ name, phone, website }, { name: "Acme", phone: null, website: "https://example.org/" });
});

test("the rules of sign-up hold, and nothing that they refuse is sent on", async () => {
  const { key } = await signedUp();
  const sent = site.proxy.seen.length;
  const answer = await change(key, { name: null, email: "a@b", type: "Customer", id: "x" });
  assert.deepEqual(codeOf(answer), [422, "request.invalid"]);
  assert.deepEqual(
    JSON.parse(answer.text).findings.map(({ code, pointer }: Record<string, string>) => `${code} ${pointer}`),
    [
      "field.required /customer/name",
      "email.syntax /customer/email",
      "field.forbidden /customer/type",
      "field.forbidden /customer/id",
    ],
  );
  assert.deepEqual(codeOf(await change(key, {}, { body: '{"v":1,"customer":{}' })), [400, "json.syntax"]);
  assert.deepEqual(codeOf(await change(key, {}, { body: '{"v":2,"customer":{}}' })), [400, "request.version"]);
  assert.deepEqual(codeOf(await change(key, {}, { body: " ".repeat(32_769) })), [413, "request.too_large"]);
  assert.equal(site.proxy.seen.length, sent);
});

test("only the sender may, from a listed page, as JSON", async () => {
  const { key } = await signedUp();
  const sent = site.proxy.seen.length;
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
    [key, { "signup-secret": "another" }, 404],
    [key, { "signup-secret": "" }, 404],
    [crypto.randomUUID(), {}, 404],
    ["no-key", {}, 404],
    [key, { origin: "https://evil.example" }, 403],
    [key, { "content-type": "application/x-www-form-urlencoded" }, 415],
    [key, { "content-type": "text/plain" }, 415],
  ];
  for (const [of, headers, status] of cases) {
    assert.equal((await change(of, { phone: null }, { headers })).status, status, JSON.stringify(headers));
  }
  assert.equal(site.proxy.seen.length, sent);
});

test("what has no customer yet cannot be changed", async () => {
  const key = crypto.randomUUID();
  site.proxy.plan(["cut", "refuse"]);
  await site.signUp(acme, { key });
  assert.deepEqual(codeOf(await change(key, { phone: null })), [409, "request.not_created"]);
  site.proxy.plan([]);
});

test("a change without an answer is 503, and is repeated without harm", async () => {
  const { key, id } = await signedUp();
  for (const fault of ["cut", "refuse", "half", "error_after", "page", "denied", "redirect"] as const) {
    site.proxy.plan([fault, "pass"], "PATCH");
    const first = await change(key, { website: `https://${fault.replace("_", "-")}.example` });
    assert.deepEqual(codeOf(first), [503, "upstream.change_unknown"], fault);
    assert.equal(first.headers.get("retry-after"), "5");
    const again = await change(key, { website: `https://${fault.replace("_", "-")}.example` });
    assert.equal(again.status, 200, fault);
  }
  for (const [fault, seconds] of [
    ["busy", "1"],
    ["never", "300"],
    ["soon", "5"],
  ] as const) {
    site.proxy.plan([fault, "pass"], "PATCH");
    assert.equal((await change(key, { phone: null })).headers.get("retry-after"), seconds, fault);
  }
  assert.equal((await stored(id))["website"], "https://redirect.example/");
});

test("what the API refuses is refused in our words", async () => {
  const { key } = await signedUp();
  site.proxy.plan(["refused"], "PATCH");
  const answer = await change(key, { phone: null });
  assert.deepEqual(codeOf(answer), [422, "upstream.change_refused"]);
  assert.doesNotMatch(answer.text, /words of the upstream/);
  site.proxy.plan([]);
});

test("a change waits for the one before it: the API could end with the earlier one otherwise", async () => {
  const { key, id } = await signedUp();
  const sent = site.proxy.seen.length;
  site.proxy.plan(["hold", "pass"], "PATCH");
  const answered: string[] = [];
  const send = async (name: string): Promise<number> => {
    const { status } = await change(key, { name });
    answered.push(name);
    return status;
  };
  const first = send("First");
  await site.proxy.arrived(sent + 1);
  assert.deepEqual(await Promise.all([first, send("Second")]), [503, 200]);
  assert.deepEqual(answered, ["First", "Second"]);
  assert.equal((await stored(id))["name"], "Second");
});

test("whoever has not the secret takes nothing from the limits, and is answered as for a key that nobody has", async () => {
  const limits = { perSite: [{ count: 3, seconds: 3600 }], global: [], readsPerKey: [] };
  await using held = await openSite({ config: { times: {}, limits } });
  const key = crypto.randomUUID();
  const { id } = JSON.parse((await held.signUp(acme, { key })).text);
  const send = (to: string, secret: string): Promise<Sent> =>
    held.send(`/api/signups/${to}`, {
      method: "PATCH",
      headers: { origin: held.gateway.origin, "content-type": "application/json", "signup-secret": secret },
      body: '{"v":1,"customer":{"phone":null}}',
    });
  const strangers: Sent[] = [];
  for (let count = 0; count < 4; ++count) strangers.push(await send(key, "another"));
  const unknown = await send(crypto.randomUUID(), "another");
  for (const { status, text } of strangers) assert.deepEqual([status, text], [404, unknown.text]);
  for (let count = 0; count < 2; ++count) {
    const own = await send(key, "browser-secret");
    assert.deepEqual([own.status, JSON.parse(own.text).id], [200, id]);
  }
  // Over the limit a stranger still cannot tell a key that is there from another.
  assert.deepEqual(codeOf(await send(key, "browser-secret")), [429, "rate.limited"]);
  for (const to of [key, crypto.randomUUID()]) assert.equal((await send(to, "another")).text, unknown.text);
});
