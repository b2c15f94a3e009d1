// <vestibule-signup> in a page of somebody else: made from nothing under the strictest policy, its events, its attributes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type Embedding, embed } from "./support/embedding.ts";
import { controlOf, errorOf, fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

const script = `
  import "vestibule/define";
  const names = ["ready", "input", "findings", "step", "submit", "created", "error", "lifecycle"];
  window.told = [];
  for (const name of names) {
    document.addEventListener("vestibule-" + name, (event) => window.told.push([name, event.detail]));
  }
`;

let embedding: Embedding;
let site: Site;
before(async () => {
  embedding = await embed(script, "<main><h1>Join us</h1><vestibule-signup></vestibule-signup></main>");
  site = await openSite(embedding.origin, { wire: true });
});
after(async () => {
  await site.close();
  await embedding.close();
});

type Told = readonly (readonly [name: string, detail: Readonly<Record<string, unknown>>])[];

const told = (page: Page): Promise<Told> => page.evaluate(() => (window as unknown as { told: Told }).told);

test("an empty element makes the form, and a company signs up", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await controlOf(page, "email").fill("ada@example");
  await page.keyboard.press("Tab");
  assert.equal(await errorOf(page, "email"), "Enter an e-mail address, like name@example.com.");
  await controlOf(page, "email").fill("ada@example.com");
  await fillIn(page, "Secret Name AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);

  const events = await told(page);
  const of = (name: string) => events.filter(([each]) => each === name).map(([, detail]) => detail);
  assert.equal(of("ready").length, 1);
  assert.deepEqual(of("findings"), [
    { field: "email", codes: ["email.syntax"] },
    { field: "email", codes: [] },
  ]);
  assert.deepEqual(
    of("step").map(({ step }) => step),
    ["review", "sending", "ended"],
  );
  assert.equal(of("submit").length, 1);
  assert.deepEqual(Object.keys(of("created")[0] ?? {}), ["id", "accountNumber", "stage"]);
  // Nothing that was typed is in any of them.
  assert.doesNotMatch(JSON.stringify(events), /Secret Name|ada@|rebro/);
});

/** What the list says of Sweden, and which countries begin it. */
const countries = (page: Page): Promise<readonly (string | undefined)[]> => {
  return controlOf(page, "billingCountry").evaluate((select) => {
    const options = [...(select as HTMLSelectElement).options];
    return [options.find(({ value }) => value === "SE")?.text, ...options.slice(0, 3).map(({ value }) => value)];
  });
};

/** A browser that always has something else to do. */
const neverAtRest = async (page: Page): Promise<void> => {
  await page.addInitScript(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }));
};

test("countries are named when the browser has nothing else to do", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "billingCountry")
    .locator('option[value="SE"]', { hasText: "Sweden" })
    .waitFor({ state: "attached" });
});

test("countries are named at the latest once somebody looks at them", async () => {
  await using visit = await site.visit({ prepare: neverAtRest });
  const { page } = visit;
  assert.equal((await countries(page))[0], "SE");
  await controlOf(page, "billingCountry").focus();
  assert.deepEqual(await countries(page), ["Sweden", "", "AF", "AX"]);
});

test("countries are named once one is chosen, in the language of then", async () => {
  await using visit = await site.visit({ prepare: neverAtRest });
  const { page } = visit;
  await controlOf(page, "billingCountry").selectOption("DK");
  assert.deepEqual(await countries(page), ["Sweden", "", "AF", "AX"]);
  assert.equal(await controlOf(page, "billingCountry").inputValue(), "DK");
  await page.locator("vestibule-signup").evaluate((element) => element.setAttribute("locale", "de"));
  await page.getByRole("button", { name: "Weiter" }).waitFor();
  assert.deepEqual(await countries(page), ["Schweden", "", "AF", "EG"]);
});

test("a page without our style sheet does not show what is for robots", async () => {
  await using visit = await site.visit();
  const label = visit.page.locator('[data-part="trap"]');
  const isHit = await label.evaluate((element) => {
    element.scrollIntoView();
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
  });
  assert.equal(isHit, false);
});

