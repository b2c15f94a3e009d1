// One sign-up and several tabs of a browser; a network that goes and comes; a page that is left and come back to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { controlOf, fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { held, problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

function keysOf(wire: Wire): readonly string[] {
  return [...new Set(wire.posts.map(({ key }) => key))];
}

async function openTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(site.address);
  await tab.locator("form[novalidate]").waitFor();
  return tab;
}

test("two tabs that send at once: one request, and both show its account", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const other = await openTab(page);
  const { answer, release } = held(wire.create("x"));
  wire.answer(answer);
  await fillIn(page, "First AB");
  await fillIn(other, "Second AB");
  await submit(page);
  await wire.arrived(1);
  const [key = ""] = keysOf(wire);
  wire.tell(problem(409, "request.in_progress"));
  await submit(other);
  await wire.arrived(1, "asked");
  // What is being sent, not what was typed here.
  assert.equal(await controlOf(other, "name").inputValue(), "First AB");
  wire.create(key);
  release();
  await untilOutcome(page, "Your account is open");
  const panel = await untilOutcome(other, "Your account is open");
  assert.match(await panel.innerText(), /It holds the answers you sent first\./);
  assert.equal(wire.posts.length, 1);
  assert.deepEqual([...new Set(wire.asked)], [key]);
});

test("a tab that is closed while it sends is followed by the other one, with the same key and answers", async () => {
  await using visit = await site.visit();
  const { page: other, wire } = visit;
  const page = await openTab(other);
  wire.answer(new Promise(() => {}));
  await fillIn(page, "First AB");
  await fillIn(other, "Second AB");
  await submit(page);
  await wire.arrived(1);
  await submit(other);
  await wire.arrived(1, "asked");
  await page.close();
  await untilOutcome(other, "Your account is open");
  assert.deepEqual(
    wire.posts.map(({ body }) => JSON.parse(body).customer.name),
    ["First AB", "First AB"],
  );
  assert.equal(keysOf(wire).length, 1);
});

test("what another tab settled is asked for at once, not when the wait is over", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  wire.create(wire.posts[0]?.key ?? "");
  const other = await openTab(page);
  await untilOutcome(other, "Your account is open");
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
});

test("a second tab leaves the sending to the one that has it, and says so", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const first = await openTab(page);
  wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } });
  await fillIn(first);
  await submit(first);
  await untilOutcome(first, "Not confirmed yet");
  await page.reload();
  const panel = await untilOutcome(page, "Not confirmed yet");
  await panel.getByText("Another tab of this browser is sending your answers.", { exact: false }).waitFor();
  assert.equal(wire.posts.length, 1);
  await first.close();
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
});

test("offline: kept and said in words, and sent once the network is back", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await fillIn(page);
  await page.context().setOffline(true);
  await submit(page);
  const panel = await untilOutcome(page, "Not sent yet");
  assert.match(await panel.innerText(), /You are offline\. Your answers are sent as soon as you are back\./);
  assert.doesNotMatch(await page.locator("body").innerText(), /Sending|confirm/);
  assert.match(await page.title(), /^Not sent yet/);
  assert.match(await page.getByRole("status").innerText(), /^Not sent yet You are offline/);
  assert.equal(await page.locator('[data-part="submit"]').innerText(), "Waiting for the network \u2026");
  assert.equal(await controlOf(page, "name").isEditable(), false);
  assert.equal(wire.posts.length, 0);
  await page.context().setOffline(false);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("offline is what the browser says; a person who knows better can have it tried", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await fillIn(page);
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await submit(page);
  await untilOutcome(page, "Not sent yet");
  await page.getByRole("button", { name: "Try to send now" }).click();
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("offline after an answer was lost: whether it arrived is not known, and nothing else is said", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  // Long enough that a slow machine gets offline before the page asks again.
  wire.answer({ ...problem(503, "upstream.unavailable"), headers: { "retry-after": "15" } });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  const panel = await untilOutcome(page, "Not confirmed yet");
  await panel.getByText("You are offline.", { exact: false }).waitFor();
  assert.equal(await page.locator('[data-part="submit"]').innerText(), "Waiting for the network \u2026");
  assert.equal(await page.getByRole("button", { name: "Try to send now" }).count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
});
