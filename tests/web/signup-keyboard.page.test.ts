// The keyboard alone: every way through sign-up, and the focus where it is to be seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { states } from "../../scripts/screenshots.d/states.ts";
import { tabTo } from "./support/keyboard.ts";
import { controlOf, errorOf, fieldOf, focusedId, openSite, type Site, untilOutcome } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

test("to be refused, to find the fields, to be accepted, to begin anew", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "languages-summary");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "vestibule-recordType");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "vestibule-name");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "vestibule-recordType");
  await page.keyboard.press("ArrowDown");
  assert.equal(await errorOf(page, "recordType"), "");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ada");
  assert.equal(await errorOf(page, "name"), "");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "review");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "vestibule-recordType-Consumer");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "submit");
  await page.keyboard.press("Enter");
  await untilOutcome(page, "Your account is open");
  assert.equal(await focusedId(page), "outcome");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await controlOf(page, "name").inputValue(), "");
});

test("a suggestion is reached behind its field, taken, and taken back", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await tabTo(page, "vestibule-email");
  await page.keyboard.type("ada@gmial.com");
  await page.keyboard.press("Tab");
  await fieldOf(page, "email").getByRole("button").waitFor();
  // It came while the focus went on, so it lies one stop back.
  await tabTo(page, "action", "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await controlOf(page, "email").inputValue(), "ada@gmail.com");
  assert.equal(await focusedId(page), "action");
  await page.keyboard.press("Space");
  assert.equal(await controlOf(page, "email").inputValue(), "ada@gmial.com");
  assert.equal(await focusedId(page), "vestibule-email");
});

test("what a paste filled in is undone, and the focus is where it was pasted", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await states["notice"]?.(page);
  assert.equal(await focusedId(page), "vestibule-name");
  assert.equal(await controlOf(page, "billingCity").inputValue(), "London");
  await tabTo(page, "unfill", "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await controlOf(page, "billingCity").inputValue(), "");
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY");
});

test("a country chosen by its letters moves no focus, and its fields come next in their order", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")));
  await tabTo(page, "vestibule-billingCountry");
  await page.keyboard.type("Japan");
  await page.locator("select#vestibule-billingState").waitFor();
  assert.equal(await focusedId(page), "vestibule-billingCountry");
  for (const name of ["billingPostalCode", "billingState", "billingStreet"]) {
    await page.keyboard.press("Tab");
    assert.equal(await focusedId(page), `vestibule-${name}`);
  }
});

test("a problem has the focus, and its button is asked again", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await states["unresolved"]?.(page);
  assert.equal(await focusedId(page), "outcome");
  await tabTo(page, "check");
  const asked = page.waitForRequest(/\/api\/signups/);
  await page.keyboard.press("Enter");
  await asked;
  // That button is gone while it is being asked.
  await page.locator('[data-part="check"]').waitFor({ state: "detached" });
  assert.equal(await focusedId(page), "outcome");
});

test("the focus is always to be seen, whole and under nothing", async () => {
  await using visit = await site.visit({ viewport: { width: 390, height: 640 } });
  const { page } = visit;
  const seen = new Set<string>();
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press("Tab");
    const [id = "", outline] = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest(".vestibule-choice") ?? focused);
      return [focused.id || focused.tagName, `${outlineStyle} ${outlineWidth}`];
    });
    assert.equal(outline, "solid 3px", id);
    await page.waitForFunction(() => {
      const box = document.activeElement?.closest(".vestibule-choice") ?? document.activeElement;
      const { top, left, width, height } = box?.getBoundingClientRect() ?? new DOMRect();
      // Of a text area the line that is written in.
      const shown = document.activeElement instanceof HTMLTextAreaElement ? 30 : height;
      const onTop = document.elementFromPoint(left + width / 2, top + shown / 2);
      return top >= 0 && top + shown <= innerHeight && box?.contains(onTop) === true;
    });
    seen.add(id);
  }
  assert.equal(seen.size, 14);
});
