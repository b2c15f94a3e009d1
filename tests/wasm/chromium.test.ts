// The browser entry in a real Chromium, under the policy of a sign-up page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { addFolder, type Routes, type StaticServer, startStaticServer } from "../support/static-server.ts";
import { bundle } from "./support/bundle.ts";
import { launchChromium, openPage } from "./support/chromium.ts";
import { lostTwice } from "./support/losses.ts";
import { dist } from "./support/package.ts";

interface TestPage {
  readonly contract: Promise<readonly string[]>;
  readonly losses: Promise<string>;
  readonly loading: Promise<string>;
}

const scriptPage = (script: string): string =>
  `<!doctype html><title>t</title><script type="module" src="${script}"></script>`;

// Loads the core once, checks a record, and says what was reported.
const loadingScript = `
import { load } from "/package/index.browser.js";
let told;
const report = new Promise((resolve) => { told = resolve; });
const attempt = async () => {
  const core = await load({ onReport: ({ code }) => told(code) });
  if (!core.check({ name: "A", recordType: "Consumer" }).ok) return "does not work";
  const healed = performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/core.inline.js"));
  return healed ? "works after " + (await report) : "works";
};
globalThis.loading = attempt().catch((error) => error.name);
`;

let browser: Browser;
let server: StaticServer;
const routes: Routes = new Map();

before(async () => {
  addFolder(routes, "/package/", dist);
  routes.set("/contract.html", scriptPage("/contract.js"));
  routes.set("/contract.js", await bundle("contract-page.ts", ["/package/index.browser.js"]));
  routes.set("/loading.html", scriptPage("/loading.js"));
  routes.set("/loading.js", loadingScript);
  routes.set("/inline.html", "<!doctype html><title>t</title><script>globalThis.loading = 1</script>");
  server = await startStaticServer(routes);
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

/** Loads the core in a fresh page while one file of the package is another one. */
async function loadWith(path: string, body: Uint8Array | undefined): Promise<string> {
  const original = routes.get(path);
  assert.ok(original !== undefined);
  if (body === undefined) routes.delete(path);
  else routes.set(path, body);
  try {
    const { page, violations } = await openPage(browser, `${server.origin}/loading.html`);
    const outcome = await page.evaluate(() => (globalThis as unknown as TestPage).loading);
    assert.deepEqual(await violations(), []);
    await page.close();
    return outcome;
  } finally {
    routes.set(path, original);
  }
}

function changedByOne(): Uint8Array {
  const bytes = readFileSync(join(dist, "core.wasm"));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes;
}

test("the contract holds, and lost instances are replaced, without one violation of the policy", async () => {
  const { page, violations } = await openPage(browser, `${server.origin}/contract.html`);
  assert.deepEqual(await page.evaluate(() => (globalThis as unknown as TestPage).contract), []);
  assert.equal(await page.evaluate(() => (globalThis as unknown as TestPage).losses), lostTwice);
  assert.deepEqual(await violations(), []);
  await page.close();
});

test("a violation would have been seen", async () => {
  const { page, violations } = await openPage(browser, `${server.origin}/inline.html`);
  assert.deepEqual(await violations(), ["script-src-elem inline"]);
  await page.close();
});

test("an intact module loads", async () => {
  assert.equal(await loadWith("/package/core.wasm", readFileSync(join(dist, "core.wasm"))), "works");
});

test("W05: a module changed by one bit is reported and healed", async () => {
  assert.equal(await loadWith("/package/core.wasm", changedByOne()), "works after core.integrity");
});

test("a missing module is reported as such and healed", async () => {
  assert.equal(await loadWith("/package/core.wasm", undefined), "works after core.unreachable");
});

test("without the module and without its copy, load() rejects by name", async () => {
  routes.delete("/package/core.inline.js");
  try {
    assert.equal(await loadWith("/package/core.wasm", undefined), "VestibuleLoadError");
  } finally {
    routes.set("/package/core.inline.js", readFileSync(join(dist, "core.inline.js")));
  }
});
