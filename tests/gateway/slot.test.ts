// The correlation slot is probed before it is relied on: an API that does not search for tokens is never asked blindly.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite, operatorSecret, type TestSite } from "./support/site.ts";

const acme = { name: "Acme", recordType: "Business" };

async function slotOf(site: TestSite): Promise<string> {
  const { text } = await site.get("/healthz", { authorization: `Bearer ${operatorSecret}` });
  return JSON.parse(text).slot;
}

const alarms = (site: TestSite): readonly string[] =>
  site.logs.filter((line) => JSON.parse(line).event === "alarm").map((line) => JSON.parse(line).why);

test("at start the API is asked for a token that nothing has", async () => {
  await using site = await openSite();
  const [first, ...others] = site.proxy.seen;
  assert.match(first?.url ?? "", /^\/customers\?signupToken=[0-9A-HJKMNP-TV-Z]{26}$/);
  assert.deepEqual([first?.method, others], ["GET", []]);
  assert.equal(await slotOf(site), "proven");
  // It is known now, and not asked again.
  await site.signUp(acme);
  assert.deepEqual(
    site.proxy.seen.map(({ method }) => method),
    ["GET", "POST"],
  );
});

for (const [fault, how] of [
  ["refused", "refuses"],
  ["unfiltered", "ignores"],
] as const) {
  test(`an API that ${how} the filter has no slot: an alarm, no mark, and a lost answer is parked, not sent again`, async () => {
    await using site = await openSite({ start: [fault, "pass"], customers: 1 });
    assert.equal(await slotOf(site), "none");
    assert.deepEqual(alarms(site), ["The API does not search for tokens: lost answers are left to people."]);
    assert.equal((await site.signUp({ ...acme, name: "Settled" })).status, 201);
    const key = crypto.randomUUID();
    site.proxy.plan(["cut"], "POST");
    assert.equal((await site.signUp(acme, { key })).status, 503);
    for (;;) {
      const { status, text } = await site.get(`/api/signups/${key}`, { "signup-secret": "browser-secret" });
      if (status === 202 && JSON.parse(text).state === "parked") break;
    }
    const posts = site.proxy.seen.filter(({ method }) => method === "POST");
    assert.deepEqual(
      posts.map(({ body }) => JSON.parse(body)[0].signupToken),
      [undefined, undefined],
    );
  });
}

test("who was sent without a mark is not looked for by it, though the slot is proven since", async () => {
  await using site = await openSite({ start: ["refused", "pass"], customers: 1 });
  assert.equal(await slotOf(site), "none");
  const key = crypto.randomUUID();
  site.proxy.plan(["cut"], "POST");
  assert.equal((await site.signUp(acme, { key })).status, 503);
  await site.restart();
  assert.equal(await slotOf(site), "proven");
  for (;;) {
    const { status, text } = await site.signUp(acme, { key });
    assert.ok(status === 503 || status === 409, text);
    if (JSON.parse(text).code === "upstream.parked") break;
  }
  assert.equal(site.proxy.seen.filter(({ method }) => method === "POST").length, 1);
  assert.equal((await site.sandbox.customers()).filter(({ name }) => name === acme.name).length, 1);
});

test("an API that does not answer at start is asked again before a sign-up, once a second at most", async () => {
  await using site = await openSite({ start: ["refuse"] });
  assert.equal(await slotOf(site), "unproven");
  const { length } = site.proxy.seen;
  site.proxy.plan([]);
  const seen = () => site.proxy.seen.slice(length).map(({ method }) => method);
  while (!seen().includes("GET")) assert.equal((await site.signUp(acme)).status, 201);
  assert.deepEqual(seen().slice(-2), ["GET", "POST"]);
  assert.equal(await slotOf(site), "proven");
});

test("an API that stops searching for tokens is noticed at the next lost answer, and health says so", async () => {
  await using site = await openSite({ customers: 2 });
  assert.equal(await slotOf(site), "proven");
  site.proxy.plan(["cut", "unfiltered"]);
  await site.signUp({ name: "Acme", recordType: "Business" });
  while ((await slotOf(site)) !== "none");
  assert.ok(site.logs.some((line) => line.includes("does not honour the filter on the slot")));
});

test("a configuration without a slot asks nothing", async () => {
  await using site = await openSite({ config: { slot: "none" } });
  assert.equal(await slotOf(site), "none");
  assert.deepEqual(site.proxy.seen, []);
});
