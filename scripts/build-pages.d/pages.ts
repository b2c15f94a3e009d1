// From web/pages to what is served: bundles first, then the HTML that names them, a page for each language.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type PageWords, renderForm } from "vestibule/form";
import { bundle } from "./bundle.ts";
import { alternateLinks, folderOf, languageItems, languageTags } from "./languages.ts";
import { fillTemplate } from "./template.ts";

/** The pages by their folders, with the HTML that stands in their templates as {{form}}. */
const forms: Readonly<Record<string, (options: FormOptions) => string>> = {
  signup: ({ tag, words, locale }) =>
    renderForm({ action: "/api/signups", words: words.form, locale, tag, contact: true }),
};

interface FormOptions {
  readonly tag: string;
  readonly words: PageWords;
  readonly locale: Parameters<typeof renderForm>[0]["locale"];
}

export interface BuildOptions {
  /** Also in the languages that nobody speaks, to see what no translation reaches. Nothing leads to those pages. */
  readonly pseudo?: boolean;
}

/** In the page itself: as a file it would be one more to wait for, and a document of its own to lay out. */
function pictureOf(path: string): string {
  return readFileSync(path, "utf8").trim().replace("<svg ", '<svg aria-hidden="true" ');
}

async function wordsOf(tag: string): Promise<FormOptions> {
  const { default: locale } = await import(`vestibule/locales/${tag}`);
  const { default: words } = await import(`vestibule/locales/${tag}.page`);
  return { tag, words, locale };
}

/** Writes the pages of `source` to `target`, in place of what was there. */
export async function buildPages(source: string, target: string, { pseudo = false }: BuildOptions = {}): Promise<void> {
  const more = pseudo ? ["en-XA", "ar-XB"] : [];
  const tags = [...languageTags, ...more];
  mkdirSync(dirname(target), { recursive: true });
  // Made beside its place and then put there, so that nobody is ever served half a page.
  const fresh = mkdtempSync(`${target}-`);
  try {
    const assets = await bundle(source, Object.keys(forms), more, fresh);
    for (const [folder, form] of Object.entries(forms)) {
      const template = readFileSync(join(source, folder, "index.html"), "utf8");
      const mark = pictureOf(join(source, folder, "mark.svg"));
      for (const tag of tags) {
        const language = await wordsOf(tag);
        const parts = {
          mark,
          form: form(language),
          alternates: alternateLinks(tag),
          languages: await languageItems(tag),
        };
        const place = join(fresh, folder, folderOf(tag));
        mkdirSync(place, { recursive: true });
        const filling = { tag, words: language.words, assets, page: folder, parts };
        writeFileSync(join(place, "index.html"), fillTemplate(template, filling));
      }
    }
    rmSync(target, { recursive: true, force: true });
    // mkdtemp makes a folder for its owner alone; a server may run as somebody else.
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
