// What the browser keeps beside an attempt: drafts for whoever wants them, the accounts that were opened here, and how all
// of it is erased.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { untilRemembered } from "../../scripts/screenshots.d/until.ts";
import { type Embedding, embed } from "./support/embedding.ts";
import { controlOf, fillIn, focusedId, openSite, outcomeOf, type Site, submit, untilOutcome } from "./support/site.ts";

let embedding: Embedding;
let site: Site;
before(async () => {
  embedding = await embed(`import "vestibule/define";`, "<main><vestibule-signup drafts></vestibule-signup></main>");
  site = await openSite(embedding.origin, { wire: true });
});
after(async () => {
  await site.close();
  await embedding.close();
});

const keep = (page: Page) => page.getByRole("checkbox", { name: "Keep what I typed in this browser for a week" });

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator("form[novalidate]").waitFor();
}

/** Everything the database of the page holds, as text. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("vestibule")) return "";
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open("vestibule");
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const all = [...database.objectStoreNames].map(
      (name) =>
        new Promise((done) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => done([name, request.result]);
        }),
    );
    const text = JSON.stringify(await Promise.all(all));
    database.close();
    return text;
  });
}

test("without being asked the browser keeps nothing that was typed", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Unkept AB");
  await reload(page);
  assert.equal(await controlOf(page, "name").inputValue(), "");
  assert.equal(await keep(page).isChecked(), false);
});

test("a draft that was asked for comes back, sealed in between, and goes when it is no longer wanted", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await keep(page).check();
  await fillIn(page, "Draft Keepers AB");
  await page.locator('[data-part="keep"][data-state="kept"]').waitFor();
  await reload(page);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#vestibule-name")?.value !== "");
  assert.equal(await controlOf(page, "name").inputValue(), "Draft Keepers AB");
  assert.equal(await controlOf(page, "billingCity").inputValue(), "\u00d6rebro");
  assert.equal(await page.getByRole("radio", { name: "A company" }).isChecked(), true);
  assert.equal(await page.getByRole("status").textContent(), "What you typed last time is back.");
  assert.equal(await keep(page).isChecked(), true);
  assert.doesNotMatch(await stored(page), /Draft Keepers|rebro/);
  await keep(page).uncheck();
  await page.locator('[data-part="keep"][data-state=""]').waitFor();
  await reload(page);
  assert.equal(await controlOf(page, "name").inputValue(), "");
});

test("a draft that is no longer wanted while it is being written is not there afterwards", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Second Thoughts AB");
  await keep(page).evaluate((box: HTMLInputElement) => {
    box.click();
    box.click();
  });
  await page.locator('[data-part="keep"][data-state=""]').waitFor();
  // Whatever was still under way has had its time.
  await page.waitForTimeout(300);
  await reload(page);
  assert.equal(await keep(page).isChecked(), false);
  assert.match(await stored(page), /\["drafts",\[\]\]/);
});

test("a draft that is being written while everything is erased is not there afterwards", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Second Thoughts AB");
  await keep(page).evaluate((box: HTMLInputElement) => {
    box.click();
    document.querySelector<HTMLElement>('[data-part="forget"]')?.click();
  });
  await page.locator('[data-part="memory-said"]').waitFor();
  await page.waitForTimeout(300);
  assert.equal(await stored(page), "");
});

test("where the browser puts back what was typed, the draft is known to be the same", async () => {
  await using visit = await site.visit({
    prepare: async (page) => {
      // As Firefox does on a reload.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const name = document.querySelector<HTMLInputElement>("#vestibule-name");
          if (name === null) return;
          name.value = sessionStorage.getItem("name") ?? "";
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      });
    },
  });
  const { page } = visit;
  await keep(page).check();
  await controlOf(page, "name").fill("Twice There AB");
  await page.locator('[data-part="keep"][data-state="kept"]').waitFor();
  await page.evaluate(() => {
    const name = document.querySelector<HTMLInputElement>("#vestibule-name");
    sessionStorage.setItem("name", name?.value ?? "");
  });
  await reload(page);
  await page.getByText("What you typed last time is back.").first().waitFor({ state: "attached" });
  assert.equal(await keep(page).isChecked(), true);
  assert.equal(await controlOf(page, "name").inputValue(), "Twice There AB");
});

test("a draft goes when the account is open", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await keep(page).check();
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await page.locator('[data-part="keep"][data-state=""]').waitFor();
  await reload(page);
  assert.equal(await controlOf(page, "name").inputValue(), "");
});

test("whoever opens an account again is told of the first, by what is the same, and may use it", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await controlOf(page, "email").fill("ada@twice.example");
  await fillIn(page, "Twice AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  const number = await outcomeOf(page).locator(".vestibule-facts dd").first().innerText();
  await untilRemembered(page);
  assert.doesNotMatch(await stored(page), /Twice|ada@/);

  await reload(page);
  await controlOf(page, "email").fill("ADA@twice.example");
  await fillIn(page, "Another Name AB");
  await page.getByRole("button", { name: "Continue" }).click();
  const known = page.locator('[data-part="known"]');
  await known.waitFor();
  assert.match(
    await known.innerText(),
    /You opened an account in this browser already, with the same e-mail address\./,
  );
  assert.equal(await known.locator("dd").first().innerText(), number);
  await known.getByRole("button", { name: "Use that account" }).click();
  const panel = await untilOutcome(page, "You have an account already");
  assert.equal(await panel.locator(".vestibule-facts dd").first().innerText(), number);
  assert.equal(await focusedId(page), "outcome");
  assert.equal(wire.posts.length, 1);
});

test("a browser that is slow to say what it keeps is waited for no longer than a second, and heard all the same", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Slow Disk AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await untilRemembered(page);
  await reload(page);
  await fillIn(page, "Slow Disk AB");
  // A transaction that goes on for two seconds keeps every other one waiting.
  await page.evaluate(async () => {
    const opening = indexedDB.open("vestibule");
    const database = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result);
    });
    const store = database.transaction("customers", "readwrite").objectStore("customers");
    const end = performance.now() + 2000;
    const goOn = (): void => {
      if (performance.now() < end) store.count().onsuccess = goOn;
    };
    goOn();
  });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Open account" }).waitFor();
  const known = page.locator('[data-part="known"]');
  assert.equal(await known.isVisible(), false);
  await known.waitFor();
  assert.match(await known.innerText(), /You opened an account in this browser already/);
});

test("who wants another account all the same gets one", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  for (const round of [1, 2]) {
    await fillIn(page, "Again AB");
    await page.getByRole("button", { name: "Continue" }).click();
    if (round === 2) await page.locator('[data-part="known"]').waitFor();
    await page.getByRole("button", { name: "Open account" }).click();
    await untilOutcome(page, "Your account is open");
    await untilRemembered(page);
    await reload(page);
  }
  assert.equal(wire.posts.length, 2);
});

test("whoever is about to open it again is told of the account that another tab has opened meanwhile", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator("form[novalidate]").waitFor();
  for (const tab of [page, other]) {
    await fillIn(tab, "Two Tabs AB");
    await tab.getByRole("button", { name: "Continue" }).click();
    await tab.getByRole("button", { name: "Open account" }).waitFor();
  }
  await page.getByRole("button", { name: "Open account" }).click();
  await untilOutcome(page, "Your account is open");
  await untilRemembered(page);
  await other.getByRole("button", { name: "Open account" }).click();
  const known = other.locator('[data-part="known"]');
  await known.waitFor();
  assert.match(await known.innerText(), /You opened an account in this browser already/);
  assert.equal(wire.posts.length, 1);
  await other.getByRole("button", { name: "Open account" }).click();
  await untilOutcome(other, "Your account is open");
  assert.equal(wire.posts.length, 2);
});

test("one button erases the draft, the accounts that are known, and what stands in the form", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Forget Me AB");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  await untilRemembered(page);
  await reload(page);
  await keep(page).check();
  await fillIn(page, "Forget Me AB");
  await page.getByRole("button", { name: "Forget my data" }).click();
  const said = page.locator('[data-part="memory-said"]');
  await said.waitFor();
  assert.equal(await said.innerText(), "Everything this browser kept is erased.");
  assert.equal(await page.getByRole("status").textContent(), "Everything this browser kept is erased.");
  assert.equal(await controlOf(page, "name").inputValue(), "");
  assert.equal(await stored(page), "");
  await fillIn(page, "Forget Me AB");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal(await page.locator('[data-part="known"]').isVisible(), false);
});