test("another language is said in place, with everything that was typed", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "name").fill("Typed AB");
  await controlOf(page, "email").fill("ada@example");
  await page.keyboard.press("Tab");
  await page.locator("vestibule-signup").evaluate((element) => element.setAttribute("locale", "de-AT"));
  await page.getByRole("button", { name: "Weiter" }).waitFor();
  assert.equal(await controlOf(page, "name").inputValue(), "Typed AB");
  assert.match(await errorOf(page, "email"), /E-Mail-Adresse/);
  assert.equal(await page.locator("form").getAttribute("lang"), "de");
});

test("a host that cancels the submit keeps the answers from being sent", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await page.evaluate(() => document.addEventListener("vestibule-submit", (event) => event.preventDefault()));
  await fillIn(page);
  await submit(page);
  assert.equal(wire.posts.length, 0);
  assert.equal(await page.locator('[data-part="review"]').isVisible(), true);
});

test("an element that is taken out of the page stops, and works again when it is put back", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await controlOf(page, "name").fill("Typed AB");
  await page.evaluate(() => {
    const element = document.querySelector("vestibule-signup");
    element?.remove();
    if (element) document.querySelector("main")?.append(element);
  });
  assert.equal(await controlOf(page, "name").inputValue(), "Typed AB");
  await page.waitForFunction(
    () => (window as unknown as { told: Told }).told.filter(([name]) => name === "ready").length === 2,
  );
  await fillIn(page, "Typed AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
});

interface Making {
  readonly locale?: string;
  readonly drafts?: string;
  readonly properties?: object;
  /** Put somewhere else first. */
  readonly moved?: boolean;
}

/** In the place of the element that is there a host makes another one. */
function makeElement(page: Page, making: Making): Promise<void> {
  return page.evaluate(({ properties = {}, moved = false, ...attributes }) => {
    document.querySelector("vestibule-signup")?.remove();
    const made = document.createElement("vestibule-signup");
    Object.assign(made, properties);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (moved) document.body.append(made);
    document.querySelector("main")?.append(made);
  }, making);
}

const readyTimes = (page: Page, times: number): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => (window as unknown as { told: Told }).told.filter(([name]) => name === "ready").length === wanted,
    times,
  );

test("an element that is moved while it starts makes one form", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await readyTimes(page, 1);
  await makeElement(page, { moved: true });
  await readyTimes(page, 2);
  assert.equal(await page.locator("form").count(), 1);
});

test("an element in another language than its page says so, and sends it", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await makeElement(page, { locale: "ar" });
  const form = page.locator("form");
  await form.waitFor();
  assert.deepEqual([await form.getAttribute("lang"), await form.getAttribute("dir")], ["ar", "rtl"]);
  assert.equal(await form.locator('input[name="form.locale"]').getAttribute("value"), "ar");
});

test("of two languages that are asked for at once the last one holds, whichever words arrive last", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await readyTimes(page, 1);
  let arrived: () => void = () => {};
  const late = new Promise<void>((done) => {
    arrived = done;
  });
  let isFirst = true;
  await page.route("**/*.js", async (route) => {
    if (isFirst) {
      isFirst = false;
      await page.locator('form[lang="fr"]').waitFor();
      await route.continue();
      return arrived();
    }
    await route.continue();
  });
  await page.locator("vestibule-signup").evaluate((element) => {
    for (const tag of ["de", "fr"]) element.setAttribute("locale", tag);
  });
  await late;
  await page.waitForTimeout(300);
  assert.equal(await page.locator("form").getAttribute("lang"), "fr");
});

test('a profile that a framework sets as a property is asked for; a flag that is "false" is off', async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const field = { name: "shoeSize", label: "Shoe size", kind: "integer", signup: true };
  await makeElement(page, { properties: { profile: { v: 1, customFields: [field] } }, drafts: "false" });
  const found = await page.locator("vestibule-signup").evaluate((element) => {
    return ["profile", "core", "language"].filter((name) => name in Object.getPrototypeOf(element));
  });
  assert.deepEqual(found, ["profile", "core", "language"]);
  await controlOf(page, "shoeSize").waitFor();
  assert.equal(await page.locator('[data-part="keep"]').isVisible(), false);
});
