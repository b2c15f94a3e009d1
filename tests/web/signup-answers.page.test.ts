// The sign-up page and what the gateway answers, for the answers a real gateway gives only now and then.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { load } from "vestibule";
import {
  controlOf,
  errorOf,
  fillIn,
  focusedId,
  openSite,
  outcomeOf,
  type Site,
  submit,
  untilOutcome,
} from "./support/site.ts";
import { held, problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const waitingText = "We could not confirm this yet. Nothing is lost, and nothing will be created twice.";

/** Every answer as it stands in the page. */
function typedIn(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.locator("form").evaluate((form: HTMLFormElement) => {
    const values = [...form.elements].flatMap((element) => {
      const { name, type, checked, value } = element as HTMLInputElement;
      return name === "" || (type === "radio" && !checked) ? [] : [[name, value] as const];
    });
    return Object.fromEntries(values);
  });
}

function keysOf(wire: Wire): readonly string[] {
  return [...new Set(wire.posts.map(({ key }) => key))];
}

test("while it is sent, answers are held, the button says so, and pressing it again sends nothing", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const { answer, release } = held(wire.create("x"));
  wire.answer(answer);
  await fillIn(page);
  await submit(page);
  const button = page.getByRole("button", { name: "Sending" });
  await button.waitFor();
  assert.equal(await button.getAttribute("aria-busy"), "true");
  assert.equal(await button.isEnabled(), true);
  assert.equal(await controlOf(page, "name").isEditable(), false);
  assert.equal(await page.locator("#vestibule-recordType-Consumer").isDisabled(), true);
  assert.equal(await controlOf(page, "billingCountry").isDisabled(), true);
  assert.equal(await page.getByRole("button", { name: "Change: About you" }).isVisible(), false);
  assert.equal(await page.getByText("Nothing has been sent yet.").isVisible(), false);
  await button.dblclick();
  await button.press("Enter");
  release();
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
});

test("what is sent is the wire's first version, with the record as the core accepted it", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await fillIn(page, "  Lindqvist   AB ");
  await controlOf(page, "website").fill("Lindqvist.example");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  const [{ key, body } = { key: "", body: "{}" }] = wire.posts;
  assert.match(key, /^[0-9a-f-]{36}$/);
  const { form, ...sent } = JSON.parse(body);
  const website = "https://lindqvist.example/";
  const customer = { recordType: "Business", name: "Lindqvist AB", website, billingCity: "\u00d6rebro" };
  assert.deepEqual(sent, { v: 1, customer: { ...sent.customer, ...customer } });
  assert.equal(Object.keys(sent.customer).length, 4);
  assert.deepEqual(Object.keys(form), ["token", "secret", "trap", "locale", "rules"]);
  assert.deepEqual([form.token, form.trap, form.locale], ["token-1", "", "en"]);
  // Version and digest: known later is not only when it was judged, but by what.
  assert.equal(form.rules, (await load()).rules);
});

test("findings of the gateway stand at their fields and in the summary, and nothing typed is lost", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  const pointers = ["/customer/industry", "/customer/name"];
  const findings = pointers.map((pointer) => ({ code: "enum.unknown", pointer, severity: "error" }));
  wire.answer(problem(422, "request.invalid", { findings }));
  await fillIn(page);
  await controlOf(page, "industry").selectOption("Other");
  const typed = await typedIn(page);
  await submit(page);
  const links = page.getByRole("alert").getByRole("link");
  await links.first().waitFor();
  assert.deepEqual(await links.allInnerTexts(), ["Check this answer: Company name", "Check this answer: Industry"]);
  assert.equal(await errorOf(page, "industry"), "Check this answer: Industry");
  assert.equal(await focusedId(page), "summary");
  assert.match(await page.title(), /^Error: Open an account/);
  assert.deepEqual(await typedIn(page), typed);
  await controlOf(page, "industry").selectOption("Banking");
  await controlOf(page, "name").fill("Other name");
  assert.equal(await errorOf(page, "industry"), "");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 2);
});

test("a refusal without a field is said in words, and the next attempt has a new key", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(problem(422, "upstream.refused"), problem(400, "from.the_future"));
  await fillIn(page);
  const typed = await typedIn(page);
  await submit(page);
  const panel = await untilOutcome(page, "The account was not opened");
  assert.equal(await focusedId(page), "outcome");
  assert.match(await page.title(), /^Error: Open an account/);
  assert.deepEqual(await typedIn(page), typed);
  await controlOf(page, "billingCity").fill("Lund");
  assert.equal(await panel.isVisible(), false);
  assert.match(await page.title(), /^Open an account/);
  await submit(page);
  await untilOutcome(page, "The account was not opened");
  assert.match(await panel.innerText(), /These answers were not accepted\./);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(keysOf(wire).length, 3);
});

