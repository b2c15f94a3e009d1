// From web/pages to what is served: bundles first, then the HTML that names them.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderForm } from "vestibule/form";
import locale from "vestibule/locales/en";
import words from "vestibule/locales/en.page";
import { bundle } from "./bundle.ts";
import { fillTemplate } from "./template.ts";

const language = "en";

/** Each page by its folder, with what stands in its template as {{form}}. */
const forms: Readonly<Record<string, () => string>> = {
  signup: () => renderForm({ action: "/api/signups", words: words.form, locale, tag: language }),
};

/** Writes the pages of `source` to `target`, in place of what was there. */
export async function buildPages(source: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  // Made beside its place and then put there, so that nobody is ever served half a page.
  const fresh = mkdtempSync(`${target}-`);
  try {
    const assets = await bundle(source, Object.keys(forms), fresh);
    for (const [folder, form] of Object.entries(forms)) {
      const template = readFileSync(join(source, folder, "index.html"), "utf8");
      mkdirSync(join(fresh, folder));
      writeFileSync(
        join(fresh, folder, "index.html"),
        fillTemplate(template, { language, words, assets, form: form() }),
      );
    }
    rmSync(target, { recursive: true, force: true });
    // mkdtemp makes a folder for its owner alone; a server may run as somebody else.
    chmodSync(fresh, 0o755);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
