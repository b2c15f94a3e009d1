// Interruptions of a sign-up, each at a moment of its way to the gateway. Whatever happens, it ends with one customer and
// the page that says so. A test runs each once; a campaign can run them as often as it likes.
import type { BrowserContext, Page, Route } from "playwright-core";

/** Where the sign-up is when it is interrupted. */
export type Moment =
  /** Nothing was sent: the form token is still asked for. */
  | "before"
  /** It left the page and never arrived. */
  | "underway"
  /** It was carried out, and the page has not heard of it. */
  | "carried out";

export const moments: readonly Moment[] = ["before", "underway", "carried out"];

/** A request that is held at the moment. */
export interface HeldRequest {
  /** As when the connection breaks. */
  drop(): Promise<void>;
}

/** Holds the next sign-up of the context at `moment`; what comes after it passes. Resolves once it is there. */
export function holdAt(context: BrowserContext, moment: Moment): Promise<HeldRequest> {
  const pattern = moment === "before" ? "**/api/form-token" : "**/api/signups";
  return new Promise((done, fail) => {
    const hold = async (route: Route): Promise<void> => {
      if (moment === "carried out") await route.fetch();
      done({ drop: () => route.abort("connectionreset").catch(() => {}) });
    };
    context.route(pattern, hold, { times: 1 }).catch(fail);
  });
}

/** A page whose sign-up is held. */
export interface Situation {
  readonly page: Page;
  readonly held: HeldRequest;
  readonly address: string;
}

export interface Interruption {
  readonly name: string;
  /** Answers the page that is to show how it ended. */
  run(situation: Situation): Promise<Page>;
}

async function openNext(page: Page, address: string): Promise<Page> {
  const next = await page.context().newPage();
  await next.goto(address);
  return next;
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers: whoever could is gone.
  session.send("Page.crash").catch(() => {});
  await crashed;
}

export const interruptions: readonly Interruption[] = [
  {
    name: "the connection breaks",
    run: async ({ page, held }) => {
      await held.drop();
      return page;
    },
  },
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
      const next = await openNext(page, address);
      await page.close();
      return next;
    },
  },
  {
    name: "the page is left, and come back to",
    run: async ({ page }) => {
      await page.goto("about:blank");
      await page.goBack();
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
];
