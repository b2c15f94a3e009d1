// From the button to the customer: the page in a browser, the real gateway and the real sandbox behind it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type Service, startService } from "./support/service.ts";
import { controlOf, errorOf, fillIn, focusedId, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

let service: Service;
let site: Site;
before(async () => {
  service = await startService();
  site = await openSite(service.origin);
});
after(async () => {
  await site.close();
  await service.close();
});

/** The account number the page shows, which is the one the upstream holds. */
async function assertCreatedOnce(page: Page, name: string): Promise<void> {
  const customers = await service.customersNamed(name);
  assert.equal(customers.length, 1);
  const text = await page.locator("main").innerText();
  assert.ok(text.includes(customers[0]?.accountNumber ?? "?"), text);
}

test("one press, one customer: its number, its id, its stage and what happens next", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "One Press AB");
  await controlOf(page, "email").fill("post@One-Press.example");
  await controlOf(page, "phone").fill("+46 (0)8 123 456 78");
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  const [customer] = await service.customersNamed("One Press AB");
  const facts = await panel.locator(".vestibule-facts dd").allInnerTexts();
  assert.deepEqual(facts, [customer?.accountNumber, customer?.id]);
  assert.equal(customer?.type, "Prospect");
  assert.equal(await focusedId(page), "outcome");
  assert.equal(await page.title(), "Your account is open");
  await assertCreatedOnce(page, "One Press AB");
});

test("a double click, and Enter on top, is one customer", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Double Click AB");
  await page.getByRole("button", { name: "Continue" }).dblclick();
  // It was pressed twice before anyone could read what is asked: nothing is sent yet.
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Open account" }).getAttribute("aria-busy"), "false");
  await page.getByRole("button", { name: "Open account" }).dblclick();
  await page.locator("form").evaluate((form: HTMLFormElement) => form.requestSubmit());
  await untilOutcome(page, "Your account is open");
  await assertCreatedOnce(page, "Double Click AB");
});

test("an answer that is lost between the upstream and the gateway is found, not created again", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  service.proxy.plan(["cut", "pass"], "POST");
  await fillIn(page, "Lost Answer AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await assertCreatedOnce(page, "Lost Answer AB");
});

test("an answer that is lost between the gateway and the page is asked for with the same key", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const keys: (string | null)[] = [];
  await page.route("**/api/signups", async (route) => {
    keys.push(await route.request().headerValue("idempotency-key"));
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await fillIn(page, "Lost Twice AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(keys.length, 2);
  assert.equal(new Set(keys).size, 1);
  await assertCreatedOnce(page, "Lost Twice AB");
});

test("while the upstream is down the page says so, keeps what was typed, and goes on when it is back", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  // Not carried out, and said so: the gateway need not wait until it is certain.
  service.proxy.plan(["busy", "pass"], "POST");
  await fillIn(page, "Back Again AB");
  await submit(page);
  const panel = await untilOutcome(page, "Not confirmed yet");
  assert.match(await panel.innerText(), /Nothing is lost, and nothing will be created twice\./);
  assert.match(await panel.innerText(), /The service that opens accounts is not answering right now\./);
  assert.equal(await controlOf(page, "name").inputValue(), "Back Again AB");
  await untilOutcome(page, "Your account is open");
  await assertCreatedOnce(page, "Back Again AB");
});

test("a reload before the answer asks for the key, and shows the one account", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const arrived = new Promise<void>((done) => {
    void page.route("**/api/signups", async (route) => {
      await route.fetch();
      // The answer is there and the page never hears it.
      done();
    });
  });
  await fillIn(page, "Reload AB");
  await submit(page);
  await arrived;
  await page.reload();
  await untilOutcome(page, "Your account is open");
  await assertCreatedOnce(page, "Reload AB");
});

for (const [recordType, label] of [
  ["Business", "A company"],
  ["Consumer", "A person"],
] as const) {
  test(`without JavaScript: ${label.toLowerCase()} is created, once for a form sent twice`, async () => {
    await using visit = await site.visit({ javaScriptEnabled: false, early: true });
    const { page } = visit;
    const name = `Plain ${recordType}`;
    await page.getByRole("radio", { name: label }).check();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Website").fill("plain.example");
    await submit(page);
    await page.getByRole("heading", { name: "Your account is open" }).waitFor();
    await assertCreatedOnce(page, name);
    await page.reload();
    await page.getByRole("heading", { name: "Your account is open" }).waitFor();
    await assertCreatedOnce(page, name);
  });
}

test("without JavaScript: a refused form comes back with its errors and everything typed, and can be sent", async () => {
  await using visit = await site.visit({ javaScriptEnabled: false, early: true });
  const { page } = visit;
  await page.getByRole("radio", { name: "A company" }).check();
  await page.getByLabel("Name", { exact: true }).fill("Corrected & Co");
  await page.getByLabel("Phone number").fill("call me");
  await submit(page);
  await page.getByRole("alert").waitFor();
  assert.match(await page.title(), /^Error: /);
  assert.notEqual(await errorOf(page, "phone"), "");
  assert.equal(await controlOf(page, "name").inputValue(), "Corrected & Co");
  await controlOf(page, "phone").fill("");
  await submit(page);
  await page.getByRole("heading", { name: "Your account is open" }).waitFor();
  await assertCreatedOnce(page, "Corrected & Co");
});

test("a page the gateway answered with errors is taken over with them, by a script that then sends", async () => {
  await using visit = await site.visit({ early: true });
  const { page } = visit;
  await page.locator("form[novalidate]").waitFor();
  await fillIn(page, "Taken Over AB");
  await controlOf(page, "phone").fill("call me");
  // As a browser does whose script never came.
  await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForURL("**/api/signups");
  await page.locator("form[novalidate]").waitFor();
  assert.notEqual(await errorOf(page, "phone"), "");
  assert.equal(await controlOf(page, "name").inputValue(), "Taken Over AB");
  await controlOf(page, "phone").fill("");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await assertCreatedOnce(page, "Taken Over AB");
});
