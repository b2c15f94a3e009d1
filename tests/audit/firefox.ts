// The command behind the second half of scripts/campaigns.d/90-looks: axe in Firefox, over WebDriver BiDi, in every state of the
// sign-up page, each direction and theme; whether assistive technology is told what Chromium tells it; and whether the page's
// policy was kept to on the way there. FIREFOX names the program.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { servePages } from "../../scripts/screenshots.d/server.ts";
import { states } from "../../scripts/screenshots.d/states.ts";
import { axeSource, complaintsOf } from "../web/support/axe.ts";
import { directions, themeSheetOf, themes } from "../web/support/looks.ts";
import { type PuppeteerPage, statePage } from "./firefox-page.ts";
import { type BidiConnection, firefoxTree, systemAccess } from "./firefox-tree.ts";
import { differences, toldByChromium, toldByFirefox } from "./told.ts";

interface Context {
  newPage(): Promise<PuppeteerPage>;
  close(): Promise<void>;
}

interface Firefox {
  createBrowserContext(): Promise<Context>;
  version(): Promise<string>;
  close(): Promise<void>;
  readonly connection: BidiConnection;
}

interface Puppeteer {
  launch(options: object): Promise<Firefox>;
}

function lookScript(direction: string, theme: string): string {
  return `document.documentElement.dir = ${JSON.stringify(direction)};
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(themeSheetOf(theme))});`;
}

interface Scheme {
  readonly preferences: object;
  /** What the page is then told. */
  readonly media: string;
}

const schemes: Readonly<Record<string, Scheme>> = {
  light: {
    preferences: { "layout.css.prefers-color-scheme.content-override": 1 },
    media: "(prefers-color-scheme: light) and (forced-colors: none)",
  },
  dark: {
    preferences: { "layout.css.prefers-color-scheme.content-override": 0 },
    media: "(prefers-color-scheme: dark) and (forced-colors: none)",
  },
  // Colours of the system in place of the page's, as with a theme of high contrast.
  forced: { preferences: { "browser.display.document_color_use": 2 }, media: "(forced-colors: active)" },
};

/** Kept for the tab, in every page of it: some states are reached over a reload. */
const collectViolations = `document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    const before = sessionStorage.getItem("violations") ?? "";
    sessionStorage.setItem("violations", before + effectiveDirective + " " + blockedURI + "\\n");
  });`;

const violate = `document.body.setAttribute("style", "color: red");
  try { document.body.insertAdjacentHTML("beforeend", "<p>"); } catch {}`;

async function violationsOf(page: PuppeteerPage): Promise<readonly string[]> {
  const told = await page.evaluate<string>('sessionStorage.getItem("violations") ?? ""');
  return told.split("\n").filter((line) => line !== "");
}

async function open(context: Context): Promise<PuppeteerPage> {
  const page = await context.newPage();
  // As wide as the page of the snapshots: a narrow one says less.
  await page.setViewport({ width: 1000, height: 800 });
  await page.evaluateOnNewDocument(collectViolations);
  await page.goto(`${server.origin}/signup/`);
  await page.waitForSelector("form[novalidate]");
  return page;
}

/** Neither the collector nor the scheme may be one that never complains. */
async function checkChecks({ media }: Scheme, browser: Firefox): Promise<readonly string[]> {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  const isLike = await page.evaluate<boolean>(`matchMedia(${JSON.stringify(media)}).matches`);
  await page.evaluate(violate);
  // They are told a task later.
  await page.evaluate("new Promise((done) => setTimeout(done, 50))");
  const told = await violationsOf(page);
  await context.close();
  const missing = ["style-src-attr", "require-trusted-types-for"].filter((directive) => {
    return !told.some((line) => line.startsWith(directive));
  });
  return [...(isLike ? [] : [`the page is not told ${media}`]), ...missing.map((name) => `${name} is not reported`)];
}

/** What the tree comes to: the page changes it a little later than itself. */
async function treeComplaints(name: string, browser: Firefox): Promise<readonly string[]> {
  const snapshot = readFileSync(join(import.meta.dirname, `../web/snapshots/${name}.txt`), "utf8");
  const expected = toldByChromium(snapshot);
  let complaints: readonly string[] = [];
  for (let tries = 0; tries < 50; tries += 1) {
    const nodes = await firefoxTree(browser.connection, `${server.origin}/signup/`);
    complaints = differences(expected, toldByFirefox(nodes));
    if (complaints.length === 0) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  return complaints;
}

const { default: puppeteer } = (await import(
  join(import.meta.dirname, "node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js")
)) as { readonly default: Puppeteer };
const server = await servePages(join(import.meta.dirname, "../../web/pages/dist"));
let looked = 0;

function complain(complaints: readonly string[], where: string): void {
  for (const complaint of complaints) console.log(`${where}: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
}

/** Looks at a state that was brought about, in each direction and theme. */
async function lookEveryWay(page: PuppeteerPage, where: string): Promise<void> {
  await page.evaluate(`(() => {${axeSource}})()`);
  for (const direction of directions) {
    for (const theme of themes) {
      await page.evaluate(`(() => {${lookScript(direction, theme)}})()`);
      const results = await page.evaluate<string>(
        'axe.run({ resultTypes: ["violations", "incomplete", "passes"] }).then((found) => JSON.stringify(found))',
      );
      looked += 1;
      complain(complaintsOf(JSON.parse(results) as AxeResults), `${where}, ${direction} ${theme}`);
    }
  }
}

async function lookAt(name: string, scheme: string, browser: Firefox): Promise<void> {
  const context = await browser.createBrowserContext();
  try {
    const page = await open(context);
    await states[name]?.(statePage(page));
    complain(await violationsOf(page), `${scheme} ${name}, policy`);
    // Colours change nothing of what is told.
    if (scheme === "light") complain(await treeComplaints(name, browser), `${name}, tree`);
    await lookEveryWay(page, `${scheme} ${name}`);
  } finally {
    await context.close();
  }
}

try {
  for (const [scheme, look] of Object.entries(schemes)) {
    const executablePath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: true,
      args: [systemAccess],
      extraPrefsFirefox: look.preferences,
    });
    try {
      if (scheme === "light") console.log(await browser.version());
      complain(await checkChecks(look, browser), scheme);
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
