// The sign-up page when it is loaded again before it knows how the sending ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { controlOf, fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

function keysOf(wire: Wire): readonly string[] {
  return [...new Set(wire.posts.map(({ key }) => key))];
}

test("a reload asks for the key, and shows the account that was opened meanwhile", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(new Promise(() => {}));
  await fillIn(page);
  await submit(page);
  await page.getByRole("button", { name: "Sending" }).waitFor();
  await wire.arrived(1);
  const [key = ""] = keysOf(wire);
  wire.create(key);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  assert.doesNotMatch(kept, /Lindqvist|rebro/);
  await page.reload();
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /It holds the answers you sent first\./);
  assert.deepEqual([wire.posts.length, wire.asked], [1, [key]]);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test("a reload before anything arrived says so, and the same key goes with the next submit", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer("lost", new Promise(() => {}));
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await page.reload();
  const note = await untilOutcome(page, "Please send your answers again");
  const [above, first] = [await note.boundingBox(), await controlOf(page, "recordType").boundingBox()];
  assert.ok(above !== null && first !== null && above.y < first.y, "it stands above what is to be filled in");
  await fillIn(page);
  await submit(page);
  await wire.arrived(2);
  assert.equal(keysOf(wire).length, 1);
});

test("a reload while nothing is known shows only that, in place of an empty form", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer("lost", new Promise(() => {}));
  wire.tell({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "1" } });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  wire.create(wire.posts[0]?.key ?? "");
  await page.reload();
  await untilOutcome(page, "Not confirmed yet");
  assert.equal(await controlOf(page, "name").isVisible(), false);
  await untilOutcome(page, "Your account is open");
});

test("without storage it is sent all the same, and the page says what that means", async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "sessionStorage", {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    });
  };
  await using visit = await site.visit({ prepare });
  const { page, wire } = visit;
  wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "2" } });
  await fillIn(page);
  await submit(page);
  await page.getByText("Your browser lets us keep nothing", { exact: false }).first().waitFor();
  await untilOutcome(page, "Your account is open");
});
