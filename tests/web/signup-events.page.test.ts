// What the element tells whoever wants to know where people stop: fields, rules, steps and how long they took; never answers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { controlOf, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

interface Told {
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const names = ["input", "findings", "step", "submit", "created", "error"].map((name) => `vestibule-${name}`);

/** Everything that the element tells from now on; `told()` is what it has told. */
async function listen(page: Page): Promise<() => Promise<readonly Told[]>> {
  await page.evaluate((all) => {
    const events: object[] = [];
    Object.assign(globalThis, { events });
    for (const name of all) {
      document.addEventListener(name, (event) => events.push({ name, detail: (event as CustomEvent).detail }));
    }
  }, names);
  return () => page.evaluate(() => (globalThis as unknown as { readonly events: readonly Told[] }).events);
}

test("steps, rules and fields are told from the first key to the account, and nothing that was typed", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const told = await listen(page);
  await page.getByRole("radio", { name: "A company" }).check();
  const typed = ["Lindqvist & Co", "ada@wrong", "ada@right.example", "Ingrid", "Lindqvist"];
  await controlOf(page, "name").fill(typed[0] ?? "");
  await controlOf(page, "email").fill(typed[1] ?? "");
  await submit(page);
  await controlOf(page, "email").fill(typed[2] ?? "");
  await controlOf(page, "contact-firstName").fill(typed[3] ?? "");
  await controlOf(page, "contact-lastName").fill(typed[4] ?? "");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  const events = await told();
  const of = (name: string) => events.filter((event) => event.name === `vestibule-${name}`).map(({ detail }) => detail);
  const fields = ["recordType", "name", "email", "email", "contact.firstName", "contact.lastName"];
  assert.deepEqual(
    of("input").map(({ field }) => field),
    fields,
  );
  assert.deepEqual(of("findings"), [
    { field: "email", codes: ["email.syntax"] },
    { field: "email", codes: [] },
  ]);
  assert.deepEqual(
    of("step").map(({ step }) => step),
    ["review", "sending", "ended"],
  );
  assert.ok(of("step").every(({ durationMs }) => typeof durationMs === "number" && durationMs >= 0));
  assert.deepEqual(of("submit"), [{}]);
  assert.deepEqual(
    of("created").map((detail) => Object.keys(detail)),
    [["id", "accountNumber", "stage"]],
  );
  const text = JSON.stringify(events);
  for (const answer of typed) assert.equal(text.includes(answer), false, answer);
});
