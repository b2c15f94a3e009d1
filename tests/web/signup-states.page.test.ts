// Every state of the sign-up page for everyone: axe, what assistive technology is told, narrow windows, spaced out text,
// sizes of targets. The campaign of looks takes every look; here each state has two.
// SNAPSHOTS=write writes what assistive technology is told into tests/web/snapshots, instead of comparing.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { states } from "../../scripts/screenshots.d/states.ts";
import { findWithAxe } from "./support/axe.ts";
import { cutText, smallTargets, spacing } from "./support/boxes.ts";
import { allLooks, type Look, nameOf, takeOn, themes } from "./support/looks.ts";
import { openSite, type Site } from "./support/site.ts";
import { treeOf } from "./support/tree.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const folder = join(import.meta.dirname, "snapshots");
const plainLook: Look = { scheme: "light", direction: "ltr", theme: "" };

const wantsAll = process.env["LOOKS"] === "all";

function themeOf(index: number): string {
  return themes[index % themes.length] ?? "";
}

/** The plain look and one more: over all states every theme is seen dark and in forced colours, in both directions. */
function someLooks(index: number): readonly Look[] {
  const turn = Math.floor(index / themes.length);
  const scheme = turn % 2 === 0 ? "dark" : "forced";
  const direction = turn % 4 < 2 ? "rtl" : "ltr";
  return [plainLook, { scheme, direction, theme: themeOf(index) }];
}

for (const [index, [name, act]] of Object.entries(states).entries()) {
  test(name, async (context) => {
    // axe and the styles of themes are guests and do not keep the page's policy.
    await using visit = await site.visit({ bypassCSP: true, locale: "en-GB", viewport: { width: 1000, height: 800 } });
    const { page } = visit;
    await act(page);

    await context.test("assistive technology is told the same as before", async () => {
      const tree = await treeOf(page);
      const path = join(folder, `${name}.txt`);
      if (process.env["SNAPSHOTS"] === "write") {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, tree);
      }
      assert.equal(tree, readFileSync(path, "utf8"));
    });

    for (const look of wantsAll ? allLooks : someLooks(index)) {
      await context.test(`axe finds nothing: ${nameOf(look)}`, async () => {
        await takeOn(page, look);
        assert.deepEqual(await findWithAxe(page), []);
      });
    }

    await page.setViewportSize({ width: 320, height: 640 });
    for (const theme of wantsAll ? themes : [themeOf(index)]) {
      await context.test(`320 px are enough, and targets are large: ${theme || "no theme"}`, async () => {
        await takeOn(page, { ...plainLook, theme });
        assert.deepEqual(await cutText(page), []);
        assert.deepEqual(await smallTargets(page, 24), []);
      });
    }

    await context.test("spacing out the text hides none of it", async () => {
      await takeOn(page, plainLook);
      await page.addStyleTag({ content: spacing });
      assert.deepEqual(await cutText(page), []);
    });
  });
}
