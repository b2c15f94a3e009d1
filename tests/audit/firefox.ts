// The command behind the second half of scripts/campaigns.d/90-looks: axe in Firefox, over WebDriver BiDi, in the states that
// need no answer of a gateway, in every direction and theme. FIREFOX names the program.
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { servePages } from "../../scripts/screenshots.d/server.ts";
import { axeSource, complaintsOf } from "../web/support/axe.ts";
import { directions, themeSheetOf, themes } from "../web/support/looks.ts";

/** As much of puppeteer-core as is used here: its own types are installed with this folder alone. */
interface FirefoxPage {
  goto(address: string): Promise<unknown>;
  waitForSelector(selector: string, options?: object): Promise<unknown>;
  evaluate<Result>(script: string): Promise<Result>;
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

interface Firefox {
  newPage(): Promise<FirefoxPage>;
  version(): Promise<string>;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: object): Promise<Firefox>;
}

const states: Readonly<Record<string, (page: FirefoxPage) => Promise<void>>> = {
  empty: async () => {},
  errors: async (page) => {
    await page.click("#vestibule-recordType");
    await page.type("#vestibule-email", "ana.lindqvist@example");
    await page.click('[data-part="submit"]');
    await page.waitForSelector('[data-part="summary"]', { visible: true });
  },
  advice: async (page) => {
    await page.type("#vestibule-email", "ana@gmial.com");
    await page.click("#vestibule-website");
    await page.waitForSelector('[data-field="email"] [data-part="action"]', { visible: true });
  },
  review: async (page) => {
    await page.click("#vestibule-recordType");
    await page.type("#vestibule-name", "Lindqvist Instruments AB");
    await page.click('[data-part="submit"]');
    await page.waitForSelector('[data-part="review"]', { visible: true });
  },
};

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

const { default: puppeteer } = (await import(
  join(import.meta.dirname, "node_modules/puppeteer-core/lib/puppeteer/puppeteer-core.js")
)) as { readonly default: Puppeteer };
const server = await servePages(join(import.meta.dirname, "../../web/pages/dist"));
let looked = 0;
try {
  for (const [scheme, extraPrefsFirefox] of Object.entries(preferences)) {
    const executablePath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
    const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
    try {
      if (scheme === "light") console.log(await browser.version());
      for (const [name, act] of Object.entries(states)) {
        const page = await browser.newPage();
        await page.goto(`${server.origin}/signup/`);
        await page.waitForSelector("form[novalidate]");
        await act(page);
        await page.evaluate(`(() => {${axeSource}})()`);
        for (const direction of directions) {
          for (const theme of themes) {
            await page.evaluate(`(() => {${lookScript(direction, theme)}})()`);
            const results = await page.evaluate<string>(
              'axe.run({ resultTypes: ["violations", "incomplete", "passes"] }).then((found) => JSON.stringify(found))',
            );
            const complaints = complaintsOf(JSON.parse(results) as AxeResults);
            looked += 1;
            for (const complaint of complaints) console.log(`${scheme} ${direction} ${theme} ${name}: ${complaint}`);
            if (complaints.length > 0) process.exitCode = 1;
          }
        }
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }
  console.log(`axe looked ${looked} times`);
} finally {
  await server.close();
}
