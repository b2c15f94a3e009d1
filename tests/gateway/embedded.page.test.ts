// <vestibule-signup> in a page of another origin than the gateway's: asked about first (CORS), sent, and followed further.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchChromium } from "../wasm/support/chromium.ts";
import { type Embedding, embed } from "../web/support/embedding.ts";
import { fillIn, submit, untilOutcome } from "../web/support/site.ts";
import { openSite, type TestSite } from "./support/site.ts";

let embedding: Embedding;
let site: TestSite;
let browser: Browser;
before(async () => {
  embedding = await embed('import "vestibule/define";', "<main><h1>Join us</h1></main>");
  [site, browser] = await Promise.all([openSite({ origins: [embedding.origin] }), launchChromium()]);
});
after(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
  await embedding?.close();
});

test("a sign-up in a page of a partner's origin is one customer, and its stage is asked for", async () => {
  // The partner's own policy would name the gateway; the one of this page knows no other origin.
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  const { origin } = site.gateway;
  await page.goto(`${embedding.origin}/signup/`);
  await page.evaluate((endpoint) => {
    const element = document.createElement("vestibule-signup");
    element.setAttribute("endpoint", endpoint);
    document.querySelector("main")?.append(element);
  }, `${origin}/api`);
  const asked = page.waitForResponse((response) => response.url().endsWith("/status") && response.ok());
  await fillIn(page, "Partner AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await asked;
  const customers = await site.sandbox.customers();
  assert.equal(customers.filter(({ name }) => name === "Partner AB").length, 1);
});
