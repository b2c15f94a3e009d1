// The languages of the sign-up page in a browser: chosen by links, changed in place, with everything typed kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { directionOf, type PageWords } from "vestibule/form";
import { languages } from "vestibule/locales";
import { states } from "../../scripts/screenshots.d/states.ts";
import { controlOf, errorOf, fieldOf, focusedId, openSite, outcomeOf, type Site } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

async function wordsOf(tag: string): Promise<PageWords> {
  const load = languages[tag];
  assert.ok(load !== undefined, tag);
  return (await load()).words;
}

const send = (page: Page): Promise<void> => page.locator('[data-part="submit"]').click();

const summaryOf = (page: Page): Promise<readonly string[]> => page.getByRole("alert").getByRole("link").allInnerTexts();

/** Follows the link to a language and waits until the page is in it. */
async function changeTo(page: Page, tag: string): Promise<void> {
  await page.locator('[data-part="languages"] summary').click();
  await page.locator(`[data-part="languages"] a[hreflang="${tag}"]`).click();
  await page.locator(`html[lang="${tag}"]`).waitFor();
}

/** Everything that is to be read, with what is typed and chosen. */
function readAll(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>("form input, form textarea, form select")];
    const choices = [...document.querySelectorAll("option")].map(({ text, value }) => [value, text]);
    const values = controls.map(({ name, value, checked }) => [name, value, checked]);
    return { title: document.title, text: document.body.innerText, values, choices };
  });
}

async function typeHalf(page: Page): Promise<void> {
  await fieldOf(page, "recordType").locator('input[value="Business"]').check();
  await controlOf(page, "name").fill("Lindqvist & Co");
  await controlOf(page, "billingCountry").selectOption("SE");
  await controlOf(page, "industry").selectOption("Banking");
  await controlOf(page, "email").fill("ada@exam");
  await send(page);
}

test("the language changes in place: labels, choices and errors are other words, what was typed stays", async () => {
  await using visit = await site.visit({ locale: "en-GB" });
  const { page } = visit;
  await typeHalf(page);
  // The page was built on another platform, whose names of countries may be others.
  await changeTo(page, "en");
  const english = await readAll(page);
  for (const tag of ["ar", "ja"]) {
    const { form, page: around } = await wordsOf(tag);
    await changeTo(page, tag);
    assert.equal(await page.locator("html").getAttribute("dir"), directionOf(tag));
    assert.equal(await page.locator("h1").innerText(), around["heading"]);
    assert.equal(await page.title(), `${form.titlePrefix}${around["title"]} \u2013 ${around["brand"]}`);
    assert.equal(await fieldOf(page, "name").locator('[data-part="label"]').innerText(), form.labels["name.Business"]);
    const error = await errorOf(page, "email");
    assert.ok(error.includes("name@example.com") && !error.includes("Enter"), error);
    assert.deepEqual(await summaryOf(page), [error]);
    const text = (name: string, value: string) => controlOf(page, name).locator(`option[value="${value}"]`).innerText();
    assert.equal(await text("billingCountry", "SE"), new Intl.DisplayNames(tag, { type: "region" }).of("SE"));
    assert.equal(await text("industry", "Banking"), form.options["industry.Banking"]);
    assert.equal(await controlOf(page, "email").inputValue(), "ada@exam");
    assert.equal(await controlOf(page, "name").inputValue(), "Lindqvist & Co");
    assert.equal(await controlOf(page, "billingCountry").inputValue(), "SE");
    assert.equal(await focusedId(page), "languages-summary");
    assert.equal(new URL(page.url()).pathname, `/signup/${tag}/`);
  }
  await changeTo(page, "en");
  assert.deepEqual(await readAll(page), english);
});

test("the language of the page is fetched, another when it is asked for, and nothing twice", async () => {
  const fetched: string[] = [];
  await using visit = await site.visit({
    locale: "en-GB",
    prepare: async (page) => void page.on("request", (request) => fetched.push(request.url())),
  });
  const { page } = visit;
  const isOf = (tag: string) => (url: string) => new RegExp(`/${tag}(?:\\.page)?-\\w+\\.js$`).test(url);
  const tags = Object.keys(languages);
  assert.deepEqual(
    tags.filter((tag) => fetched.some(isOf(tag))),
    ["en"],
  );
  await changeTo(page, "pl");
  assert.deepEqual(
    tags.filter((tag) => fetched.some(isOf(tag))),
    ["en", "pl"],
  );
  // What the page asks for ahead is what the script asks for then.
  assert.equal(fetched.filter((url) => /\/core-\w+\.wasm$/.test(url)).length, 1);
  assert.equal(fetched.filter((url) => /\/index\.browser-\w+\.js$/.test(url)).length, 1);
});

