// What happens to a customer after its sign-up, in Nue and in Salesforce: the gateway reads again and says how far the
// customer is, and nothing of it makes, doubles or changes a sign-up (safety 5 L).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Beyond, beyond, type Members, until } from "./support/beyond.ts";
import { openSite, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
let there: Beyond;
before(async () => {
  site = await openSite({ config: { times: { standingMs: 1 } }, sandboxArguments: ["--control"] });
  there = beyond(site);
  await there.nue("/_sandbox/settings", { syncDelay: 0 });
});
after(() => site[Symbol.asyncDispose]());

interface Signed {
  readonly id: string;
  readonly key: string;
  /** As it was answered at first. */
  readonly text: string;
}

async function signUp(name: string, more: object = {}): Promise<Signed> {
  const key = crypto.randomUUID();
  const { status, text } = await site.signUp({ name, recordType: "Business", ...more }, { key });
  assert.equal(status, 201, text);
  return { id: JSON.parse(text).id, key, text };
}

const mine = { "signup-secret": "browser-secret" };
const status = ({ key }: Signed): Promise<Sent> => site.get(`/api/signups/${key}/status`, mine);

async function untilStatus(signed: Signed, stage: string, link: string): Promise<void> {
  const expected = JSON.stringify({ v: 1, stage, link });
  await until(expected, async () => (await status(signed)).text === expected);
}

async function untilStanding({ id }: Signed, expected: string): Promise<void> {
  await until(expected, async () => (await there.standing(id)) === expected);
}

/** Signed up, with an order and an account of its own. */
async function linked(name: string): Promise<Signed & { readonly account: string }> {
  const signed = await signUp(name);
  await there.order(signed.id);
  return { ...signed, account: await there.account(signed.id) };
}

const happened = (signed: Signed, event: object): Promise<unknown> =>
  there.nue(`/_sandbox/customers/${signed.id}/events`, event);

/** Whatever came after it, the sign-up is answered as it was, and is still one customer. */
async function assertSame({ key, id, text }: Signed, name: string): Promise<void> {
  const [asked, replayed] = [
    await site.get(`/api/signups/${key}`, mine),
    await site.signUp({ name, recordType: "Business" }, { key }),
  ];
  assert.deepEqual([asked.status, asked.text], [200, text]);
  assert.deepEqual([replayed.status, replayed.text], [201, text]);
  const named = (await site.sandbox.customers()).filter((customer) => customer.id === id || customer.name === name);
  assert.equal(named.length, 1);
}

test("L-04: another account, the same one in 15 characters, somebody else's: held or nothing, and told as before", async () => {
  const [first, second] = [await linked("One account Ltd"), await linked("Another account Ltd")];
  const free = String((await there.org("POST", "/sobjects/Account", { Name: "Free" }))["id"]);
  const set = (signed: Signed, account: string) =>
    happened(signed, { event: "link_set", account, source: "person", taken: false });
  await set(first, first.account.slice(0, 15));
  assert.equal(await there.standing(first.id), "Active Linked");
  await set(first, free);
  assert.equal(await there.standing(first.id), "Active Held conflict");
  await set(second, first.account);
  assert.match(await there.standing(second.id), /^Active Held /);
  for (const signed of [first, second]) {
    assert.equal(await there.externalId(signed.id), signed.account);
    await untilStatus(signed, "Active", "Linked");
  }
  await assertSame(first, "One account Ltd");
});

test("L-04, L-06: an account that is deleted, brought back and deleted again; the sign-up stays what it is", async () => {
  const signed = await linked("Binned Ltd");
  const account = `/sobjects/Account/${signed.account}`;
  for (const [method, target, standing] of [
    ["POST", `${account}/undelete`, "Active Linked"],
    ["DELETE", account, "Active Suspended"],
    ["POST", `${account}/undelete`, "Active Linked"],
    ["DELETE", account, "Active Suspended"],
  ] as const) {
    await there.org(method, target);
    await untilStanding(signed, standing);
    assert.equal(await there.externalId(signed.id), signed.account);
    await untilStatus(signed, "Active", "Linked");
  }
  await assertSame(signed, "Binned Ltd");
});

test("L-05: merges into itself, in a circle, in a chain, into another's: refused, held or followed", async () => {
  const merge = (winner: string, loser: string) => there.org("POST", `/sobjects/Account/${winner}/merge`, { loser });
  const make = async (Name: string) => String((await there.org("POST", "/sobjects/Account", { Name }))["id"]);
  const chained = await linked("Chained Ltd");
  const [refusal] = (await merge(chained.account, chained.account)) as unknown as readonly Members[];
  assert.ok(refusal !== undefined && "errorCode" in refusal);
  assert.equal(await there.externalId(chained.id), chained.account);
  const [middle, last] = [await make("Middle"), await make("Last")];
  await merge(middle, chained.account);
  await merge(last, middle);
  await until("the last winner", async () => (await there.externalId(chained.id)) === last);
  await untilStatus(chained, "Active", "Linked");

  const circled = await linked("Circled Ltd");
  await happened(circled, {
    event: "account_merged",
    account: circled.account,
    winner: "001D000000IqhSLIAZ",
    taken: false,
    cycle: true,
  });
  assert.equal(await there.standing(circled.id), "Active Held merge_cycle");
  await untilStatus(circled, "Active", "Linked");

  const [loser, winner] = [await linked("Loser Ltd"), await linked("Winner Ltd")];
  await merge(winner.account, loser.account);
  await untilStanding(loser, "Active Held duplicate");
  for (const signed of [loser, winner]) await untilStatus(signed, "Active", "Linked");
  await assertSame(loser, "Loser Ltd");
});

test("L-07: a value that Salesforce refuses holds the customer until it is mended; a blank name is no change", async () => {
  const signed = await linked("Mended Ltd");
  const account = `/sobjects/Account/${signed.account}`;
  await there.org("PATCH", account, { Name: "" });
  await there.org("PATCH", account, { BillingCity: "Trondheim" });
  const read = async () => {
    const [customer] = (await there.nue(`/customers/${signed.id}`)) as unknown as readonly Members[];
    return customer;
  };
  await until("the city", async () => (await read())?.["billingCity"] === "Trondheim");
  assert.equal((await read())?.["name"], "Mended Ltd");
  // A list that is open in Nue and closed in Salesforce.
  await there.nue("/_sandbox/settings", { salesforcePicklists: "restricted" });
  await there.nue(`/customers/${signed.id}`, { industry: "Beekeeping" }, "PATCH");
  await untilStanding(signed, "Active Held refused");
  await untilStatus(signed, "Active", "Linked");
  const customer = { industry: "Agriculture" };
  const headers = { ...mine, origin: site.gateway.origin, "content-type": "application/json" };
  const body = JSON.stringify({ v: 1, customer });
  const mended = await site.send(`/api/signups/${signed.key}`, { method: "PATCH", headers, body });
  assert.equal(mended.status, 200, mended.text);
  await happened(signed, { event: "hold_released" });
  await until("the industry", async () => (await there.org("GET", account))["Industry"] === customer.industry);
  assert.equal(await there.standing(signed.id), "Active Linked");
  await assertSame(signed, "Mended Ltd");
});
