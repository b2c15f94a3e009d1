// Somebody signs up in a page that holds <vestibule-signup>, and there is a customer.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { openPage } from "../../../wasm/support/chromium.ts";
import { controlOf, fillIn, submit, untilOutcome } from "../../../web/support/site.ts";
import type { Host } from "./host.ts";

/** `isStrict`: the page is served under the policy of a sign-up page, and must not break it once. */
export async function assertSignUp(browser: Browser, host: Host, address: string, isStrict = true): Promise<void> {
  const { page, violations } = await openPage(browser, address);
  await page.locator("form[novalidate]").waitFor();
  const name = `Fjordlys Instruments ${new URL(address).port}`;
  await fillIn(page, name);
  await controlOf(page, "email").fill("accounts@FJORDLYS.example");
  await submit(page);
  await untilOutcome(page, "Your account is open");
  const [customer, ...others] = await host.customersNamed(name);
  assert.ok(customer !== undefined);
  assert.deepEqual(others, []);
  assert.ok((await page.locator("body").innerText()).includes(customer.accountNumber));
  if (isStrict) assert.deepEqual(await violations(), []);
  await page.close();
}
