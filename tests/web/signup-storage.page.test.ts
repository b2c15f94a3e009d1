// The sign-up page in browsers that keep nothing, or not everything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { controlOf, fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { everythingStored, storedAttempts } from "./support/stored.ts";
import { problem } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const soon = { ...problem(503, "upstream.unknown"), headers: { "retry-after": "2" } };
const later = { ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } };

async function untilSaid(page: Page, words: string): Promise<void> {
  await page.getByText(words, { exact: false }).first().waitFor();
}

/** Not a thing to script, so the getter throws as it does where storage is forbidden. */
async function forbidStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  });
}

/** What a page of another origin than https or this machine finds. */
async function withholdCryptography(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  });
}

async function fillStorage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: 1 });
}

for (const [what, prepare] of [
  ["forbidden", forbidStorage],
  ["full", fillStorage],
] as const) {
  test(`with storage that is ${what} it is sent all the same, and the page says what that means`, async () => {
    await using visit = await site.visit({ prepare });
    const { page, wire } = visit;
    wire.answer(soon);
    await fillIn(page);
    await submit(page);
    await untilSaid(page, "Your browser lets us keep nothing, so please keep this page open");
    await untilOutcome(page, "Your account is open");
    assert.equal(new Set(wire.posts.map(({ key }) => key)).size, 1);
  });
}

test("without cryptography no answer is stored, the page asks to be kept open, and a reload still finds the account", async () => {
  await using visit = await site.visit({ prepare: withholdCryptography });
  const { page, wire } = visit;
  wire.answer(later);
  wire.tell({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "1" } });
  await fillIn(page, "Marked Name AB");
  await submit(page);
  await untilSaid(page, "Please keep this page open until then.");
  assert.equal(await storedAttempts(page), 1);
  assert.doesNotMatch(await everythingStored(page), /marked/i);
  wire.create(wire.posts[0]?.key ?? "");
  await page.reload();
  await untilOutcome(page, "Not confirmed yet");
  assert.equal(await controlOf(page, "name").isVisible(), false);
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /It holds the answers you sent first\./);
  assert.equal(wire.posts.length, 1);
});

test("without cryptography, a reload before anything arrived says so, and the same key goes with the next submit", async () => {
  await using visit = await site.visit({ prepare: withholdCryptography });
  const { page, wire } = visit;
  wire.answer(later);
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  await page.reload();
  const note = await untilOutcome(page, "Please send your answers again");
  const [above, first] = [await note.boundingBox(), await controlOf(page, "recordType").boundingBox()];
  assert.ok(above !== null && first !== null && above.y < first.y, "it stands above what is to be filled in");
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 2);
  assert.equal(new Set(wire.posts.map(({ key }) => key)).size, 1);
});
