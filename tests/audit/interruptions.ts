// The command behind the second half of scripts/campaigns.d/72-interruptions: sign-ups that are interrupted in Firefox, over
// WebDriver BiDi, with the real gateway and the real sandbox, while the gateway waits for an answer of the API. Each ends with
// one customer and the page that says so. FIREFOX names the program.
import assert from "node:assert/strict";
import { join } from "node:path";
import { openSite } from "../gateway/support/site.ts";

/** As much of puppeteer-core as is used here: its own types are installed with this folder alone. */
interface FirefoxPage {
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  waitForSelector(selector: string, options?: object): Promise<unknown>;
  waitForFunction(script: string, options?: object): Promise<unknown>;
  evaluate<Result>(script: string): Promise<Result>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

interface Firefox {
  createBrowserContext(): Promise<{ newPage(): Promise<FirefoxPage>; close(): Promise<void> }>;
  version(): Promise<string>;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: object): Promise<Firefox>;
}

interface Situation {
  readonly page: FirefoxPage;
  readonly openNext: () => Promise<FirefoxPage>;
}

/** Longer than a gateway that holds back after faults, and than the pauses of a page. */
const timeout = 180_000;

/** Each answers the pages that are to show how it ended. */
const interruptions: Readonly<Record<string, (situation: Situation) => Promise<readonly FirefoxPage[]>>> = {
  "a reload": async ({ page }) => {
    await page.reload();
    return [page];
  },
  "the page is opened in a second tab, and the first one is closed": async ({ page, openNext }) => {
    const next = await openNext();
    await page.close();
    return [next];
  },
  "the page is opened in a second tab, and both stay": async ({ page, openNext }) => {
    return [page, await openNext()];
  },
  "offline as far as the browser knows, and back": async ({ page }) => {
    await page.evaluate('dispatchEvent(new Event("offline"))');
    await page.evaluate('dispatchEvent(new Event("online"))');
    return [page];
  },
  "what the site has stored is cleared while it waits": async ({ page }) => {
    await page.evaluate(
      "indexedDB.databases().then((all) => all.forEach(({ name }) => indexedDB.deleteDatabase(name)))",
    );
    return [page];
  },
};

function untilOpen(page: FirefoxPage): Promise<unknown> {
  const heading = `document.querySelector('[data-part="outcome"] h2')?.textContent === "Your account is open"`;
  return page.waitForFunction(heading, { timeout, polling: 100 });
}

async function signUp(page: FirefoxPage, name: string): Promise<void> {
  await page.click("#vestibule-recordType");
  await page.type("#vestibule-name", name);
  await page.click('[data-part="submit"]');
  await page.waitForSelector('[data-part="review"]', { visible: true });
  await page.click('[data-part="submit"]');
}

const { default: puppeteer } = (await import(
  join(import.meta.dirname, "node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js")
)) as { readonly default: Puppeteer };
await using site = await openSite();
const executablePath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
try {
  console.log(await browser.version());
  for (const [name, interrupt] of Object.entries(interruptions)) {
    const context = await browser.createBrowserContext();
    const openNext = async (): Promise<FirefoxPage> => {
      const page = await context.newPage();
      await page.goto(`${site.gateway.origin}/signup/`);
      return page;
    };
    const page = await openNext();
    await page.waitForSelector("form[novalidate]");
    const posts = () => site.proxy.seen.filter(({ method }) => method === "POST").length;
    const before = posts();
    // Carried out, and nobody can know of it before the interruption is over, however long that takes.
    site.proxy.plan(["hold", "refuse"]);
    await signUp(page, name);
    while (posts() === before) await site.proxy.arrived(site.proxy.seen.length + 1);
    const shown = await interrupt({ page, openNext });
    site.proxy.plan([]);
    for (const each of shown) await untilOpen(each);
    const customers = (await site.sandbox.customers()).filter((customer) => customer.name === name);
    assert.equal(customers.length, 1, `customers after "${name}"`);
    for (const each of shown) {
      const text = await each.evaluate<string>('document.querySelector("main").innerText');
      for (const word of [customers[0]?.accountNumber ?? "?", name]) assert.ok(text.includes(word), text);
    }
    await context.close();
    console.log(`one customer, and the page says so: ${name}`);
  }
} finally {
  await browser.close();
}
