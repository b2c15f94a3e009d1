// A person with a real browser and no JavaScript: refused, corrected, sent, and sent again while the upstream is down.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../wasm/support/chromium.ts";
import { openSite, type TestSite } from "./support/site.ts";

let site: TestSite;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([openSite(), launchChromium()]);
});
after(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.gateway.origin}/`);
  return page;
}

async function send(page: Page): Promise<void> {
  await page.locator("button[type=submit]").click();
}

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name: "A company" }).check();
  await page.locator("input[name=name]").fill(name);
}

/** A gateway that waits long enough for the API says that it does not know yet; the page's button asks once more. */
async function untilOpen(page: Page): Promise<void> {
  while ((await page.getByText("Your account is open").count()) === 0) await send(page);
}

async function customersNamed(name: string): Promise<number> {
  return (await site.sandbox.customers()).filter((customer) => customer.name === name).length;
}

async function contactsAt(email: string) {
  return (await site.sandbox.contacts()).filter((contact) => contact.email === email);
}

test("what was refused is shown beside its field with everything typed, and once corrected it is created", async () => {
  const page = await openPage();
  await fillIn(page, "Browser & Co");
  // The browser itself takes this for a web address; the core does not.
  await page.locator("input[name=website]").fill("http://user:pass@example.org");
  await send(page);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.locator("input[name=name]").inputValue(), "Browser & Co");
  assert.equal(await page.locator("input[name=website][aria-invalid=true]").count(), 1);
  await page.locator("input[name=website]").fill("https://example.org");
  await send(page);
  await untilOpen(page);
  assert.ok(!page.url().includes("Browser"));
  await page.reload();
  await page.getByText("Your account is open").waitFor();
  assert.equal(await customersNamed("Browser & Co"), 1);
});

test("a person at the company can be named without a script: refused when half, left out when emptied, created when whole", async () => {
  const page = await openPage();
  await fillIn(page, "Browser with Ines");
  await page.getByLabel("First name").fill("Ines");
  await page.getByLabel("E-mail address of this person").fill("ines@browser.example");
  await send(page);
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.getByLabel("First name").inputValue(), "Ines");
  assert.equal(await page.locator('[name="contact.lastName"][aria-invalid=true]').count(), 1);
  await page.getByLabel("Last name").fill("Duarte");
  await send(page);
  await untilOpen(page);
  while ((await contactsAt("ines@browser.example")).length === 0) await page.waitForTimeout(50);
  const [contact] = await contactsAt("ines@browser.example");
  assert.equal(await customersNamed("Browser with Ines"), 1);
  const customer = (await site.sandbox.customers()).find(({ name }) => name === "Browser with Ines");
  assert.deepEqual([contact?.name, contact?.customerId], ["Ines Duarte", customer?.id]);

  await page.goto(`${site.gateway.origin}/`);
  await fillIn(page, "Browser without Ines");
  await page.getByLabel("First name").fill("Ines");
  await send(page);
  await page.getByLabel("First name").fill("");
  await send(page);
  await untilOpen(page);
});

test("while the upstream is down the page says so, and its button ends in one account", async () => {
  const page = await openPage();
  await fillIn(page, "Patient Ltd");
  site.proxy.plan(["refuse"]);
  await send(page);
  await page.getByText("We could not reach our billing service").waitFor();
  site.proxy.plan([]);
  await untilOpen(page);
  assert.equal(await customersNamed("Patient Ltd"), 1);
});
