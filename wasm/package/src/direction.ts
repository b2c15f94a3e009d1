// Which way the text of a language runs.
import { perLanguage } from "./per-language.ts";

export type Direction = "ltr" | "rtl";

/** The scripts that run from right to left and are the usual one of a living language, by ISO 15924. */
const rightToLeft: ReadonlySet<string> = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

interface TextInfo {
  readonly direction?: Direction;
}

/** What some platforms know at once: the script of a language is in data that a telephone takes long to load. */
interface InformedLocale {
  getTextInfo?(): TextInfo;
  readonly textInfo?: TextInfo;
}

const directions = perLanguage((language): Direction => {
  const locale: Intl.Locale & InformedLocale = new Intl.Locale(language);
  const { direction } = locale.getTextInfo?.() ?? locale.textInfo ?? {};
  if (direction !== undefined) return direction;
  return rightToLeft.has(locale.maximize().script ?? "") ? "rtl" : "ltr";
});

/** `language` is BCP 47; a pseudo-locale runs as its language does. */
export function directionOf(language: string): Direction {
  return directions(language);
}
