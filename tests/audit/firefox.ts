// The command behind the second half of scripts/campaigns.d/90-looks: axe in Firefox, over WebDriver BiDi, in every state of the
// sign-up page, each direction and theme; and whether the page's policy was kept to. FIREFOX names the program.
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { servePages } from "../../scripts/screenshots.d/server.ts";
import { states } from "../../scripts/screenshots.d/states.ts";
import { axeSource, complaintsOf } from "../web/support/axe.ts";
import { directions, themeSheetOf, themes } from "../web/support/looks.ts";
import { type PuppeteerPage, statePage } from "./firefox-page.ts";

interface Context {
  newPage(): Promise<PuppeteerPage>;
  close(): Promise<void>;
}

interface Firefox {
  createBrowserContext(): Promise<Context>;
  version(): Promise<string>;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: object): Promise<Firefox>;
}

function lookScript(direction: string, theme: string): string {
  return `document.documentElement.dir = ${JSON.stringify(direction)};
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(themeSheetOf(theme))});`;
}

const preferences: Readonly<Record<string, object>> = {
  light: { "layout.css.prefers-color-scheme.content-override": 1 },
  dark: { "layout.css.prefers-color-scheme.content-override": 0 },
  // Colours of the system in place of the page's, as with a theme of high contrast.
  forced: { "browser.display.document_color_use": 2 },
};

/** Told to the end of the page's life, in every page of the browser. */
const collectViolations = `globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    globalThis.violations.push(effectiveDirective + " " + blockedURI);
  });`;

const { default: puppeteer } = (await import(
  join(import.meta.dirname, "node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js")
)) as { readonly default: Puppeteer };
const server = await servePages(join(import.meta.dirname, "../../web/pages/dist"));
let looked = 0;

function complain(complaints: readonly string[], where: string): void {
  for (const complaint of complaints) console.log(`${where}: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
}

/** Brings a state about, and looks at it in each direction and theme. */
async function lookAt(name: string, scheme: string, browser: Firefox): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(collectViolations);
  await page.goto(`${server.origin}/signup/`);
  await page.waitForSelector("form[novalidate]");
  await states[name]?.(statePage(page));
  complain(await page.evaluate<readonly string[]>("globalThis.violations"), `${scheme} ${name}, policy`);
  await page.evaluate(`(() => {${axeSource}})()`);
  for (const direction of directions) {
    for (const theme of themes) {
      await page.evaluate(`(() => {${lookScript(direction, theme)}})()`);
      const results = await page.evaluate<string>(
        'axe.run({ resultTypes: ["violations", "incomplete", "passes"] }).then((found) => JSON.stringify(found))',
      );
      looked += 1;
      complain(complaintsOf(JSON.parse(results) as AxeResults), `${scheme} ${direction} ${theme} ${name}`);
    }
  }
  await context.close();
}

try {
  for (const [scheme, extraPrefsFirefox] of Object.entries(preferences)) {
    const executablePath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
    const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
    try {
      if (scheme === "light") console.log(await browser.version());
      for (const name of Object.keys(states)) {
        // One that cannot be brought about leaves the others to be looked at.
        await lookAt(name, scheme, browser).catch((error) => complain([String(error)], `${scheme} ${name}`));
      }
    } finally {
      await browser.close();
    }
  }
  console.log(`axe looked ${looked} times`);
} finally {
  await server.close();
}