for (const tag of ["de", "ar"]) {
  test(`a whole sign-up in ${tag}`, async () => {
    const { form } = await wordsOf(tag);
    await using visit = await site.visit({ path: `${tag}/`, locale: tag });
    const { page, wire } = visit;
    await send(page);
    assert.equal(await page.getByRole("alert").getByRole("heading").innerText(), form.summaryHeading);
    assert.equal((await summaryOf(page))[0], form.codes["field.required recordType"]);
    await fieldOf(page, "recordType").locator('input[value="Consumer"]').check();
    assert.equal(await errorOf(page, "recordType"), "");
    await controlOf(page, "name").fill("Ada Lovelace");
    await send(page);
    await page.getByRole("heading", { name: form.reviewHeading }).waitFor();
    await send(page);
    const created = form.outcome["createdHeading"] ?? "?";
    await outcomeOf(page).getByRole("heading", { name: created, exact: true }).waitFor();
    assert.equal(await page.title(), created);
    assert.ok((await outcomeOf(page).innerText()).includes(form.outcome["stage Prospect"] ?? "?"));
    assert.equal(JSON.parse(wire.posts[0]?.body ?? "{}").form.locale, tag);
  });
}

test("a review and an opened account change their language too", async () => {
  await using visit = await site.visit({ locale: "en-GB" });
  const { page } = visit;
  const { form } = await wordsOf("fr");
  await fieldOf(page, "recordType").locator('input[value="Business"]').check();
  await controlOf(page, "name").fill("Lindqvist & Co");
  await send(page);
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
  await changeTo(page, "fr");
  const review = page.locator('[data-part="review"]');
  assert.equal(await review.locator('[data-part="review-heading"]').innerText(), form.reviewHeading);
  assert.ok((await review.innerText()).includes(form.options["recordType.Business"] ?? "?"));
  assert.equal(await page.locator('[data-part="submit"]').innerText(), form.submit);
  await send(page);
  await outcomeOf(page)
    .getByRole("heading", { name: form.outcome["createdHeading"] ?? "?" })
    .waitFor();
  await changeTo(page, "en");
  assert.ok((await outcomeOf(page).innerText()).startsWith("Your account is open"));
  assert.equal(await page.title(), "Your account is open");
});

test("the hint at an account that is there already changes its language, the focus stays, and so does the account", async () => {
  await using visit = await site.visit({ locale: "en-GB" });
  const { page } = visit;
  await states["known"]?.(page);
  const known = page.locator('[data-part="known"]');
  const number = await known.locator("dd").first().innerText();
  await known.locator('[data-part="use"]').focus();
  const { form } = await wordsOf("ar");
  await page.evaluate(() => document.querySelector("vestibule-signup")?.setAttribute("locale", "ar"));
  await page.locator('form[lang="ar"]').waitFor();
  const { known: told = "", same, use, anew } = form.memory;
  assert.equal(await known.locator("p").first().innerText(), told.replace("{value}", same["email"] ?? "no word"));
  assert.deepEqual(await known.locator("button").allInnerTexts(), [use]);
  assert.equal(await known.locator("p").last().innerText(), anew);
  assert.equal(await known.locator("dd").first().innerText(), number);
  assert.equal(await focusedId(page), "use");
  await page.keyboard.press("Enter");
  const panel = outcomeOf(page);
  await panel.getByRole("heading", { name: form.memory.usingHeading }).waitFor();
  assert.equal(await panel.locator("dd").first().innerText(), number);
});

test("a reload stays in the language, and so does what is sent", async () => {
  await using visit = await site.visit({ locale: "en-GB" });
  const { page } = visit;
  await changeTo(page, "it");
  await page.reload();
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "it");
  assert.equal(await page.locator('input[name="form.locale"]').inputValue(), "it");
});

test("the language of the browser is offered in its own words, and never forced", async () => {
  const { page: words } = await wordsOf("de");
  await using visit = await site.visit({ locale: "de-AT" });
  const { page } = visit;
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  const offer = page.locator('[data-part="offer"] a');
  assert.equal(await offer.innerText(), words["offer"]);
  await controlOf(page, "name").fill("Ada");
  await offer.click();
  await page.locator('html[lang="de"]').waitFor();
  assert.equal(await page.locator('[data-part="offer"]').isVisible(), false);
  assert.equal(await controlOf(page, "name").inputValue(), "Ada");
  assert.equal(await focusedId(page), "languages-summary");
});

test("a page in a language that the browser takes offers none", async () => {
  await using visit = await site.visit({ locale: "en-AU" });
  assert.equal(await visit.page.locator('[data-part="offer"]').isVisible(), false);
});

test("without a script the links lead to the page in each language, which fits a narrow window", async () => {
  await using visit = await site.visit({
    javaScriptEnabled: false,
    early: true,
    viewport: { width: 320, height: 800 },
  });
  const { page } = visit;
  for (const tag of Object.keys(languages)) {
    await page.locator('[data-part="languages"] summary').click();
    await page.locator(`[data-part="languages"] a[hreflang="${tag}"]`).click();
    await page.locator(`html[lang="${tag}"][dir="${directionOf(tag)}"] a[hreflang="${tag}"][aria-current]`).waitFor({
      state: "attached",
    });
    // Before its style has come, every page is wide.
    await page.waitForLoadState("load");
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(isWide, false, `${tag} scrolls sideways`);
  }
});
