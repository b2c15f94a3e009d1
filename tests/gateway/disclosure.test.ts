// Whether a company or an address is known already does not show; and a sign-up that is sent many times is one.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { openSite, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  // Nothing here waits for a time, so none has to be short.
  site = await openSite({ config: { times: {} } });
});
after(() => site[Symbol.asyncDispose]());

function shapeOf({ status, headers, text }: Sent): unknown {
  const names = [...headers.keys()].sort();
  return { status, names, members: Object.keys(JSON.parse(text)), size: text.length };
}

test("A06: an e-mail that is known and one that is not get the same answer", async () => {
  const of = (email: string) => site.signUp({ name: "Acme", recordType: "Business", email });
  const first = shapeOf(await of("known@acme.example"));
  assert.deepEqual(shapeOf(await of("known@acme.example")), first);
  assert.deepEqual(shapeOf(await of("other@acme.example")), first);
});

test("A06: nothing that depends on an e-mail is waited for: the same is asked before each answer, whoever has it", {
  timeout: 30_000,
}, async () => {
  // Whoever waited for more than the customer would wait for ever.
  const times = { upstreamMs: 100_000, gatewayMs: 110_000, clientMs: 120_000, leaseMs: 130_000, absenceMs: 140_000 };
  await using held = await openSite({ config: { times } });
  const contact = (email: string) => ({ firstName: "Ines", lastName: "Duarte", name: "Ines Duarte", email });
  const of = (name: string, email: string) =>
    held.signUp({ name, recordType: "Business", email }, { contact: contact(email) });
  await of("First", "known@acme.example");
  while ((await held.sandbox.contacts()).length === 0);
  // What comes after the create of the customer is never answered.
  const before: (readonly string[])[] = [];
  const answers: Sent[] = [];
  for (const email of ["known@acme.example", "other@acme.example"]) {
    held.proxy.plan(["pass", "hold"]);
    const sent = held.proxy.seen.length;
    answers.push(await of("Second", email));
    // The contact's own create may or may not have begun by then.
    const asked = held.proxy.seen.slice(sent).map(({ method, url }) => `${method} ${url}`);
    before.push(asked.filter((call) => !call.endsWith("/contacts")));
  }
  assert.deepEqual(before, [["POST /customers"], ["POST /customers"]]);
  const [first, second] = answers.map(shapeOf);
  assert.deepEqual(first, second);
  assert.equal(answers[0]?.status, 201);
});

test("A09: the same company under changed spellings is told nothing of the others", async () => {
  const spellings = Array.from({ length: 20 }, (_, index) => ({
    name: `Acme${index % 2 === 0 ? "." : ""} Ltd`,
    recordType: "Business",
    email: `a.c.m.e+${index}@acme.example`,
  }));
  const answers: Sent[] = [];
  for (const customer of spellings) answers.push(await site.signUp(customer));
  const [first, ...others] = answers.map(shapeOf);
  for (const other of others) assert.deepEqual(other, first);
  const ids = answers.map(({ text }) => JSON.parse(text).id);
  assert.equal(new Set(ids).size, spellings.length);
});

test("H13: ten times at once is one send, and answers that agree", async () => {
  const key = crypto.randomUUID();
  const sent = site.proxy.seen.length;
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => site.signUp({ name: "Once", recordType: "Business" }, { key })),
  );
  for (const { status } of answers) assert.ok(status === 201 || status === 409, `${status}`);
  assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size, 1);
  const posts = site.proxy.seen.slice(sent).filter(({ method }) => method === "POST");
  assert.equal(posts.length, 1);
});

test("H13: a sender that gives up has signed up all the same", async () => {
  const key = crypto.randomUUID();
  const token = await site.token();
  const sent = site.proxy.seen.length;
  const { origin, port } = site.gateway;
  const outgoing = request({
    host: "127.0.0.1",
    port,
    path: "/api/signups",
    method: "POST",
    headers: { origin, "content-type": "application/json", "idempotency-key": key },
  });
  outgoing.once("error", () => {});
  outgoing.end(
    JSON.stringify({ v: 1, customer: { name: "Gone", recordType: "Business" }, form: { token, secret: "s" } }),
  );
  await site.proxy.arrived(sent + 1);
  outgoing.destroy();
  while ((await site.get(`/api/signups/${key}`, { "signup-secret": "s" })).status !== 200);
});
