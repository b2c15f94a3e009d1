// What people ask of their browser and the form keeps to: forced colours, more contrast, less motion, a dark page, and
// a keyboard that composes characters.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { smallTargets } from "./support/boxes.ts";
import { controlOf, errorOf, openSite, type Site } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** How long anything in the page would take to move or to change, by what it is. */
function movements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    return all.flatMap((element) => {
      return ["", "::before", "::after"].flatMap((pseudo) => {
        const { transitionDuration, animationName } = getComputedStyle(element, pseudo);
        const isStill = transitionDuration.split(", ").every((time) => time === "0s") && animationName === "none";
        return isStill ? [] : [`${element.tagName} ${element.className} ${transitionDuration} ${animationName}`];
      });
    });
  });
}

test("nothing moves for those who ask for less motion, and something does for others", async () => {
  await using visit = await site.visit({ reducedMotion: "no-preference" });
  assert.notDeepEqual(await movements(visit.page), []);
  await visit.page.emulateMedia({ reducedMotion: "reduce" });
  assert.deepEqual(await movements(visit.page), []);
});

test("with more contrast, hints and borders have the colour of text, and borders are thicker", async () => {
  await using visit = await site.visit({ contrast: "more" });
  const [ink, hint, border, width] = await visit.page.evaluate(() => {
    const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
    const { borderTopColor, borderTopWidth } = styleOf(".vestibule-input");
    return [styleOf(".vestibule-form").color, styleOf(".vestibule-hint").color, borderTopColor, borderTopWidth];
  });
  assert.deepEqual([hint, border, width], [ink, ink, "2px"]);
});

test("in forced colours, fields, choices and the button keep a border", async () => {
  await using visit = await site.visit({ forcedColors: "active" });
  const widths = await visit.page.evaluate(() => {
    const boxes = document.querySelectorAll<HTMLElement>(".vestibule-input, .vestibule-choice, .vestibule-submit");
    return [...boxes].map((box) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(box);
      return Number.parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
    });
  });
  assert.ok(widths.length === 18 && widths.every(Boolean), widths.join());
});

test("colours follow the scheme of the element that the form is in", async () => {
  await using visit = await site.visit({ colorScheme: "light" });
  const ground = () =>
    visit.page.evaluate(() => getComputedStyle(document.querySelector(".vestibule-input") as Element).backgroundColor);
  assert.equal(await ground(), "rgb(255, 255, 255)");
  await visit.page.evaluate(() => {
    const element = document.querySelector<HTMLElement>("vestibule-signup");
    if (element) element.style.colorScheme = "dark";
  });
  assert.equal(await ground(), "rgb(26, 30, 29)");
});

test("what is pressed or typed into is at least 44 px in each direction", async () => {
  await using visit = await site.visit({ viewport: { width: 320, height: 640 } });
  assert.deepEqual(await smallTargets(visit.page, 44), []);
});

test("nothing is judged while a character is composed", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.locator('[data-part="submit"]').click();
  const before = await errorOf(page, "name");
  assert.notEqual(before, "");
  await controlOf(page, "name").focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ["\u306b", "\u306b\u307b", "\u306b\u307b\u3093"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    assert.equal(await controlOf(page, "name").inputValue(), text);
    assert.equal(await errorOf(page, "name"), before);
  }
  await session.send("Input.insertText", { text: "\u65e5\u672c" });
  assert.equal(await controlOf(page, "name").inputValue(), "\u65e5\u672c");
  await page.locator('[data-field="name"] [data-part="error"]').waitFor({ state: "hidden" });
});
