// The sign-up page in a browser, with the real core: when findings show, and what a submit answers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { controlOf, errorOf, fieldOf, focusedId, openSite, type Site, submit } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const emailError = "Enter an e-mail address, like name@example.com.";

test("an error shows beside its field on leaving it, not while typing, and goes when it is fixed", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const email = controlOf(page, "email");
  await email.pressSequentially("ada@exam");
  assert.equal(await errorOf(page, "email"), "");
  await page.keyboard.press("Tab");
  assert.equal(await errorOf(page, "email"), emailError);
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  assert.equal(await email.getAttribute("aria-describedby"), "vestibule-email-hint vestibule-email-error");
  await email.press("End");
  await email.pressSequentially("ple");
  assert.equal(await errorOf(page, "email"), emailError);
  await email.pressSequentially(".c");
  assert.equal(await errorOf(page, "email"), "");
  assert.equal(await email.getAttribute("aria-invalid"), "false");
  assert.equal(await email.inputValue(), "ada@example.c");
});

test("what shows on leaving is told politely, once", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "email").fill("ada");
  await page.keyboard.press("Tab");
  assert.equal(await page.getByRole("status").textContent(), `E-mail address. ${emailError}`);
});

test("leaving an empty field shows nothing", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "name").focus();
  for (let i = 0; i < 11; i += 1) await page.keyboard.press("Tab");
  assert.equal(await page.locator('[data-part="error"]:visible').count(), 0);
});

test("the name is asked for as the record type says", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.getByRole("radio", { name: "A person" }).check();
  assert.equal(await page.getByLabel("Full name").getAttribute("autocomplete"), "name");
  await page.getByRole("radio", { name: "A company" }).check();
  assert.equal(await page.getByLabel("Company name").getAttribute("autocomplete"), "organization");
});

test("a submit with errors focuses the summary, whose links lead to the fields", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "email").fill("ada");
  await submit(page);
  assert.equal(await focusedId(page), "summary");
  assert.match(await page.title(), /^Error: Open an account/);
  const links = page.getByRole("alert").getByRole("link");
  assert.deepEqual(await links.allInnerTexts(), ["Choose a company or a person.", "Enter the name.", emailError]);
  assert.equal(await errorOf(page, "name"), "Enter the name.");
  for (const [index, id] of ["vestibule-recordType", "vestibule-name", "vestibule-email"].entries()) {
    await links.nth(index).click();
    assert.equal(await focusedId(page), id);
  }
  assert.equal(new URL(page.url()).hash, "");
});

test("fixed lines of the summary are marked and stay in place until the next submit", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await submit(page);
  await page.getByRole("radio", { name: "A person" }).check();
  assert.equal(await page.locator("[data-fixed]").innerText(), "Choose a company or a person.");
  await controlOf(page, "name").fill("Ada");
  assert.equal(await page.locator("[data-fixed]").count(), 2);
  assert.match(await page.title(), /^Open an account/);
  await submit(page);
  assert.equal(await page.locator('[data-part="summary"]').isVisible(), false);
});

test("nothing typed is lost by a refused submit", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const typed = {
    email: "ada",
    phone: "call me",
    website: " x y ",
    billingStreet: "a\nb\nc\nd\ne",
    description: "d\n\n",
  };
  for (const [name, value] of Object.entries(typed)) await controlOf(page, name).fill(value);
  const before = await Promise.all(Object.keys(typed).map((name) => controlOf(page, name).inputValue()));
  await submit(page);
  const now = await Promise.all(Object.keys(typed).map((name) => controlOf(page, name).inputValue()));
  assert.deepEqual(now, before);
  assert.equal(await errorOf(page, "billingStreet"), "Use at most 4 lines.");
});

test("a button under the pointer is pressed, though leaving a field moves it", async () => {
  await using visit = await site.visit({ viewport: { width: 900, height: 2200 } });
  const { page } = visit;
  const button = await page.getByRole("button", { name: "Continue" }).boundingBox();
  assert.ok(button);
  await controlOf(page, "email").pressSequentially("ada");
  // Near its lower edge: an error above it pushes the button further down than that.
  await page.mouse.click(button.x + 20, button.y + 4);
  await page.getByRole("alert").waitFor();
  assert.equal(await errorOf(page, "email"), emailError);
});

test("a phone number without a country waits for the country, and a country settles it", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "name").fill("Ada");
  await page.getByRole("radio", { name: "A person" }).check();
  await controlOf(page, "phone").fill("08 123 456 78");
  await page.keyboard.press("Tab");
  const advice = fieldOf(page, "phone").locator('[data-part="advice-text"]');
  assert.equal(await advice.isVisible(), false);
  await controlOf(page, "email").fill("ada");
  await submit(page);
  assert.equal(await advice.innerText(), "Start with + and the country code, or choose a country.");
  await controlOf(page, "billingCountry").selectOption("SE");
  assert.equal(await advice.isVisible(), false);
});

test("a value filled in by the browser is judged though nobody leaves the field", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "email").evaluate((element: HTMLInputElement) => {
    element.value = "ada";
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });
  assert.equal(await errorOf(page, "email"), emailError);
});

test("an input method composes in peace", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "email").fill("ada");
  await page.keyboard.press("Tab");
  await controlOf(page, "email").focus();
  await page.keyboard.press("End");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "@example.org", selectionStart: 12, selectionEnd: 12 });
  assert.equal(await errorOf(page, "email"), emailError);
  await client.send("Input.insertText", { text: "@example.org" });
  assert.equal(await errorOf(page, "email"), "");
});
