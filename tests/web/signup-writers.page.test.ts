// Two writers, one view: what the script makes of the form in the page, the text writer would have served.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { load } from "vestibule";
import { initialState, renderForm, step } from "vestibule/form";
import locale from "vestibule/locales/en";
import words from "vestibule/locales/en.page";
import { controlOf, errorOf, openSite, type Site, submit } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const records: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  refused: { recordType: "Consumer", email: "ada", phone: "call me", billingCountry: "SE", description: "Hello <b>" },
  "refused with advice": {
    recordType: "Business",
    name: " L & Co ",
    email: "ada",
    phone: "08 123",
    billingStreet: "Main St 1",
    industry: "Other",
  },
};

/**
 * The form as assistive technology finds it, but for where the focus is, and for what only a script can do: show the record
 * once more, keep what is typed, erase what the browser keeps, ask for a person at the company, and leave out what other
 * countries ask for.
 */
async function snapshot(page: Page): Promise<string> {
  const form = await page.locator("form").ariaSnapshot();
  const served = form.replaceAll(" [active]", "").replace('button "Continue"', 'button "Open account"');
  const scripted =
    /- group "Contact person":\n(?: .*\n)*|\n *- (?:button "Forget|checkbox "Keep|text: Keep|text(?:box "|: )State or region).*/g;
  return served.replaceAll(scripted, "");
}

for (const [name, record] of Object.entries(records)) {
  test(`served and enhanced are the same form, ${name}`, async () => {
    await using enhanced = await site.visit();
    // What a country's addresses consist of comes last.
    await enhanced.page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")),
    );
    for (const [field, value] of Object.entries(record)) {
      const control = controlOf(enhanced.page, field);
      if (field === "recordType") await enhanced.page.locator(`[name="recordType"][value="${value}"]`).check();
      else if (field === "billingCountry" || field === "industry") await control.selectOption(value);
      else await control.fill(value);
    }
    await submit(enhanced.page);

    const core = await load();
    const rules = { core, validateOn: "blur" } as const;
    const state = step(step(initialState(record), { type: "learned" }, rules), { type: "submit" }, rules);
    const form = renderForm({
      action: "/api/signups",
      words: words.form,
      locale,
      tag: "en",
      core,
      state,
    });
    await using served = await site.visit({
      javaScriptEnabled: false,
      early: true,
      prepare: async (page) => {
        await page.route(site.address, async (route) => {
          const response = await route.fetch();
          const html = (await response.text()).replace(/<form.*<\/form>/s, () => form);
          await route.fulfill({ response, body: html });
        });
      },
    });
    assert.equal(await snapshot(enhanced.page), await snapshot(served.page));
  });
}

test("a page served with errors only the gateway knows keeps them when the script takes over", async () => {
  const findings = [{ code: "enum.unknown", severity: "error", pointer: "/industry", params: {} }] as const;
  const record = { recordType: "Business", name: "L & Co", industry: "Other" };
  const state = initialState(record, findings);
  const language = { words: words.form, locale, tag: "en" };
  const form = renderForm({ action: "/api/signups", ...language, state });
  await using visit = await site.visit({
    prepare: async (page) => {
      await page.route(site.address, async (route) => {
        const response = await route.fetch();
        const html = (await response.text())
          .replace(/<form.*<\/form>/s, () => form)
          .replace("<title>", "<title>Error: ");
        await route.fulfill({ response, body: html });
      });
    },
  });
  const { page } = visit;
  assert.equal(await errorOf(page, "industry"), "Check this answer: Industry");
  assert.equal(await page.getByRole("alert").getByRole("link").innerText(), "Check this answer: Industry");
  assert.match(await page.title(), /^Error: Open an account/);
  await controlOf(page, "billingCity").fill("Lund");
  assert.equal(await errorOf(page, "industry"), "Check this answer: Industry");
  await controlOf(page, "industry").selectOption("Banking");
  assert.equal(await errorOf(page, "industry"), "");
  assert.match(await page.title(), /^Open an account/);
});
