// What is set into words from right to left: numbers, addresses and names stand on the screen as they are written.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { states } from "../../scripts/screenshots.d/states.ts";
import { turnedText } from "./support/order.ts";
import { controlOf, fieldOf, openSite, type Site } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

// The second language says in other words what stands in the same places: a few of them, unless all looks are asked for.
const all = Object.keys(states);
const some = process.env["LOOKS"] === "all" ? all : ["errors", "notice", "review", "known", "created"];

for (const [tag, names] of [
  ["ar", all],
  ["he", some],
] as const) {
  test(`${tag}: in ${names.length} states`, async (context) => {
    for (const name of names) {
      const act = states[name];
      assert.ok(act, name);
      await context.test(name, async () => {
        await using visit = await site.visit({ path: `${tag}/`, locale: tag, viewport: { width: 390, height: 800 } });
        await act(visit.page);
        assert.deepEqual(await turnedText(visit.page), []);
      });
    }
  });

  test(`${tag}: the example of a telephone number stays on one line, in every country`, async () => {
    await using visit = await site.visit({ path: `${tag}/`, locale: tag, viewport: { width: 320, height: 640 } });
    const { page } = visit;
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")),
    );
    for (const country of ["", "SE", "GB", "US", "IL", "EG", "BR"]) {
      await controlOf(page, "billingCountry").selectOption(country);
      const hint = fieldOf(page, "phone").locator('[data-part="hint"]');
      const heights = await hint.evaluate((element) => {
        const text = element.firstChild;
        const at = element.textContent?.search(/\+/) ?? -1;
        const end = (element.textContent ?? "").search(/\d(?!.*\d)/);
        if (text === null || at < 0) return [];
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, end + 1);
        return [...new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))];
      });
      assert.equal(heights.length, 1, `${country}: ${await hint.innerText()}`);
    }
  });
}

test("text that is turned round is found", async () => {
  await using visit = await site.visit({ path: "he/", locale: "he" });
  const { page } = visit;
  // A paragraph of the test's own: what the page says itself, it may say again at any time.
  await page.evaluate(() => {
    const paragraph = document.createElement("p");
    paragraph.textContent = "\u05db\u05de\u05d5 +44 20 7946.";
    document.querySelector("main")?.append(paragraph);
  });
  assert.deepEqual(await turnedText(page), ["+44 20 7946 is seen as 79462044+"]);
});
