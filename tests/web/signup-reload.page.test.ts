// The sign-up page when it is loaded again, or its tab is lost, before it knows how the sending ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { controlOf, fillIn, openSite, outcomeOf, type Site, submit, untilOutcome } from "./support/site.ts";
import { everythingStored, storedAttempts } from "./support/stored.ts";
import { held, problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const later = { ...problem(503, "upstream.unavailable"), headers: { "retry-after": "300" } };

function keysOf(wire: Wire): readonly string[] {
  return [...new Set(wire.posts.map(({ key }) => key))];
}

function namesOf(wire: Wire): readonly string[] {
  return wire.posts.map(({ body }) => JSON.parse(body).customer.name);
}

async function untilNothingStored(page: Page): Promise<void> {
  while ((await storedAttempts(page)) > 0) await page.evaluate(() => new Promise((done) => setTimeout(done)));
}

test("a reload while it is sent asks for the key, and shows the account that was opened meanwhile", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(new Promise(() => {}));
  await fillIn(page);
  await submit(page);
  await page.getByRole("button", { name: "Sending" }).waitFor();
  await wire.arrived(1);
  const [key = ""] = keysOf(wire);
  wire.create(key);
  await page.reload();
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /Lindqvist & Co/);
  assert.deepEqual([wire.posts.length, wire.asked], [1, [key]]);
});

test("what is stored has no word of a person in it, and is erased with the answer", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const { answer, release } = held(wire.create("x"));
  wire.answer(answer);
  await fillIn(page, "Marked Name AB");
  await controlOf(page, "email").fill("marked@person.example");
  await submit(page);
  await wire.arrived(1);
  assert.equal(await storedAttempts(page), 1);
  const stored = await everythingStored(page);
  assert.match(stored, new RegExp(wire.posts[0]?.key ?? "?"), "the search sees what is there");
  assert.doesNotMatch(stored, /marked|person\.example/i);
  release();
  await untilOutcome(page, "Your account is open");
  await untilNothingStored(page);
});

test("a reload before anything arrived shows the answers as they were and sends them, with the same key", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const { answer, release } = held(wire.create("x"));
  wire.answer(later, answer);
  await fillIn(page);
  await controlOf(page, "industry").selectOption("Banking");
  await submit(page);
  await wire.arrived(1);
  await page.reload();
  await controlOf(page, "name").waitFor();
  await wire.arrived(2);
  assert.equal(await controlOf(page, "name").inputValue(), "Lindqvist & Co");
  assert.equal(await controlOf(page, "industry").inputValue(), "Banking");
  assert.equal(await controlOf(page, "name").isEditable(), false);
  assert.equal(await page.getByRole("radio", { name: "A company" }).isChecked(), true);
  release();
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
  assert.deepEqual(namesOf(wire), ["Lindqvist & Co", "Lindqvist & Co"]);
});

test("a reload while nothing is known goes on waiting, with the answers in sight", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer({ ...problem(409, "request.in_progress"), headers: { "retry-after": "300" } });
  wire.tell({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "1" } });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  wire.create(wire.posts[0]?.key ?? "");
  await page.reload();
  const panel = await untilOutcome(page, "Not confirmed yet");
  assert.match(await panel.innerText(), /You may close this page: it goes on when you come back in this browser\./);
  assert.equal(await controlOf(page, "name").inputValue(), "Lindqvist & Co");
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("a refusal after a reload leaves the answers to be changed, and the next attempt has a new key", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(later);
  wire.tell(problem(422, "upstream.refused"));
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await page.reload();
  await untilOutcome(page, "The account was not opened");
  assert.equal(await controlOf(page, "name").inputValue(), "Lindqvist & Co");
  await controlOf(page, "name").fill("Another name");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 2);
});

test("a tab that crashes is taken up by the next one of the same browser", async () => {
  const { page, wire, problems } = await site.visit();
  wire.answer(new Promise(() => {}));
  await fillIn(page);
  await submit(page);
  await wire.arrived(1);
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers: whoever could is gone.
  session.send("Page.crash").catch(() => {});
  await crashed;
  const next = await page.context().newPage();
  await next.goto(site.address);
  await untilOutcome(next, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
  assert.deepEqual(namesOf(wire), ["Lindqvist & Co", "Lindqvist & Co"]);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test("after a day the answers are erased, and the key is asked for when the person says so", async () => {
  await using visit = await site.visit({ prepare: (page) => page.clock.install() });
  const { page, wire } = visit;
  wire.answer(problem(409, "request.in_progress"));
  wire.tell(...Array.from({ length: 5 }, () => problem(503, "upstream.unknown")));
  await fillIn(page, "Marked Name AB");
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  const before = await everythingStored(page);
  await page.clock.fastForward(25 * 60 * 60 * 1000);
  await page.reload();
  const panel = await untilOutcome(page, "Not confirmed yet");
  await panel.getByText("your answers were erased from this device", { exact: false }).waitFor();
  assert.ok((await everythingStored(page)).length < before.length, "the sealed answers are gone");
  assert.equal(await storedAttempts(page), 1);
  assert.equal(await controlOf(page, "name").isVisible(), false);
  wire.create(wire.posts[0]?.key ?? "");
  await wire.arrived(2, "asked");
  const check = page.getByRole("button", { name: "Check again" });
  const open = outcomeOf(page).getByRole("heading", { name: "Your account is open" });
  while (!(await open.isVisible())) {
    // It goes with the answer, which may come while the pointer is on its way.
    await check.click({ timeout: 2000 }).catch(() => {});
  }
  assert.equal(wire.posts.length, 1);
});