test("a form token that is too old is replaced, with the same key, and nobody notices", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(problem(403, "form.stale"));
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.deepEqual(
    wire.posts.map(({ body }) => JSON.parse(body).form.token),
    ["token-1", "token-2"],
  );
  assert.equal(keysOf(wire).length, 1);
});

test("an answer that is lost is waited for in words, with the same key and the same bytes", async () => {
  await using visit = await site.visit({ prepare: (page) => page.clock.install() });
  const { page, wire } = visit;
  // The last one leaves time to look at the page.
  wire.answer("lost", { status: 201 }, { ...problem(503, "upstream.unavailable"), headers: { "retry-after": "300" } });
  await fillIn(page);
  await submit(page);
  await wire.arrived(3);
  const panel = await untilOutcome(page, "Not confirmed yet");
  await panel.getByText("The service that opens accounts is not answering right now.", { exact: false }).waitFor();
  assert.ok((await panel.innerText()).includes(waitingText));
  assert.ok((await page.getByRole("status").textContent())?.includes(waitingText));
  assert.match(await page.title(), /^Not confirmed yet/);
  assert.equal(await controlOf(page, "name").isEditable(), false);
  await page.clock.fastForward("05:00");
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 4);
  assert.equal(new Set(wire.posts.map(({ body }) => body)).size, 1);
  assert.equal(keysOf(wire).length, 1);
});

test("a proxy's refusal after an answer that was lost is not taken for the gateway's", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer("lost", { status: 403 });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 3);
  assert.equal(keysOf(wire).length, 1);
});

test("in progress is asked for until it is known", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer(problem(409, "request.in_progress"));
  wire.tell(
    { status: 202 },
    { status: 200, body: { v: 1, id: "001X", accountNumber: null, stage: "Prospect", link: "None" } },
  );
  await fillIn(page);
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  assert.match(await panel.innerText(), /You will be told your account number shortly\./);
  assert.deepEqual([wire.posts.length, wire.asked.length], [1, 2]);
});

test("after six sends the person is told and can check; nothing is sent by itself any more", async () => {
  await using visit = await site.visit({ prepare: (page) => page.clock.install() });
  const { page, wire } = visit;
  wire.answer("lost", "lost", "lost", "lost", "lost", "lost");
  await fillIn(page);
  const typed = await typedIn(page);
  await submit(page);
  const check = page.getByRole("button", { name: "Check again" });
  for (let sends = 1; sends < 6; sends += 1) {
    await wire.arrived(sends);
    await untilOutcome(page, "Not confirmed yet");
    await page.clock.fastForward(30_000);
  }
  await check.waitFor();
  assert.equal(await focusedId(page), "outcome");
  assert.deepEqual(await typedIn(page), typed);
  assert.equal(await controlOf(page, "name").isEditable(), false);
  await page.clock.fastForward(60_000);
  await wire.arrived(1, "asked");
  assert.equal(wire.posts.length, 6);
  await check.click();
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 7);
  assert.equal(keysOf(wire).length, 1);
});

test("success: number, id, stage, what happens next, the record; the focus is there and the title says it", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "  Lindqvist AB ");
  await controlOf(page, "website").fill("Lindqvist.example");
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  assert.deepEqual(await panel.locator(".vestibule-facts dd").allInnerTexts(), ["A-100", "001VB00000abcdeYA0"]);
  assert.equal(await panel.locator('[aria-current="step"] .vestibule-stage-name').innerText(), "Prospect");
  assert.match(await panel.innerText(), /Your first order makes the account active\./);
  assert.deepEqual(await panel.locator(".vestibule-record dd").allInnerTexts(), [
    "A company",
    "Lindqvist AB",
    "https://lindqvist.example/\ntyped as Lindqvist.example",
    "\u00d6rebro",
  ]);
  assert.equal(await focusedId(page), "outcome");
  const top = await panel.getByRole("heading", { name: "Your account is open" }).boundingBox();
  assert.ok(top !== null && top.y >= 0 && top.y < 200, "its beginning is in sight");
  assert.equal(await page.title(), "Your account is open");
  assert.deepEqual(await page.getByRole("button").allInnerTexts(), ["Forget my data"]);
  await panel.getByRole("link", { name: "Open another account" }).click();
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await outcomeOf(page).isVisible(), false);
});

test("what a robot fills in is told to the gateway", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await fillIn(page);
  await page.locator('[name="form.trap"]').evaluate((trap: HTMLInputElement) => {
    trap.value = "robot";
  });
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(JSON.parse(wire.posts[0]?.body ?? "{}").form.trap, "robot");
});
