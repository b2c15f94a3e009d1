// Interruptions of a sign-up: what people, browsers, networks and machines do to it on its way. Whatever happens, it ends with
// one customer and the page that says so. A test runs a few of them; a campaign runs all, at all moments, with all faults.
import type { Page } from "playwright-core";
import type { TestSite } from "../../gateway/support/site.ts";
import type { HeldRequest } from "./moments.ts";
import { fillIn, outcomeOf, submit, untilOutcome } from "./site.ts";

/** A page with its answers filled in, and what is around it. */
export interface Stage {
  readonly page: Page;
  readonly address: string;
  /** The gateway, the API and the way between them. */
  readonly site: TestSite;
  /** What the company is called. */
  readonly name: string;
}

export interface Situation extends Stage {
  readonly held: HeldRequest;
}

export interface Interruption {
  readonly name: string;
  /** Before the form is filled in. */
  prepare?(stage: Stage): Promise<void>;
  /** How it is sent; without one the button is pressed once. */
  press?(stage: Stage): Promise<void>;
  /** Answers the page that is to show how it ended. */
  run(situation: Situation): Promise<Page>;
}

async function openNext(page: Page, address: string): Promise<Page> {
  const next = await page.context().newPage();
  await next.goto(address);
  return next;
}

/**
 * Opens it in a second tab while the first one's sign-up is on its way. Where that has ended before the second one was open, there
 * is nothing for it to follow but an empty form: undefined then.
 */
async function openBeside(page: Page, address: string): Promise<Page | undefined> {
  const next = await openNext(page, address);
  const follows = outcomeOf(next).waitFor();
  const ended = untilOutcome(page, "Your account is open");
  for (const waiting of [follows, ended]) waiting.catch(() => {});
  return Promise.race([follows.then(() => next), ended.then(() => undefined)]);
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers: whoever could is gone.
  session.send("Page.crash").catch(() => {});
  await crashed;
}

async function dropAndStay({ page, held }: Situation): Promise<Page> {
  await held.drop();
  return page;
}

async function leaveAndComeBack(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.evaluate(() => history.back()).catch(() => {});
  await page.waitForURL(address, { waitUntil: "commit" });
}

async function fillStorage(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize: 1 });
}

/** Nothing leaves a tab before the button was pressed in all of them: one that is slow would begin another sign-up. */
async function sendAtOnce(tabs: readonly [Page, ...Page[]]): Promise<void> {
  let open = (): void => {};
  const pressed = new Promise<void>((done) => {
    open = done;
  });
  await tabs[0].context().route("**/api/form-token", async (route) => {
    await pressed;
    await route.fallback();
  });
  await Promise.all(tabs.map(submit));
  open();
}

/** The gateway's own "too many", to each of the next sends. */
async function refuseNext(page: Page, times: number): Promise<void> {
  const headers = { "content-type": "application/problem+json", "retry-after": "1" };
  const body = JSON.stringify({ type: "urn:vestibule:problem:rate.limited", status: 429, code: "rate.limited" });
  await page.context().route("**/api/signups", (route) => route.fulfill({ status: 429, headers, body }), { times });
}

export const interruptions: readonly Interruption[] = [
  { name: "the connection breaks", run: dropAndStay },
  {
    name: "a reload",
    run: async ({ page }) => {
      await page.reload();
      return page;
    },
  },
  {
    name: "two reloads, one right after the other",
    run: async ({ page }) => {
      await page.reload({ waitUntil: "domcontentloaded" });
      await page.reload();
      return page;
    },
  },
  {
    name: "the tab is closed, and the page opened again",
    run: async ({ page, address }) => {
      const context = page.context();
      await page.close();
      const next = await context.newPage();
      await next.goto(address);
      return next;
    },
  },
  {
    name: "the tab crashes, and the page is opened again",
    run: async ({ page, address }) => {
      await crash(page);
      return openNext(page, address);
    },
  },
  {
    name: "the page is opened in a second tab, and the first one is closed",
    run: async ({ page, address }) => {
      const next = await openBeside(page, address);
      if (next !== undefined) await page.close();
      return next ?? page;
    },
  },
  {
    name: "the page is opened in a second tab, and both stay",
    run: async ({ page, address, held }) => {
      const next = await openBeside(page, address);
      await held.drop();
      await untilOutcome(page, "Your account is open");
      return next ?? page;
    },
  },
  {
    name: "two tabs are filled in and sent at once",
    press: async ({ page, address, name }) => {
      const other = await openNext(page, address);
      await other.locator("form[novalidate]").waitFor();
      await fillIn(other, name);
      await sendAtOnce([page, other]);
    },
    run: async ({ page, held }) => {
      await held.drop();
      const [first = page, second = page] = page.context().pages();
      await untilOutcome(first, "Your account is open");
      return second;
    },
  },
  {
    name: "a double click, and Enter",
    press: async ({ page }) => {
      await submit(page);
      // Twice more, as hasty people do.
      await page
        .locator('[data-part="submit"]')
        .dblclick({ force: true, noWaitAfter: true, timeout: 2000 })
        .catch(() => {});
      await page.keyboard.press("Enter");
    },
    run: dropAndStay,
  },
  {
    name: "the page is left, and come back to",
    run: async ({ page, address }) => {
      await leaveAndComeBack(page, address);
      return page;
    },
  },
  {
    name: "offline and back",
    run: async ({ page, held }) => {
      await page.context().setOffline(true);
      await held.drop();
      await page.context().setOffline(false);
      return page;
    },
  },
  {
    name: "offline as far as the browser knows, and a reload",
    run: async ({ page, held }) => {
      await page.evaluate(() => window.dispatchEvent(new Event("offline")));
      await held.drop();
      await page.reload();
      return page;
    },
  },
  {
    name: "what the site has stored is cleared while it waits",
    run: async ({ page, held, address }) => {
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(address);
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await held.drop();
      return page;
    },
  },
  {
    name: "storage is full",
    prepare: ({ page, address }) => fillStorage(page, address),
    run: dropAndStay,
  },
  {
    name: "the gateway is killed, and comes back",
    run: async (situation) => {
      await situation.site.restart();
      return dropAndStay(situation);
    },
  },
  {
    name: "the gateway is killed, and the page reloaded once it is back",
    run: async ({ page, site }) => {
      await site.restart();
      await page.reload();
      return page;
    },
  },
  {
    name: "the API is killed, and comes back",
    run: async (situation) => {
      await situation.site.restartSandbox();
      return dropAndStay(situation);
    },
  },
  {
    name: "gateway and API are killed, and come back",
    run: async (situation) => {
      await Promise.all([situation.site.restart(), situation.site.restartSandbox()]);
      return dropAndStay(situation);
    },
  },
  {
    name: "the gateway takes no more for a while",
    run: async ({ page, held }) => {
      await refuseNext(page, 3);
      await held.drop();
      return page;
    },
  },
  {
    name: "the API puts everything off",
    run: async ({ page, site, held }) => {
      site.proxy.plan(["busy", "busy", "busy", "pass"]);
      await held.drop();
      return page;
    },
  },
  {
    name: "the API is slow",
    run: async ({ page, site, held }) => {
      site.proxy.plan(["slow"]);
      await held.drop();
      return page;
    },
  },
];
