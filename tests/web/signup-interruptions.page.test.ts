// A sign-up that is interrupted, over the real gateway and the real sandbox: it ends with one customer and the page says so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { holdAt, interruptions, moments } from "./support/interruptions.ts";
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

// A slice: each interruption at one of the moments.
for (const [place, { name, run }] of interruptions.entries()) {
  const moment = moments[place % moments.length] ?? "underway";
  test(`${name}, ${moment}: one customer, and the page says so`, async () => {
    const { page, problems } = await site.visit();
    const context = page.context();
    const customer = `${name} ${moment}`;
    const reached = holdAt(context, moment);
    await fillIn(page, customer);
    await submit(page);
    const last = await run({ page, held: await reached, address: site.address });
    await untilOutcome(last, "Your account is open");
    const customers = await service.customersNamed(customer);
    assert.equal(customers.length, 1);
    const text = await last.locator("main").innerText();
    assert.ok(text.includes(customers[0]?.accountNumber ?? "?"), text);
    assert.ok(text.includes(customer), text);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
