// The words of a language as the sources hold them, compiled, for tests that need no build of the package.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileWords } from "../../../scripts/lib/words/compile.ts";
import type { FormLanguage } from "../../../wasm/package/src/form/messages.ts";
import type { PageWords } from "../../../wasm/package/src/form/words.ts";
import type { Locale } from "../../../wasm/package/src/types.ts";

const folder = resolve(import.meta.dirname, "../../../wasm/package/locales");

export function languageNamed(language: string): FormLanguage {
  const compiled = (file: string): object => {
    return compileWords(JSON.parse(readFileSync(join(folder, file), "utf8")), { language }) as object;
  };
  const { form } = compiled(`${language}.page.json`) as PageWords;
  return {
    tag: language,
    words: form,
    locale: { language, ...(compiled(`${language}.json`) as Omit<Locale, "language">) },
  };
}

export const english: FormLanguage = languageNamed("en");
