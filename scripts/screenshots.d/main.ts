// The command behind scripts/screenshots, which documents it.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "./browser.ts";
import { servePages } from "./server.ts";
import { states } from "./states.ts";

const root = resolve(import.meta.dirname, "../..");
const pages = join(root, "web/pages");

/** Every state is shown in each of them. "" is the form without a theme. */
const sets = [
  { name: "en", folder: "signup", theme: "", dark: false, width: 1040 },
  { name: "ar-soft", folder: "signup/ar", theme: "soft", dark: false, width: 390 },
] as const;

/** And these few more. */
const more = [
  { state: "empty", name: "dark", dark: true, width: 1040, theme: "" },
  { state: "errors", name: "dark", dark: true, width: 390, theme: "" },
  { state: "created", name: "dark", dark: true, width: 1040, theme: "" },
  { state: "filled", name: "plain", dark: false, width: 1040, theme: "plain" },
  { state: "filled", name: "dense-contrast", dark: false, width: 1040, theme: "dense-contrast" },
] as const;

/** A repository keeps every picture that ever was: what is further down is like what is above. */
const tallest = 1400;

interface Picture {
  readonly state: string;
  readonly name: string;
  readonly address: string;
  readonly theme: string;
  readonly dark: boolean;
  readonly width: number;
}

const { values } = parseArgs({ options: { out: { type: "string", default: join(pages, "signup/pictures") } } });
rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const server = await servePages(join(pages, "dist"));
const browser = await launchChromium();

async function take({ state, name, address, theme, dark, width }: Picture): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    // The theme is a style written into the page, which its policy does not let in.
    bypassCSP: true,
  });
  await page.goto(`${server.origin}${address}`);
  await page.locator("form[novalidate]").waitFor();
  if (theme !== "") {
    const content = readFileSync(join(root, `wasm/package/dist/themes/${theme}.css`), "utf8");
    await page.addStyleTag({ content });
  }
  await states[state]?.(page);
  // What stays in sight while one scrolls stands at the top of a picture of the whole page.
  await page.evaluate(() => scrollTo(0, 0));
  const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  const clip = { x: 0, y: 0, width, height };
  const path = join(values.out, `${state}-${name}.png`);
  await page.screenshot({ path, fullPage: true, clip, caret: "hide" });
  await page.close();
}

try {
  for (const { name, folder, ...look } of sets) {
    for (const state of Object.keys(states)) await take({ state, name, address: `/${folder}/`, ...look });
  }
  for (const picture of more) await take({ address: "/signup/", ...picture });
} finally {
  await browser.close();
  await server.close();
}
