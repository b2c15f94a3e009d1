// Mail domains that a tenant does not want, in the form: refused, or only remarked on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Embedding, embed } from "./support/embedding.ts";
import {
  controlOf,
  errorOf,
  fieldOf,
  fillIn,
  focusedId,
  openSite,
  type Site,
  submit,
  untilOutcome,
} from "./support/site.ts";

// The policy stands behind the "#" of the address.
const script = `
  import "vestibule/define";
  const element = document.createElement("vestibule-signup");
  element.profile = { v: 1, mailDomains: { policy: location.hash.slice(1), domains: ["throwaway.example"] } };
  document.querySelector("main").append(element);
`;
const words = "Enter an e-mail address that is not at mx.throwaway.example.";

let embedding: Embedding;
let site: Site;
before(async () => {
  embedding = await embed(script, "<main><h1>Join us</h1></main>");
  site = await openSite(embedding.origin, { wire: true });
});
after(async () => {
  await site.close();
  await embedding.close();
});

test("refuse: said when the field is left, and not sent before another address stands there", async () => {
  await using visit = await site.visit({ path: "#refuse" });
  const { page, wire } = visit;
  await controlOf(page, "email").fill("ada@mx.throwaway.example");
  await page.keyboard.press("Tab");
  assert.equal(await errorOf(page, "email"), words);
  await fillIn(page);
  await submit(page);
  assert.equal(await focusedId(page), "summary");
  await controlOf(page, "email").fill("ada@example.com");
  assert.equal(await errorOf(page, "email"), "");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(JSON.parse(wire.posts[0]?.body ?? "{}").customer.email, "ada@example.com");
});

test("warn: said beside the field, and taken", async () => {
  await using visit = await site.visit({ path: "#warn" });
  const { page, wire } = visit;
  await controlOf(page, "email").fill("ada@mx.throwaway.example");
  await page.keyboard.press("Tab");
  assert.equal(await errorOf(page, "email"), "");
  assert.equal(await fieldOf(page, "email").locator('[data-part="advice-text"]').innerText(), words);
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(JSON.parse(wire.posts[0]?.body ?? "{}").customer.email, "ada@mx.throwaway.example");
});

test("off: the list is there and nothing is said", async () => {
  await using visit = await site.visit({ path: "#off" });
  const { page } = visit;
  await controlOf(page, "email").fill("ada@mx.throwaway.example");
  await page.keyboard.press("Tab");
  assert.equal(await errorOf(page, "email"), "");
  assert.equal(await fieldOf(page, "email").locator('[data-part="advice"]').isVisible(), false);
});
