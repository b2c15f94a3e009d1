// A browser that dies in the middle of a sign-up and is started again: what it stored was on disk before anything was sent.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromiumIn } from "../../scripts/screenshots.d/browser.ts";
import { fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { Wire } from "./support/wire.ts";

let site: Site;
const profile = mkdtempSync(join(tmpdir(), "vestibule-profile-"));
before(async () => {
  site = await openSite();
});
after(async () => {
  await site.close();
  rmSync(profile, { recursive: true, force: true });
});

async function open(wire: Wire): Promise<Page> {
  const context = await launchChromiumIn(profile);
  await wire.install(context);
  const page = await context.newPage();
  await page.goto(site.address);
  return page;
}

/** Ends every process of the browser at once, without a word to any of them. */
async function die(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const closed = context.waitForEvent("close");
  // It never answers: whoever could is gone.
  session?.send("Browser.crash").catch(() => {});
  await closed;
}

test("a browser that dies while it sends goes on when it is started again, with the same key and answers", async () => {
  const wire = new Wire();
  wire.answer(new Promise(() => {}));
  const page = await open(wire);
  await page.locator("form[novalidate]").waitFor();
  await fillIn(page);
  await submit(page);
  await wire.arrived(1);
  await die(page.context());

  const next = await open(wire);
  await untilOutcome(next, "Your account is open");
  const [first, second] = wire.posts;
  assert.equal(wire.posts.length, 2);
  assert.equal(second?.key, first?.key);
  assert.equal(wire.asked[0], first?.key);
  const customerOf = (body = "{}"): object => JSON.parse(body).customer;
  assert.deepEqual(customerOf(second?.body), customerOf(first?.body));
  await next.context().close();
});
