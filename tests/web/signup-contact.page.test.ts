// A person at the company, asked for in the page and created after the customer: through the real gateway and sandbox.
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

async function nameSomebody(page: Page): Promise<void> {
  await controlOf(page, "contact-firstName").fill("Ingrid");
  await controlOf(page, "contact-lastName").fill("Lindqvist");
  await controlOf(page, "contact-title").fill("Head of Finance");
}

/** The contact is sent once the customer is there, by the gateway alone. */
async function untilContact(customerId: string) {
  const signal = AbortSignal.timeout(30_000);
  for (;;) {
    const [contact] = await service.contactsOf(customerId);
    if (contact !== undefined) return contact;
    signal.throwIfAborted();
    await new Promise((done) => setTimeout(done, 50));
  }
}

test("a company names a person, who is judged, shown once more, and created at the customer", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const group = page.getByRole("group", { name: "Contact person" });
  assert.equal(await group.isVisible(), false);
  await fillIn(page, "Contacted AB");
  await group.waitFor();
  await nameSomebody(page);
  await submit(page);
  assert.equal(await focusedId(page), "summary");
  assert.equal(await errorOf(page, "contact.email"), "Enter this person\u2019s e-mail address.");
  await page.getByRole("alert").getByRole("link").click();
  assert.equal(await focusedId(page), "vestibule-contact-email");
  await page.keyboard.type("ingrid@contacted.example");
  assert.equal(await errorOf(page, "contact.email"), "");
  await page.getByRole("button", { name: "Continue" }).click();
  const review = page.locator('[data-part="review"]');
  await review.waitFor();
  assert.match(await review.innerText(), /Contact person.*Ingrid.*Lindqvist.*Head of Finance/s);
  await page.getByRole("button", { name: "Change: Contact person" }).click();
  assert.equal(await focusedId(page), "vestibule-contact-firstName");
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /Ingrid/);
  const [customer] = await service.customersNamed("Contacted AB");
  const { name, title, email } = await untilContact(customer?.id ?? "");
  assert.deepEqual([name, title, email], ["Ingrid Lindqvist", "Head of Finance", "ingrid@contacted.example"]);
});

test("a pasted signature names the person, and undo takes it back", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const text = "Jane Ashworth\nHead of Finance\nHarrow & Finch Ltd\njane@harrowfinch.example";
  await controlOf(page, "name").evaluate((control: HTMLInputElement, pasted) => {
    control.focus();
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    control.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  const notice = page.locator('[data-part="notice"]');
  await notice.waitFor();
  const values = () => {
    const names = ["name", "email", "contact-firstName", "contact-lastName", "contact-title", "contact-email"];
    return Promise.all(names.map((name) => controlOf(page, name).inputValue()));
  };
  const jane = ["Harrow & Finch Ltd", "jane@harrowfinch.example", "Jane", "Ashworth", "Head of Finance", ""];
  assert.deepEqual(await values(), jane);
  assert.doesNotMatch(await notice.innerText(), /Not used/);
  await notice.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await values(), ["", "", "", "", "", ""]);
});

test("a reload while it is sent shows the person again, and sends the same", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.route("**/api/signups", (route) => route.abort());
  await fillIn(page, "Reloaded AB");
  await controlOf(page, "email").fill("office@reloaded.example");
  await nameSomebody(page);
  await submit(page);
  await page.locator('[data-part="outcome"][data-kind="waiting"]').waitFor();
  await page.reload();
  await page.locator("#vestibule-contact-lastName:read-only").waitFor({ state: "attached" });
  assert.equal(await controlOf(page, "contact-lastName").inputValue(), "Lindqvist");
  await page.unroute("**/api/signups");
  await untilOutcome(page, "Your account is open");
  const [customer] = await service.customersNamed("Reloaded AB");
  assert.equal((await untilContact(customer?.id ?? "")).email, "office@reloaded.example");
});

test("without a script a person is asked for from the start, and may be left out", async () => {
  await using visit = await site.visit({ javaScriptEnabled: false, early: true });
  const { page } = visit;
  await fillIn(page, "Scriptless AB");
  for (const name of ["contact-firstName", "contact-lastName", "contact-email", "contact-title"]) {
    assert.equal(await controlOf(page, name).isVisible(), true, name);
  }
  await page.locator('[data-part="submit"]').click();
  await page.getByRole("heading", { name: "Your account is open" }).waitFor();
  assert.equal((await service.customersNamed("Scriptless AB")).length, 1);
});
