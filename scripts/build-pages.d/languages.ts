// What a page says of languages: in which one it is, and where it is to be had in others.
import { directionOf, escapeHtml } from "vestibule/form";
import { languages } from "vestibule/locales";

/** The language of the page that stands at the address itself; the others have folders below it. */
export const firstLanguage = "en";

/** By their tags, as the list of a page has them. */
export const languageTags: readonly string[] = Object.keys(languages);

/** What speakers call it: "Deutsch". */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  const [first = "", ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join("");
}

/** The folder of a language below that of the page, with a slash at the end. */
export function folderOf(tag: string): string {
  return tag === firstLanguage ? "" : `${tag}/`;
}

/** From the page in one language to the same in another. */
export function addressOf(tag: string, from: string): string {
  return (from === firstLanguage ? "./" : "../") + folderOf(tag);
}

/** For search engines: the same page in every language. */
export function alternateLinks(from: string): string {
  const link = (language: string, tag: string): string => {
    return `<link rel="alternate" hreflang="${language}" href="${addressOf(tag, from)}">`;
  };
  return [...languageTags.map((tag) => link(tag, tag)), link("x-default", firstLanguage)].join("\n");
}

/** Items of a list of links, each in its own language and with the words that offer it. */
export async function languageItems(from: string): Promise<string> {
  const items = Object.entries(languages).map(async ([tag, load]) => {
    const { words } = await load();
    const current = tag === from ? ' aria-current="true"' : "";
    const offer = escapeHtml(words.page["offer"] ?? "");
    const spoken = `hreflang="${tag}" lang="${tag}" dir="${directionOf(tag)}"`;
    return `<li><a href="${addressOf(tag, from)}" ${spoken} data-offer="${offer}"${current}>${escapeHtml(ownName(tag))}</a></li>`;
  });
  return (await Promise.all(items)).join("\n");
}
