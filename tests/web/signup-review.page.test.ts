// The record shown once more before it is sent, in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { controlOf, fillIn, focusedId, openSite, type Site, untilOutcome } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

test("the record is shown as it will be stored, and nothing is sent before it is confirmed", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  // White space alone is not said to have been typed otherwise.
  await fillIn(page, "  Lindqvist  &  Co ");
  await controlOf(page, "phone").fill("+46 (0)8 123 456 78");
  await page.getByRole("button", { name: "Continue" }).click();
  assert.equal(await focusedId(page), "review");
  const review = page.locator('[data-part="review"]');
  assert.deepEqual(await review.getByRole("heading").allInnerTexts(), [
    "Is this right?",
    "About you",
    "How we reach you",
    "Billing address",
  ]);
  assert.deepEqual(await review.locator("dd").allInnerTexts(), [
    "A company",
    "Lindqvist & Co",
    "+46\u00a08\u00a0123\u00a0456\u00a078\ntyped as +46 (0)8 123 456 78",
    "\u00d6rebro",
  ]);
  assert.equal(await page.locator("[data-group]:visible").count(), 0);
  assert.equal(wire.posts.length, 0);
  await page.getByRole("button", { name: "Open account" }).click();
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("each part can be changed, and leads back to the record", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await fillIn(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Change: Billing address" }).click();
  assert.equal(await focusedId(page), "vestibule-billingCountry");
  assert.equal(await page.locator('[data-part="review"]').isVisible(), false);
  await controlOf(page, "billingCity").fill("Lund");
  await page.getByRole("button", { name: "Continue" }).click();
  assert.equal(await page.locator('[data-part="review"] dd').last().innerText(), "Lund");
  await page.getByRole("button", { name: "Open account" }).click();
  await untilOutcome(page, "Your account is open");
  assert.match(wire.posts[0]?.body ?? "", /Lund/);
});

test("the country's fields take the place of the others, the focus stays, and it is told", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const names = () =>
    page
      .locator('[data-group="billing"] [data-part="label"]:visible')
      .evaluateAll((labels) => labels.map((label) => label.textContent));
  await controlOf(page, "billingState").fill("Tokyo");
  const country = controlOf(page, "billingCountry");
  await country.focus();
  // The facts about countries come after the core.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")));
  await country.selectOption("JP");
  await page.locator("select#vestibule-billingState").waitFor();
  assert.deepEqual(await names(), ["Country", "Postal code", "Prefecture", "Address"]);
  assert.equal(await focusedId(page), "vestibule-billingCountry");
  assert.equal(await controlOf(page, "billingState").inputValue(), "Tokyo");
  assert.equal(await page.getByRole("status").textContent(), "The address fields now fit Japan.");
  await country.selectOption("SE");
  assert.deepEqual(await names(), ["Country", "Street address", "Postal code", "Town or city"]);
  await country.selectOption("US");
  assert.deepEqual(await names(), ["Country", "Street address", "Town or city", "State", "ZIP code"]);
  // The same fields by other names are others to whoever listens.
  await country.selectOption("CA");
  assert.deepEqual(await names(), ["Country", "Street address", "Town or city", "Province", "Postal code"]);
  assert.equal(await page.getByRole("status").textContent(), "The address fields now fit Canada.");
});

test("a pasted signature fills the form, says so, and can be undone", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const text =
    "Best,\nJane Ashworth\nHarrow & Finch Ltd\nT: +44 20 7946 0018\njane@harrowfinch.example\n12 Dean Street\nLondon\nW1D 3RP";
  await controlOf(page, "name").evaluate((control: HTMLInputElement, pasted) => {
    control.focus();
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    control.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    document.execCommand("insertText", false, pasted.replaceAll("\n", " "));
  }, text);
  const notice = page.locator('[data-part="notice"]');
  await notice.waitFor();
  assert.match(await notice.innerText(), /We put what you pasted into the fields below\. Not used: Best\./);
  const values = () =>
    Promise.all(
      ["name", "email", "billingCity", "billingPostalCode"].map((name) => controlOf(page, name).inputValue()),
    );
  assert.deepEqual(await values(), ["Harrow & Finch Ltd", "jane@harrowfinch.example", "London", "W1D 3RP"]);
  assert.equal(await controlOf(page, "recordType").isChecked(), true);
  await notice.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await values(), [text.replaceAll("\n", " "), "", "", ""]);
  assert.equal(await notice.isVisible(), false);
});

test("what is pasted a second time stands in its field once, and can be undone as well", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const source = controlOf(page, "description");
  const street = controlOf(page, "billingStreet");
  const undo = page.locator('[data-part="notice"]').getByRole("button", { name: "Undo" });
  await source.fill("Harrow & Finch Ltd\n12 Dean Street\nLondon\nW1D 3RP\nUnited Kingdom");
  // By the browser itself: what it puts in comes after the event.
  await source.press("Control+a");
  await source.press("Control+c");
  for (const _ of [1, 2]) {
    await street.focus();
    await page.keyboard.press("Control+v");
    await undo.waitFor();
    assert.equal(await street.inputValue(), "12 Dean Street");
    assert.equal(await controlOf(page, "billingPostalCode").inputValue(), "W1D 3RP");
    await undo.click();
    await street.fill("");
  }
});

test("the review says what was advised and not followed, and the account's list does not", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page);
  await controlOf(page, "email").fill("ada@gmial.com");
  await page.locator('[data-part="submit"]').click();
  const review = page.locator('[data-part="review"]');
  assert.match(await review.innerText(), /ada@gmial\.com\nDid you mean ada@gmail\.com\?/);
  await page.locator('[data-part="submit"]').click();
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /ada@gmial\.com/);
  assert.doesNotMatch(await panel.innerText(), /Did you mean/);
});

test("Back leads from the review to the fields as they were, and Forward to the review again", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const review = page.locator('[data-part="review"]');
  const { href } = new URL(page.url());
  await fillIn(page);
  await page.locator('[data-part="submit"]').click();
  await review.waitFor();
  await page.goBack();
  await review.waitFor({ state: "hidden" });
  assert.equal(await controlOf(page, "name").inputValue(), "Lindqvist & Co");
  assert.equal(page.url(), href);
  await page.goForward();
  await review.waitFor();
  await review.getByRole("button", { name: "Change: Billing address" }).click();
  await page.locator('[data-part="submit"]').click();
  // However often it is looked at, it is one step.
  await review.waitFor();
  await page.goBack();
  await review.waitFor({ state: "hidden" });
  assert.equal(await controlOf(page, "billingCity").inputValue(), "\u00d6rebro");
});
