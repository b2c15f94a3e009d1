// A real Chromium, and pages in it that record every violation of their policy.
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  const executablePath = executables.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error(`no Chromium at ${executables.join(", ")}; run scripts/setup`);
  return chromium.launch({ executablePath, args: flags });
}

export interface WatchedPage {
  readonly page: Page;
  /** "directive blocked-uri" of each violation so far. */
  violations(): Promise<readonly string[]>;
}

interface Recorded {
  violations?: string[];
}

/** Opens a page that listens before any script of its own runs. */
export async function openPage(browser: Browser, address: string): Promise<WatchedPage> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const recorded: string[] = [];
    (globalThis as Recorded).violations = recorded;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      recorded.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(address);
  return { page, violations: () => page.evaluate(() => (globalThis as Recorded).violations ?? ["not recorded"]) };
}
