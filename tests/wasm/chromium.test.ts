// The browser entry in a real Chromium, under the policy of a sign-up page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addFolder, type Routes, type StaticServer, startStaticServer } from "../support/static-server.ts";
import { bundle } from "./support/bundle.ts";
import { launchChromium, openPage } from "./support/chromium.ts";
import { lostAtOnce } from "./support/losses.ts";
import { dist } from "./support/package.ts";

interface TestPage {
  readonly contract: Promise<readonly string[]>;
  readonly losses: () => Promise<string>;
}

const policyWithoutWasm = "default-src 'none'; script-src 'self'; connect-src 'self'";

// The element is in the page before it is defined, as it is wherever HTML brings it.
const elementScript = `
import { load } from "/package/js.js";
document.querySelector("vestibule-signup").core = load();
await import("/package/element/define.js");
`;

let browser: Browser;
let server: StaticServer;
const routes: Routes = new Map();

before(async () => {
  addFolder(routes, "/package/", dist);
  routes.set("/contract.html", '<!doctype html><title>t</title><script type="module" src="/contract.js"></script>');
  routes.set("/contract.js", await bundle("contract-page.ts"));
  const element = '<vestibule-signup></vestibule-signup><script type="module" src="/element.js"></script>';
  routes.set("/element.html", `<!doctype html><html lang="en"><title>t</title>${element}`);
  routes.set("/element.js", elementScript);
  routes.set("/inline.html", "<!doctype html><title>t</title><script>globalThis.contract = 1</script>");
  server = await startStaticServer(routes);
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

async function contractOf(origin: string, entry: string): Promise<Page> {
  const { page, violations } = await openPage(browser, `${origin}/contract.html?${entry}`);
  assert.deepEqual(await page.evaluate(() => (globalThis as unknown as TestPage).contract), []);
  assert.deepEqual(await violations(), []);
  return page;
}

test("the contract holds, and lost instances are replaced, without one violation of the policy", async () => {
  for (const entry of ["index.browser.js", "inline.js"]) {
    const page = await contractOf(server.origin, entry);
    assert.equal(await page.evaluate(() => (globalThis as unknown as TestPage).losses()), lostAtOnce);
    await page.close();
  }
});

test("where a policy forbids WebAssembly, the twin keeps the contract without one violation", async () => {
  await using strict = await startStaticServer(routes, { policy: policyWithoutWasm });
  await (await contractOf(strict.origin, "js.js")).close();
});

test("where a policy forbids WebAssembly, the element takes the core that its host gave it before it was defined", async () => {
  await using strict = await startStaticServer(routes, { policy: policyWithoutWasm });
  const { page, violations } = await openPage(browser, `${strict.origin}/element.html`);
  await page.locator("form[novalidate]").waitFor();
  await page.locator("#vestibule-email").fill("ada@example");
  await page.keyboard.press("Tab");
  await page.getByText("Enter an e-mail address, like name@example.com.").first().waitFor();
  assert.deepEqual(await violations(), []);
  await page.close();
});

test("where a policy forbids WebAssembly, the other entries say what takes their place", async () => {
  await using strict = await startStaticServer(routes, { policy: policyWithoutWasm });
  for (const entry of ["index.browser.js", "inline.js"]) {
    const { page } = await openPage(browser, `${strict.origin}/contract.html?${entry}`);
    const failed = page.evaluate(() => (globalThis as unknown as TestPage).contract);
    await assert.rejects(failed, /VestibuleLoadError: .*vestibule\/js takes its place/);
    await page.close();
  }
});

test("a violation would have been seen", async () => {
  const { page, violations } = await openPage(browser, `${server.origin}/inline.html`);
  assert.deepEqual(await violations(), ["script-src-elem inline"]);
  await page.close();
});
