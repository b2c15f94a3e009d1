// Fills the {{marks}} of a page's index.html.
import { escapeHtml, type PageWords } from "vestibule/form";
import type { Assets } from "./bundle.ts";

export interface Filling {
  readonly language: string;
  readonly words: PageWords;
  readonly assets: Assets;
  /** HTML already. */
  readonly form: string;
}

/**
 * {{lang}}, {{form}}, {{page.x}} (words of the page, escaped) and {{asset:x}} (an address relative to the page).
 * A mark that means nothing is an error, so that no page is ever served with one.
 */
export function fillTemplate(template: string, { language, words, assets, form }: Filling): string {
  const fill = (mark: string): string | undefined => {
    if (mark === "lang") return escapeHtml(language);
    if (mark === "form") return form;
    if (mark.startsWith("page.")) {
      const text = words.page[mark.slice("page.".length)];
      return text === undefined ? undefined : escapeHtml(text);
    }
    const asset = mark.startsWith("asset:") ? assets.get(mark.slice("asset:".length)) : undefined;
    return asset === undefined ? undefined : `../${escapeHtml(asset)}`;
  };
  return template.replaceAll(/\{\{([^{}]*)\}\}/g, (_, mark: string) => {
    const text = fill(mark);
    if (text === undefined) throw new Error(`the template asks for {{${mark}}}, which is nothing`);
    return text;
  });
}
