// The built page on a server of its own, and visits to it that fail when the browser complains of anything.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { buildPages } from "../../../scripts/build-pages.d/pages.ts";
import { type ChromiumOptions, launchChromium } from "../../../scripts/screenshots.d/browser.ts";
import { servePages } from "../../../scripts/screenshots.d/server.ts";
import { Wire } from "./wire.ts";

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** What stands in for the gateway; a site that has one is not answered by it. */
  readonly wire: Wire;
  /** Errors on the console, uncaught ones, violations of the content security policy, and requests to anybody else. */
  readonly problems: readonly string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Runs before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Below the page: "de/". */
  readonly path?: string;
  /** Does not wait for the core. */
  readonly early?: true;
}

export interface Site {
  readonly address: string;
  /** Opens the page and waits until the core has taken over. */
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface SiteOptions extends ChromiumOptions {
  /** The stand-in for the gateway, also at a site of its own. */
  readonly wire?: boolean;
}

interface Pages {
  readonly origin: string;
  close(): Promise<void>;
}

/** The pages as they are built now, without a gateway. */
async function buildAndServe(): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-pages-"));
  await buildPages(resolve(import.meta.dirname, "../../../web/pages"), join(folder, "dist"));
  const server = await servePages(join(folder, "dist"));
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A site to visit: the one there is at `origin`, or the built pages with a stand-in for the gateway. */
export async function openSite(origin?: string, options: SiteOptions = {}): Promise<Site> {
  const server = origin === undefined ? await buildAndServe() : { origin, close: async () => {} };
  const browser = await launchChromium(options);
  const address = `${server.origin}/signup/`;

  async function visit({ prepare, early, path = "", ...contextOptions }: VisitOptions = {}): Promise<Visit> {
    const context = await browser.newContext({ reducedMotion: "reduce", ...contextOptions });
    const problems: string[] = [];
    const wire = new Wire();
    if (origin === undefined || options.wire === true) await wire.install(context);
    await context.exposeBinding("tellViolation", (_, what: string) => problems.push(what));
    await context.addInitScript(() => {
      const told = window as unknown as { tellViolation(what: string): void };
      document.addEventListener("securitypolicyviolation", (event) => {
        told.tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      // The browser remarks on every refusal of the API; what the page makes of it is what is tested.
      const isAnswer = message.location().url.includes("/api/");
      if (message.type() === "error" && !isAnswer) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== server.origin) problems.push(`asked of somebody else: ${request.url()}`);
    });
    await prepare?.(page);
    await page.goto(address + path);
    if (early !== true) await page.locator("form[novalidate]").waitFor();
    return {
      page,
      wire,
      problems,
      [Symbol.asyncDispose]: async () => {
        // A task later, what the page did last has been complained of.
        if (contextOptions.javaScriptEnabled !== false)
          await page.evaluate(() => new Promise((done) => setTimeout(done)));
        await context.close();
        assert.deepEqual(problems, [], "the browser complained");
      },
    };
  }

  return {
    address,
    visit,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The block of a field, with its label, hint, error, control and advice. */
export function fieldOf(page: Page, name: string): Locator {
  return page.locator(`[data-field="${name}"]`);
}

export function controlOf(page: Page, name: string): Locator {
  return page.locator(`#vestibule-${name}`);
}

/** The words of a field's error as they are seen; "" while there is none. */
export async function errorOf(page: Page, name: string): Promise<string> {
  const error = fieldOf(page, name).locator('[data-part="error"]');
  return (await error.isVisible()) ? error.locator('[data-part="error-text"]').innerText() : "";
}

export async function focusedId(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.id || (document.activeElement as HTMLElement).dataset["part"] || "",
  );
}

/** Presses the button, and once more where the record is shown before it is sent. */
export async function submit(page: Page): Promise<void> {
  const button = page.locator('[data-part="submit"]');
  const review = page.locator('[data-part="review"]');
  const isLast = await review.isVisible();
  await button.click();
  if (!isLast && (await review.isVisible())) await button.click();
}

/** Fills in what is asked for and little more. */
export async function fillIn(page: Page, name = "Lindqvist & Co"): Promise<void> {
  await page.getByRole("radio", { name: "A company" }).check();
  await controlOf(page, "name").fill(name);
  await controlOf(page, "billingCity").fill("\u00d6rebro");
}

/** The panel that says what became of the sending. */
export function outcomeOf(page: Page): Locator {
  return page.locator('[data-part="outcome"]');
}

/** Waits until the panel has this heading. */
export async function untilOutcome(page: Page, heading: string): Promise<Locator> {
  const panel = outcomeOf(page);
  await panel.getByRole("heading", { name: heading, exact: true }).waitFor();
  return panel;
}
