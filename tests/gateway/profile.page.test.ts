// The gateway's page follows the tenant's profile, with JavaScript and without: what the tenant asks for is asked, sent, and
// shown again when it is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../wasm/support/chromium.ts";
import { openSite, type TestSite } from "./support/site.ts";

const ownTypes = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../core/data/profiles/own-record-type.json"), "utf8"),
);
const profile = {
  ...ownTypes,
  hidden: { customer: ["description"] },
  picklists: { industry: { values: ["Retail", "Trade"] } },
  customFields: [
    ...ownTypes.customFields,
    { name: "shopCount", label: "Shops </script> & stalls", kind: "integer", min: 1, required: true, signup: true },
  ],
  defaultType: "Customer",
};

let site: TestSite;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([openSite({ config: { profile } }), launchChromium()]);
});
after(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});
afterEach(() => site.proxy.plan([]));

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: "en-US" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${site.gateway.origin}/signup/`);
  return page;
}

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name: "Reseller" }).check();
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[name=email]").fill("sales@acme.example");
  await page.locator("input[name=website]").fill("https://acme.example/");
  await page.locator("select[name=billingCountry]").selectOption("NO");
  await page.locator("select[name=industry]").selectOption("Trade");
}

async function send(page: Page): Promise<void> {
  await page.locator("button[type=submit]").click();
}

/** The customer that was sent on last, as far as this tenant asks for it. */
function sentCustomer(): object {
  const posts = site.proxy.seen.filter(({ method }) => method === "POST");
  const [customer] = JSON.parse(posts.at(-1)?.body ?? "[]");
  const { name, recordType, type, industry, resellerSince, shopCount } = customer;
  return { name, recordType, type, industry, resellerSince, shopCount };
}

const asked = {
  recordType: "Reseller",
  type: "Customer",
  industry: "Trade",
  resellerSince: "2026-03-04",
  shopCount: 3,
};

test("without JavaScript the page asks for what the tenant asks for, and the form that comes back too", async () => {
  const page = await openPage(false);
  assert.equal(await page.locator("form [name=description]").count(), 0);
  // Of some types alone, but nothing would show it later.
  assert.ok(await page.getByLabel("Reseller since").isVisible());
  assert.ok(await page.getByLabel("Shops </script> & stalls").isVisible());
  await fillIn(page, "Plain Reseller");
  await page.getByLabel("Reseller since").fill("2026-03-04");
  await page.getByLabel("Shops </script> & stalls").fill("0");
  await send(page);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.locator("[name=shopCount][aria-invalid=true]").count(), 1);
  assert.equal(await page.getByLabel("Reseller since").inputValue(), "2026-03-04");
  assert.equal(await page.locator("select[name=industry]").inputValue(), "Trade");
  await page.getByLabel("Shops </script> & stalls").fill("3");
  site.proxy.plan(["refuse"], "POST");
  await send(page);
  await page.getByText("We could not reach our billing service").waitFor();
  assert.deepEqual(sentCustomer(), { name: "Plain Reseller", ...asked });
});

test("the module that reads profiles is fetched from the start, once, and the smaller one never", async () => {
  const page = await openPage(true);
  await page.locator("form[novalidate]").waitFor();
  const preloaded = await page.locator("link[rel=preload], link[rel=modulepreload]").evaluateAll((links) => {
    return links.map((link) => (link as HTMLLinkElement).href.replace(/^.*\/|-\w+(?=\.\w+$)/g, ""));
  });
  assert.deepEqual(preloaded.slice(-2), ["full.browser.js", "full.wasm"]);
  const modules = await page.evaluate(() => {
    const entries = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"));
    return entries.map(({ name }) => name.replace(/^.*\/|-\w+(?=\.\w+$)/g, ""));
  });
  assert.deepEqual(modules, ["full.wasm"]);
});

test("with JavaScript the element knows the profile that the page was written by", async () => {
  const page = await openPage(true);
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await page.locator("form [name=description]").count(), 0);
  assert.ok(await page.getByLabel("Reseller since").isHidden());
  await fillIn(page, "Scripted Reseller");
  await page.getByLabel("Reseller since").fill("2026-03-04");
  await send(page);
  await page.locator("[name=shopCount][aria-invalid=true]").waitFor();
  await page.getByLabel("Shops </script> & stalls").fill("3");
  site.proxy.plan(["refuse"], "POST");
  await send(page);
  await page.locator('[data-part="review"]').waitFor();
  await send(page);
  while (!site.proxy.seen.some(({ body }) => body.includes("Scripted Reseller"))) await page.waitForTimeout(50);
  assert.deepEqual(sentCustomer(), { name: "Scripted Reseller", ...asked });
});
