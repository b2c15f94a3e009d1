// What the gateway answers to a form that is posted without a script, for everyone: axe and a narrow window over each page, from
// left to right and from right to left. The page's own script is kept out, and the browser's stays, for axe is one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../wasm/support/chromium.ts";
import { findWithAxe } from "../web/support/axe.ts";
import { cutText, smallTargets } from "../web/support/boxes.ts";
import { openSite, type TestSite } from "./support/site.ts";

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

async function fillIn(page: Page, name: string): Promise<void> {
  await page.locator("#vestibule-recordType").check();
  await page.locator("#vestibule-name").fill(name);
}

async function post(page: Page, status: number): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  await page.locator("form button[type=submit]").click();
  assert.equal((await answered).status(), status);
  await page.waitForLoadState("domcontentloaded");
}

async function setHidden(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"]`).evaluate((input, text) => {
    (input as HTMLInputElement).value = text;
  }, value);
}

/** By name: how a page comes about, and what stands in it that stands in no other. */
const answers: Readonly<Record<string, (page: Page, site: TestSite) => Promise<void>>> = {
  "the page itself": async () => {},
  created: async (page) => {
    await fillIn(page, "Answered");
    await post(page, 201);
    await page.locator("main .vestibule-facts").waitFor();
  },
  errors: async (page) => {
    await fillIn(page, "Answered");
    await page.locator("#vestibule-website").fill("http://user:pass@example.org");
    await page.locator("#vestibule-phone").fill("call me");
    await post(page, 422);
    await page.locator('[data-part="summary"] a').first().waitFor();
  },
  "a stale form": async (page) => {
    await fillIn(page, "Stale");
    await setHidden(page, "form.token", "");
    await post(page, 403);
    await page.locator('.vestibule-error[role="alert"]').waitFor();
  },
  "refused by the service": async (page, site) => {
    site.proxy.plan(["denied"]);
    await fillIn(page, "Unwanted");
    await post(page, 422);
    await page.locator('.vestibule-error[role="alert"]').waitFor();
  },
  // These two are failures to the gateway, which after some of them asks no more for a while.
  "try again": async (page, site) => {
    site.proxy.plan(["refuse"]);
    await fillIn(page, "Unreached");
    await post(page, 503);
    await page.locator("main h2 ~ form button").waitFor();
  },
  "not known yet": async (page, site) => {
    site.proxy.plan(["cut", "refuse", "refuse", "refuse"]);
    await fillIn(page, "Unheard of");
    await post(page, 503);
    await page.locator("main h2 ~ form button").waitFor();
  },
  "refused unread": async (page, site) => {
    await page.goto(`${site.gateway.origin}/nowhere`);
    await page.locator("main a").waitFor();
  },
};

for (const [path, direction, locale] of [
  ["/signup/", "ltr", "en"],
  ["/signup/ar/", "rtl", "ar"],
] as const) {
  test(`every answer, ${direction}`, async (context) => {
    await using site = await openSite();
    for (const [name, act] of Object.entries(answers)) {
      await context.test(name, async () => {
        // axe is a guest and does not keep the page's policy.
        const visitor = await browser.newContext({ bypassCSP: true, locale, viewport: { width: 1000, height: 800 } });
        visitor.setDefaultTimeout(10_000);
        await visitor.route("**/assets/*.js", (route) => route.abort());
        const page = await visitor.newPage();
        await page.goto(site.gateway.origin + path);
        await act(page, site);
        site.proxy.plan([]);
        assert.equal(await page.locator("html").getAttribute("dir"), direction);
        assert.equal(await page.locator("form[novalidate]").count(), 0);
        assert.deepEqual(await findWithAxe(page), []);
        await page.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual(await cutText(page), []);
        const isForm = (await page.locator("main button").count()) > 0;
        if (isForm) assert.deepEqual(await smallTargets(page, 24), []);
        await visitor.close();
      });
    }
  });
}
