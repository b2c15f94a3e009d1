// Which way the text of a language runs.
import { perLanguage } from "./per-language.ts";

export type Direction = "ltr" | "rtl";

/** The scripts that run from right to left and are the usual one of a living language, by ISO 15924. */
const rightToLeft: ReadonlySet<string> = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

const directions = perLanguage((language): Direction => {
  const { script } = new Intl.Locale(language).maximize();
  return rightToLeft.has(script ?? "") ? "rtl" : "ltr";
});

/** `language` is BCP 47; a pseudo-locale runs as its language does. */
export function directionOf(language: string): Direction {
  return directions(language);
}
