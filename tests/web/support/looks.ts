// The ways in which a page may look: colours, direction, theme. A page that is open changes from one to the next.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const themeFolder = join(import.meta.dirname, "../../../wasm/package/dist/themes");

export const schemes = ["light", "dark", "forced"] as const;
export const directions = ["ltr", "rtl"] as const;
/** "" is the form without a theme. */
export const themes: readonly string[] = [
  "",
  ...readdirSync(themeFolder).flatMap((name) => /^([\w-]+)\.css$/.exec(name)?.[1] ?? []),
];

export interface Look {
  readonly scheme: (typeof schemes)[number];
  readonly direction: (typeof directions)[number];
  readonly theme: string;
}

export const allLooks: readonly Look[] = schemes.flatMap((scheme) =>
  directions.flatMap((direction) => themes.map((theme) => ({ scheme, direction, theme }))),
);

export function nameOf({ scheme, direction, theme }: Look): string {
  return [scheme, direction, ...(theme === "" ? [] : [theme])].join(" ");
}

export function themeSheetOf(theme: string): string {
  return theme === "" ? "" : readFileSync(join(themeFolder, `${theme}.css`), "utf8");
}

/** The page's policy must be off: the theme is a style written into it. */
export async function takeOn(page: Page, { scheme, direction, theme }: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: scheme === "dark" ? "dark" : "light",
    forcedColors: scheme === "forced" ? "active" : "none",
    reducedMotion: "reduce",
  });
  await page.evaluate(
    ([dir = "", css = ""]) => {
      document.documentElement.dir = dir;
      const style = document.querySelector("style[data-theme]") ?? document.createElement("style");
      style.setAttribute("data-theme", "");
      style.textContent = css;
      document.head.append(style);
    },
    [direction, themeSheetOf(theme)],
  );
}
