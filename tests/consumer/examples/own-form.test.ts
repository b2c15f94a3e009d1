// A form of one's own: react-hook-form with the core's schema, sent by createSignup, under the policy of a sign-up page.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { launchChromium, openPage } from "../../wasm/support/chromium.ts";
import { run } from "../bundlers/support/run.ts";
import { startHost } from "./support/host.ts";
import { assertTypes, installExample } from "./support/install.ts";

test("react-hook-form says what the core finds, and the gateway creates the customer", async () => {
  using example = installExample("react-hook-form");
  assertTypes(example.folder);
  run(example.folder, [process.execPath, "node_modules/vite/bin/vite.js", "build"]);
  await using host = await startHost(join(example.folder, "dist"));
  await using browser = await launchChromium();
  const { page, violations } = await openPage(browser, `${host.origin}/`);

  await page.getByLabel("E-mail").fill("ada@example");
  await page.getByRole("button").click();
  await page.getByText("Enter an e-mail address, like name@example.com.").waitFor();
  assert.match(await page.locator("#name-error").innerText(), /^Enter Name/);
  await page.getByLabel("Company").fill("  Analytical   Engines ");
  await page.getByLabel("E-mail").fill("ada@EXAMPLE.org");
  await page.getByRole("button").click();
  await page.getByText("Your account number is").waitFor();

  const [customer, ...others] = await host.customersNamed("Analytical Engines");
  assert.deepEqual(others, []);
  assert.ok((await page.getByRole("status").innerText()).includes(customer?.accountNumber ?? "none"));
  assert.deepEqual(await violations(), []);
});
