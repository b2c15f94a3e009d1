// What a page of a cell comes to, in a real Chromium.
import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { addFolder, type Routes, startStaticServer } from "../../../support/static-server.ts";
import { openPage } from "../../../wasm/support/chromium.ts";

/** What the cells' check.js answers everywhere. */
export const expected: string =
  "Acme Ltd | Enter an e-mail address, like name@example.com. | +442079460018 | 1 High St | LEEDS | LS1 4AP";

/** Waits until the page has told; a server for developers may load it anew when it has found a dependency. */
export async function assertPage(browser: Browser, address: string, told: string = expected): Promise<void> {
  const { page, violations } = await openPage(browser, address);
  await page.waitForFunction(() => (document.querySelector("output")?.textContent ?? document.title) !== "");
  assert.equal(await page.evaluate(() => document.querySelector("output")?.textContent ?? document.title), told);
  assert.deepEqual(await violations(), []);
  await page.close();
}

// As for a sign-up page, but that bundlers make scripts by their address, which Trusted Types would have to allow.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The page of a folder of built files. */
export async function assertBuilt(browser: Browser, folder: string, page = "index.html", told?: string): Promise<void> {
  const routes: Routes = new Map();
  addFolder(routes, "/", folder);
  await using server = await startStaticServer(routes, { policy });
  await assertPage(browser, `${server.origin}/${page}`, told);
}
