// The keyboard alone, beside the way through sign-up: drafts, erasing, an account that is there already, another language, and
// a network that is gone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { states } from "../../scripts/screenshots.d/states.ts";
import { tabTo } from "./support/keyboard.ts";
import { controlOf, focusedId, openSite, outcomeOf, type Site } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator("form[novalidate]").waitFor();
}

/** Presses Tab until the focus is at a link to the page in a language. */
async function tabToLanguage(page: Page, tag: string): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute("hreflang") === wanted, tag)) return;
  }
  assert.fail(`the keyboard does not come to ${tag}`);
}

async function typeName(page: Page, key: "Tab" | "Shift+Tab"): Promise<void> {
  await tabTo(page, "vestibule-name", key);
  await page.keyboard.type("Ada");
}

test("a draft is asked for, found again, and no longer wanted", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await tabTo(page, "vestibule-keep");
  await page.keyboard.press("Space");
  await typeName(page, "Shift+Tab");
  await page.locator('[data-part="keep"][data-state="kept"]').waitFor();
  await reload(page);
  await page.locator('[data-part="memory-said"]').waitFor();
  assert.equal(await controlOf(page, "name").inputValue(), "Ada");
  await tabTo(page, "vestibule-keep");
  await page.keyboard.press("Space");
  assert.equal(await controlOf(page, "keep").isChecked(), false);
  assert.equal(await focusedId(page), "vestibule-keep");
  await reload(page);
  assert.equal(await controlOf(page, "name").inputValue(), "");
});

test("everything is erased, which is said, and the focus stays at the button", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await typeName(page, "Tab");
  await tabTo(page, "forget");
  await page.keyboard.press("Enter");
  await page.locator('[data-part="memory-said"]').waitFor();
  assert.equal(await controlOf(page, "name").inputValue(), "");
  assert.equal(await focusedId(page), "forget");
});

test("the account that is there already is taken from the review, and has the focus", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await states["known"]?.(page);
  assert.equal(await focusedId(page), "review");
  await tabTo(page, "use");
  await page.keyboard.press("Enter");
  await page.locator('[data-part="outcome"][data-kind="created"]').waitFor();
  assert.equal(await focusedId(page), "outcome");
});

test("another language is chosen from the list, which closes behind it", async () => {
  await using visit = await site.visit({ locale: "en-GB" });
  const { page } = visit;
  await typeName(page, "Tab");
  await tabTo(page, "languages-summary", "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabToLanguage(page, "ar");
  await page.keyboard.press("Enter");
  await page.locator('form[lang="ar"]').waitFor();
  await page.locator('[data-part="languages"]:not([open])').waitFor({ state: "attached" });
  assert.equal(await focusedId(page), "languages-summary");
  assert.equal(await controlOf(page, "name").inputValue(), "Ada");
});

test("the language that the browser asks for is one stop before the form", async () => {
  await using visit = await site.visit({ locale: "de-AT" });
  const { page } = visit;
  await page.locator('[data-part="offer"] a').waitFor();
  await tabTo(page, "languages-summary");
  await tabToLanguage(page, "de");
  await page.keyboard.press("Enter");
  await page.locator('form[lang="de"]').waitFor();
  await page.locator('[data-part="offer"]').waitFor({ state: "hidden" });
  assert.equal(await focusedId(page), "languages-summary");
});

test("without a network the button that tries to send is reached, and the focus is not lost by pressing it", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await states["offline"]?.(page);
  await tabTo(page, "check");
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/signups"));
  await page.keyboard.press("Enter");
  await sent;
  // The panel is gone while it is being sent.
  await outcomeOf(page).waitFor({ state: "hidden" });
  assert.equal(await focusedId(page), "submit");
});
