// A page of Firefox, driven by puppeteer over WebDriver BiDi, as what the states of the sign-up page ask for.
import type { Answer, StateControl, StatePage } from "../../scripts/screenshots.d/state-page.ts";

interface Handle {
  click(): Promise<void>;
  focus(): Promise<void>;
  evaluate(work: string | ((element: HTMLInputElement, text: string) => void), text?: string): Promise<unknown>;
}

interface Intercepted {
  url(): string;
  continue(): Promise<void>;
  respond(answer: object): Promise<void>;
}

/** As much of puppeteer-core as is used here: its own types are installed with that folder alone. */
export interface PuppeteerPage {
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  waitForSelector(selector: string, options?: object): Promise<Handle | null>;
  waitForFunction(work: () => unknown): Promise<unknown>;
  evaluate<Result>(work: string | (() => Result)): Promise<Result>;
  evaluateOnNewDocument(script: string): Promise<unknown>;
  select(selector: string, value: string): Promise<unknown>;
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  setRequestInterception(on: boolean): Promise<void>;
  on(name: "request", listener: (request: Intercepted) => void): unknown;
}

/** "**" is anything, "*" anything but a slash. */
function patternOf(address: string): RegExp {
  const parts = address.split("**").map((part) => part.replaceAll(".", "\\.").split("*").join("[^/]*"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/** Timers that run when they are told to, and a clock that goes on by as much; then all is as it was, for axe waits too. */
const installClock = `(() => {
  const waiting = [];
  const { now } = Date;
  const { setTimeout, clearTimeout } = globalThis;
  let passed = 0;
  Date.now = () => now.call(Date) + passed;
  // No number that another timer has.
  globalThis.setTimeout = (work) => -waiting.push(work);
  globalThis.clearTimeout = (id) => { if (id < 0) delete waiting[-id - 1]; else clearTimeout(id); };
  globalThis.passTime = (ms) => {
    passed += ms;
    Object.assign(globalThis, { setTimeout, clearTimeout });
    for (const work of waiting.splice(0)) work?.();
  };
})()`;

function controlOf(page: PuppeteerPage, selector: string): StateControl {
  const visible = async (): Promise<Handle> => {
    const found = await page.waitForSelector(selector, { visible: true });
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };
  return {
    check: async () => (await visible()).click(),
    click: async () => (await visible()).click(),
    focus: async () => (await visible()).focus(),
    waitFor: visible,
    selectOption: async (value) => {
      await visible();
      await page.select(selector, value);
    },
    fill: async (text) => {
      const control = await visible();
      await control.focus();
      await control.evaluate((element, typed) => {
        element.select();
        document.execCommand("insertText", false, typed);
      }, text);
    },
  };
}

interface Route {
  readonly pattern: RegExp;
  readonly handler: Parameters<StatePage["route"]>[1];
}

function respondWith(request: Intercepted): (answer: Answer) => Promise<void> {
  return ({ status = 200, json, headers = {} }) => {
    return request.respond({ status, headers, contentType: "application/json", body: JSON.stringify(json) });
  };
}

export function statePage(page: PuppeteerPage): StatePage {
  const routes: Route[] = [];
  return {
    locator: (selector) => controlOf(page, selector),
    evaluate: (work) => page.evaluate(work),
    waitForFunction: (work) => page.waitForFunction(work),
    reload: async () => {
      // Firefox puts back what stood in the fields, which no state is about and no other browser does.
      await page.evaluate("document.querySelector('form').reset()");
      await page.reload();
    },
    route: async (address, handler) => {
      routes.unshift({ pattern: patternOf(address), handler });
      if (routes.length > 1) return;
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        const route = routes.find(({ pattern }) => pattern.test(request.url()));
        if (route === undefined) void request.continue();
        else void route.handler({ fulfill: respondWith(request) });
      });
    },
    clock: {
      install: () => page.evaluate(installClock),
      fastForward: (time) => {
        const [minutes = 0, seconds = 0] = time.split(":").map(Number);
        return page.evaluate(`passTime(${(minutes * 60 + seconds) * 1000})`);
      },
    },
  };
}
