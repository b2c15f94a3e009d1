// The sign-up page in the back/forward cache: it is frozen in the middle of a sign-up, and comes back as it was.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { held, problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite(undefined, { keepsPages: true });
});
after(() => site.close());

const later = { ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } };

type Marked = typeof globalThis & { isMarked?: true };

/** Leaves the page with a mark in its memory, which no reload would bring back. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as Marked).isMarked = true;
  });
  await page.goto("about:blank");
}

async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back()).catch(() => {});
  await page.waitForURL(site.address, { waitUntil: "commit" });
  assert.equal(await page.evaluate(() => (globalThis as Marked).isMarked), true, "it is the page that was left");
}

function keysOf(wire: Wire): readonly string[] {
  return [...new Set(wire.posts.map(({ key }) => key))];
}

test("a page that comes back asks at once, not when its wait is over", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(later);
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await leave(page);
  wire.create(wire.posts[0]?.key ?? "");
  await comeBack(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("a page that was left while it sent ends with the account, under the one key", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const { answer, release } = held("lost");
  wire.answer(answer);
  await fillIn(page);
  await submit(page);
  await wire.arrived(1);
  await leave(page);
  release();
  await comeBack(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 1);
});

test("a page that was left holds up no other tab, and comes back to what that one settled", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(later);
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await leave(page);
  const other = await page.context().newPage();
  await other.goto(site.address);
  await untilOutcome(other, "Your account is open");
  await other.close();
  await comeBack(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 2);
  assert.equal(keysOf(wire).length, 1);
});
