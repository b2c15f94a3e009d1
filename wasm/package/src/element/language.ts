// The words of a language, fetched when it is asked for.
import { languages } from "vestibule-languages";
import type { FormLanguage } from "../form/messages.ts";
import { nearestLanguage } from "../nearest-language.ts";

/** The words for a tag of BCP 47, or for the nearest language that there are words of; English where there is none. */
export async function languageFor(wanted: string): Promise<FormLanguage> {
  const tag = nearestLanguage(wanted, Object.keys(languages)) ?? "en";
  const load = languages[tag] ?? languages["en"];
  if (load === undefined) throw new Error("The package has no language.");
  const { words, locale } = await load();
  return { tag, locale, words: words.form };
}
