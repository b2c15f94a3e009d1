// The language of an answer: that of the page a form came from, or the one the browser asks for.
import { type FormLanguage, nearestLanguage, type PageWords } from "vestibule/form";
import { languages } from "vestibule/locales";

export interface AnswerLanguage extends Omit<FormLanguage, "words"> {
  readonly words: PageWords;
}

/** Whether there are words of it. */
export function isLanguage(tag: string): boolean {
  return Object.hasOwn(languages, tag);
}

/** The words of a language; English where there are none of it. */
export async function languageOf(tag: string): Promise<AnswerLanguage> {
  const known = isLanguage(tag) ? tag : "en";
  const load = languages[known];
  if (load === undefined) throw new Error("There are no English words.");
  return { tag: known, ...(await load()) };
}

// A browser sends a few; who sends many more is not listened to for longer.
const mostAsked = 20;

/** The first of the languages in Accept-Language that there are words of; "en" where there is none. */
export function askedLanguage(accepted: string): string {
  const asked = accepted.split(",", mostAsked).map((part) => {
    const [tag = "", weight = ""] = part.split(";");
    return { tag: tag.trim(), weight: Number(/^\s*q=([\d.]+)\s*$/.exec(weight)?.[1] ?? 1) };
  });
  for (const { tag } of asked.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)) {
    const nearest = nearestLanguage(tag, Object.keys(languages));
    if (nearest !== undefined) return nearest;
  }
  return "en";
}
