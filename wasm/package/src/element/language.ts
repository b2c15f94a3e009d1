// The words of a language, fetched when it is asked for.
import { languages } from "vestibule-languages";
import type { FormLanguage } from "../form/messages.ts";

/** The tag that is there for the one that is wanted: "de-AT" -> "de", "pt" -> "pt-BR"; "en" where there is none. */
export function nearestLanguage(wanted: string, there: readonly string[]): string {
  const sameOf = (tag: string): string | undefined => there.find((known) => known.toLowerCase() === tag.toLowerCase());
  const parts = wanted.split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const found = sameOf(parts.slice(0, length).join("-"));
    if (found !== undefined) return found;
  }
  const [language = ""] = parts;
  return there.find((known) => known.toLowerCase().startsWith(`${language.toLowerCase()}-`)) ?? "en";
}

/** The words for a tag of BCP 47, or for the nearest language that there are words of. */
export async function languageFor(wanted: string): Promise<FormLanguage> {
  const tag = nearestLanguage(wanted, Object.keys(languages));
  const load = languages[tag] ?? languages["en"];
  if (load === undefined) throw new Error("The package has no language.");
  const { words, locale } = await load();
  return { tag, locale, words: words.form };
}
