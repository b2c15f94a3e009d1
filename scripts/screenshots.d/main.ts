// The command behind scripts/screenshots, which documents it.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";

import { launchChromium } from "./browser.ts";
import { servePages } from "./server.ts";

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: true;
  /** The whole page instead of what fits the window. */
  readonly whole?: true;
  readonly act?: (page: Page) => Promise<void>;
}

async function makeErrors(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "A company" }).check();
  await page.getByRole("textbox", { name: "E-mail address" }).fill("ana.lindqvist@example");
  await page.getByRole("textbox", { name: "Phone number" }).fill("call me");
  await page.getByRole("button", { name: "Continue" }).click();
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "A company" }).check();
  await page.getByRole("textbox", { name: "Company name" }).fill("Lindqvist Instruments AB");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("accounts@Lindqvist.example");
  await page.getByRole("textbox", { name: "Phone number" }).fill("+46 (0)8 123 456 78");
  await page.getByRole("textbox", { name: "Website" }).fill("lindqvist.example");
  await page.getByRole("combobox", { name: "Country" }).selectOption("SE");
  await page.getByRole("textbox", { name: "Street address" }).fill("Hornsgatan 12");
  await page.getByRole("textbox", { name: "Town or city" }).fill("Stockholm");
  await page.getByRole("textbox", { name: "Postal code" }).fill("118 20");
  await page.getByRole("combobox", { name: "Industry" }).selectOption("Engineering");
}

async function fillInAndLookUp(page: Page): Promise<void> {
  await fillIn(page);
  await page.getByRole("textbox", { name: "Company name" }).focus();
  await page.evaluate(() => scrollTo(0, 0));
}

// The gateway's part is played here: a picture is the same every time.
const created = {
  v: 1,
  id: "5e6c7224-4415-4338-968d-932fe612e8a2",
  accountNumber: "ACC-2026-042",
  stage: "Prospect",
  link: "None",
};

async function sendTo(page: Page, status: number, answer: object, headers: Record<string, string> = {}): Promise<void> {
  await page.route("**/api/form-token", (route) => route.fulfill({ json: { v: 1, token: "picture" } }));
  await page.route("**/api/signups", (route) => route.fulfill({ status, json: answer, headers }));
  await fillIn(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Open account" }).click();
  await page.locator('[data-part="outcome"]').waitFor();
}

async function makeReview(page: Page): Promise<void> {
  await fillIn(page);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function makeSuccess(page: Page): Promise<void> {
  await sendTo(page, 201, created);
}

async function makeWaiting(page: Page): Promise<void> {
  await sendTo(page, 503, { code: "upstream.unavailable" }, { "retry-after": "60" });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
}

const pictures: readonly Picture[] = [
  { name: "light", width: 1280, height: 800 },
  { name: "dark", width: 1280, height: 800, dark: true, act: fillInAndLookUp },
  { name: "errors", width: 1280, height: 800, act: makeErrors },
  { name: "review", width: 1280, height: 800, act: makeReview },
  { name: "waiting", width: 1280, height: 800, act: makeWaiting },
  { name: "success", width: 1280, height: 800, act: makeSuccess },
  { name: "success-dark", width: 1280, height: 800, dark: true, act: makeSuccess },
  { name: "mobile-success", width: 390, height: 844, whole: true, act: makeSuccess },
  { name: "mobile", width: 390, height: 844, whole: true },
  { name: "mobile-errors-dark", width: 390, height: 844, dark: true, whole: true, act: makeErrors },
];

const pages = resolve(import.meta.dirname, "../../web/pages");
const { values } = parseArgs({ options: { out: { type: "string", default: join(pages, "signup/pictures") } } });
mkdirSync(values.out, { recursive: true });
const server = await servePages(join(pages, "dist"));
const browser = await launchChromium();
try {
  for (const { name, width, height, dark, whole, act } of pictures) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: 2,
      colorScheme: dark === true ? "dark" : "light",
      reducedMotion: "reduce",
    });
    await page.goto(`${server.origin}/signup/`);
    await page.locator("form[novalidate]").waitFor();
    await act?.(page);
    await page.screenshot({ path: join(values.out, `${name}.png`), fullPage: whole === true, caret: "hide" });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
