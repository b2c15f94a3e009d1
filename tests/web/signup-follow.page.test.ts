// The page of a created customer follows it: from Prospect to Active with the first order, to Managed with the next.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Service, startService } from "./support/service.ts";
import { fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

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

test("whoever stays on the page sees the account become active, and nothing is taken from under the hands", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await fillIn(page, "Followed AB");
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  const stage = panel.locator('[aria-current="step"] .vestibule-stage-name');
  assert.equal(await stage.innerText(), "Prospect");
  await page.getByRole("link", { name: "Open another account" }).focus();
  const [customer] = await service.customersNamed("Followed AB");
  await service.order(customer?.id ?? "");
  await stage.filter({ hasText: /^Active$/ }).waitFor();
  assert.match(await panel.innerText(), /your first order is confirmed/);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Open another account");
  await service.order(customer?.id ?? "");
  await stage.filter({ hasText: /^Managed$/ }).waitFor();
  assert.deepEqual(
    await panel.getByRole("listitem").evaluateAll((items) => items.map((item) => item.dataset["state"])),
    ["past", "past", "present"],
  );
  assert.equal(await page.title(), "Your account is open");
});
