// The contact that comes along with a sign-up: created once under its customer, after it, whatever is lost on the way; and
// an e-mail that another contact has shows to the operator alone.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { Fault } from "../support/fault-proxy.ts";
import { openSite, operatorSecret, type Sent, type TestSite, untilSettled } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());
afterEach(() => site.proxy.plan([]));

function contactAt(email: string): object {
  return { firstName: "Ines", lastName: "Duarte", name: "Ines Duarte", email };
}

function signUp(name: string, email: string, key: string = crypto.randomUUID()): Promise<Sent> {
  return site.signUp({ name, recordType: "Business" }, { key, contact: contactAt(email) });
}

/** Asks again until the answer is there. */
async function until<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function contactsAt(email: string) {
  return (await site.sandbox.contacts()).filter((contact) => contact.email === email);
}

function untilCreated(email: string) {
  return until(async () => (await contactsAt(email))[0]);
}

interface Parked {
  readonly hash: string;
  readonly of: string;
  readonly signup: string;
  readonly customerId: string;
}

const operator = { authorization: `Bearer ${operatorSecret}`, "operator-name": "anna" };

async function parked(): Promise<readonly Parked[]> {
  return JSON.parse((await site.get("/operator/intents?state=parked", operator)).text).intents;
}

function untilParked(customerId: string): Promise<Parked> {
  return until(async () => (await parked()).find((intent) => intent.customerId === customerId));
}

function creates(email: string): number {
  return site.proxy.seen.filter(({ method, body }) => method === "POST" && body.includes(`"${email}"`)).length;
}

test("a contact is created under its customer once that is there", async () => {
  const answer = await signUp("Fjordlys", "ines@fjordlys.example");
  assert.equal(answer.status, 201);
  const contact = await untilCreated("ines@fjordlys.example");
  assert.equal(contact.customerId, JSON.parse(answer.text).id);
  assert.equal(creates("ines@fjordlys.example"), 1);
});

test("a contact with a mistake refuses the sign-up before anything is stored", async () => {
  const key = crypto.randomUUID();
  const refused = await signUp("Mistaken", "ines@fjordlys", key);
  assert.equal(refused.status, 422);
  const { code, findings } = JSON.parse(refused.text);
  assert.deepEqual([code, findings[0].pointer], ["request.invalid", "/contact/email"]);
  assert.equal((await signUp("Mistaken", "mended@fjordlys.example", key)).status, 201);
});

test("C5: the same key with another contact is another sign-up; with the same one it is repeated", async () => {
  const key = crypto.randomUUID();
  const first = await signUp("Repeated", "first@repeated.example", key);
  const other = await signUp("Repeated", "second@repeated.example", key);
  assert.deepEqual([other.status, JSON.parse(other.text).code], [422, "request.key_reused"]);
  const again = await signUp("Repeated", "first@repeated.example", key);
  assert.deepEqual([again.status, again.text], [first.status, first.text]);
  await untilCreated("first@repeated.example");
  assert.equal(creates("first@repeated.example"), 1);
  assert.equal(creates("second@repeated.example"), 0);
});

// The customer passes, and its contact meets the fault.
for (const fault of ["cut", "half", "hold", "error_after"] satisfies Fault[]) {
  test(`a contact whose answer is lost (${fault}) is found again, and not sent twice`, async () => {
    const email = `${fault}@lost.example`;
    site.proxy.plan(["pass", fault, "pass"], "POST");
    const { id } = JSON.parse((await signUp(`Contact lost by ${fault}`, email)).text);
    await untilCreated(email);
    // Settled: neither open nor parked.
    await until(async () => ((await openIntents()) === 0 ? true : undefined));
    assert.ok(!(await parked()).some(({ customerId }) => customerId === id));
    assert.equal((await contactsAt(email)).length, 1);
    assert.equal(creates(email), 1);
  });
}

async function openIntents(): Promise<number> {
  const { text } = await site.get("/metrics", operator);
  const open = [...text.matchAll(/^vestibule_intents\{state="(?:claimed|sent|unknown)"\} (\d+)$/gm)];
  return open.reduce((sum, [, count]) => sum + Number(count), 0);
}

test("a contact that never arrived is sent again once that is certain", async () => {
  site.proxy.plan(["pass", "refuse", "pass"], "POST");
  await signUp("Stopped", "stopped@lost.example");
  await untilCreated("stopped@lost.example");
  assert.equal(creates("stopped@lost.example"), 2);
});

