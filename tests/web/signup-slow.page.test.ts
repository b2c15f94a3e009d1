// A slow telephone: what is typed and sent before the core is there is kept, and sent once it is.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type PageServer, servePages } from "../../scripts/screenshots.d/server.ts";
import { slowDown } from "../../scripts/screenshots.d/slow.ts";
import { controlOf, openSite, type Site, untilOutcome } from "./support/site.ts";

let server: PageServer;
let site: Site;
before(async () => {
  server = await servePages(join(import.meta.dirname, "../../web/pages/dist"), { compressed: true });
  site = await openSite(server.origin, { wire: true });
});
after(async () => {
  await site.close();
  await server.close();
});

test("at 400 kbit/s and a fourth of the processor, nothing that is typed early is lost", {
  timeout: 120_000,
}, async () => {
  // On a busy machine typing takes longer than loading; the core waits for it.
  let release = (): void => {};
  const typed = new Promise<void>((done) => {
    release = done;
  });
  const prepare = async (page: Page): Promise<void> => {
    // The copy too, which is fetched when the module takes too long.
    await page.route(/\/core(?:-|\.inline)[^/]*$/, (route) => typed.then(() => route.continue()));
    await slowDown(page);
  };
  await using visit = await site.visit({ prepare, early: true });
  const { page, wire } = visit;
  page.setDefaultTimeout(60_000);
  await controlOf(page, "recordType").check();
  await controlOf(page, "name").pressSequentially("Early & Sons");
  await controlOf(page, "email").pressSequentially("early@example.com");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("form[novalidate]").count(), 0, "the core is not there yet");
  release();
  await page.locator('[data-part="review"]').waitFor();
  assert.deepEqual(await page.locator('[data-part="review"] dd').allInnerTexts(), [
    "A company",
    "Early & Sons",
    "early@example.com",
  ]);
  await page.locator('[data-part="submit"]').click();
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("nothing that takes a slow telephone long is asked of it before somebody needs it", async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.addInitScript(() => {
      const asked: string[] = [];
      const { DisplayNames, NumberFormat } = Intl;
      const { maximize } = Intl.Locale.prototype;
      const watch = <Made extends object>(made: Made, name: string): Made => {
        return new Proxy(made, {
          construct: (target, given) => {
            asked.push(name);
            return Reflect.construct(target as never, given);
          },
        });
      };
      Object.assign(Intl, {
        DisplayNames: watch(DisplayNames, "names"),
        NumberFormat: watch(NumberFormat, "numbers"),
      });
      Intl.Locale.prototype.maximize = function () {
        asked.push("script");
        return maximize.call(this);
      };
      Object.assign(globalThis, { asked });
    });
  };
  await using visit = await site.visit({ prepare });
  const { page } = visit;
  const asked = (): Promise<string> => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.join());
  await controlOf(page, "name").pressSequentially("Acme");
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")));
  await controlOf(page, "email").fill("a@b.example");
  assert.equal(await asked(), "");
  // That another country asks for other parts of an address is said with its name.
  await controlOf(page, "billingCountry").selectOption("SE");
  await controlOf(page, "billingState").waitFor({ state: "hidden" });
  await controlOf(page, "billingCountry").selectOption("US");
  await page.locator('[data-part="status"]', { hasText: "United States" }).waitFor({ state: "attached" });
  assert.equal(await asked(), "names");
});