test("the gateway killed while it waits for the answer about the contact: one contact after it is back", async () => {
  const email = "killed@lost.example";
  site.proxy.plan(["pass", "hold", "pass"], "POST");
  assert.equal((await signUp("Killed", email)).status, 201);
  await until(async () => (creates(email) > 0 ? true : undefined));
  await site.restart();
  await until(async () => ((await openIntents()) === 0 ? true : undefined));
  assert.equal((await contactsAt(email)).length, 1);
  assert.equal(creates(email), 1);
});

test("the gateway killed while customers and contacts are created: one of each after it is back", async () => {
  const names = Array.from({ length: 10 }, (_, index) => ({
    name: `Killed ${index}`,
    email: `k${index}@killed.example`,
    key: crypto.randomUUID(),
  }));
  const before = site.proxy.seen.length;
  const sending = names.map(({ name, email, key }) => signUp(name, email, key).catch(() => undefined));
  await site.proxy.arrived(before + 13);
  await site.restart();
  await Promise.all(sending);
  for (const { name, email, key } of names) {
    const { id } = JSON.parse((await untilSettled(() => signUp(name, email, key))).text);
    assert.equal((await untilCreated(email)).customerId, id);
  }
  await until(async () => ((await openIntents()) === 0 ? true : undefined));
  const customers = await site.sandbox.customers();
  for (const { name, email } of names) {
    assert.equal(customers.filter((customer) => customer.name === name).length, 1, name);
    assert.equal((await contactsAt(email)).length, 1, email);
  }
});

function shapeOf({ status, headers, text }: Sent): unknown {
  return { status, names: [...headers.keys()].sort(), members: Object.keys(JSON.parse(text)), size: text.length };
}

test("F23: an e-mail that another contact has is not sent, and shows in no answer; an operator sees it", async () => {
  const first = await signUp("First", "same@known.example");
  await untilCreated("same@known.example");
  const key = crypto.randomUUID();
  const second = await signUp("Other", "SAME@known.example", key);
  assert.deepEqual(shapeOf(second), shapeOf(first));
  const { id } = JSON.parse(second.text);
  const { of, hash, signup } = await untilParked(id);
  assert.equal(of, "contact");
  assert.notEqual(hash, signup);
  assert.ok(
    site.logs.some((line) => line.includes(hash.slice(0, 8)) && line.includes("contact of a sign-up is parked")),
  );
  assert.equal(creates("SAME@known.example"), 0);
  const asked = await site.get(`/api/signups/${key}`, { "signup-secret": "browser-secret" });
  assert.deepEqual([asked.status, asked.text], [200, second.text]);
});

test("two sign-ups at once with one e-mail: two customers, one contact, and the other one is parked", async () => {
  const answers = await Promise.all(["Left", "Right"].map((name) => signUp(name, "race@known.example")));
  const ids = answers.map(({ text }) => JSON.parse(text).id);
  assert.equal(new Set(ids).size, 2);
  const { customerId } = await untilCreated("race@known.example");
  assert.equal((await untilParked(ids.find((id) => id !== customerId))).of, "contact");
  assert.equal((await contactsAt("race@known.example")).length, 1);
});

test("a contact that the API refuses is kept for a person, who may name the one it became", async () => {
  site.proxy.plan(["pass", "refused", "pass"], "POST");
  const { id } = JSON.parse((await signUp("Refused", "refused@known.example")).text);
  const { hash } = await untilParked(id);
  const of = (contactId: string) =>
    site.send(`/operator/intents/${hash}/relink`, {
      headers: { ...operator, "content-type": "application/json" },
      body: JSON.stringify({ customerId: contactId, reason: "made by hand" }),
    });
  // A customer's id is no contact's.
  assert.equal((await of(id)).status, 422);
  const [known] = await contactsAt("ines@fjordlys.example");
  assert.equal((await of(known?.id ?? "")).status, 200);
  assert.ok(!(await parked()).some((intent) => intent.hash === hash));
});

test("no row has the contact once it is created; the parked ones keep it for a person", async () => {
  const { DatabaseSync } = await import("node:sqlite");
  const { globSync } = await import("node:fs");
  const rows = globSync(`${site.folder}/intents/**/*.sqlite`).flatMap((file) => {
    using database = new DatabaseSync(file, { readOnly: true });
    const isShard = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'contacts'").get() !== undefined;
    if (!isShard) return [];
    assert.equal(database.prepare("SELECT count(*) AS count FROM contacts").get()?.["count"], 0);
    return database.prepare("SELECT state, payload FROM intents WHERE key LIKE '%/contact'").all();
  });
  assert.ok(rows.length > 20);
  for (const { state, payload } of rows) assert.equal(payload === null, state === "created", `${state}`);
});
