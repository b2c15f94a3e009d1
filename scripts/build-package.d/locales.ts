// The words of each language as a module: JSON imports differ from host to host, modules do not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contactFormFields, formFields } from "../../wasm/package/src/generated/form-fields.ts";
import { compileWords, type Rewrite, type Words } from "../lib/words/compile.ts";
import { pseudoLocales } from "../lib/words/pseudo.ts";

/** en.json has the words of findings, en.page.json the ones of the form and the page around it. */
const parts = ["", ".page"] as const;

function declarationOf(part: (typeof parts)[number]): string {
  const [type, from] = part === ".page" ? ["PageWords", "../form/words.js"] : ["Locale", "../types.js"];
  return `import type { ${type} } from "${from}";\ndeclare const locale: ${type};\nexport default locale;\n`;
}

function readWords(source: string, name: string): Words {
  const { $generated: _, ...words } = JSON.parse(readFileSync(join(source, `${name}.json`), "utf8"));
  return words;
}

/** The languages that have words in `source`, by their tag. */
export function languagesIn(source: string): readonly string[] {
  const files = readdirSync(source).filter((name) => name.endsWith(".page.json"));
  return files.map((name) => name.slice(0, -".page.json".length)).sort();
}

/** The limits of the form's fields, which hints and messages name. */
const limits = new Set([...formFields, ...contactFormFields].map(({ maxUtf16 }) => maxUtf16).filter((max) => max > 0));

function numbersIn(language: string): Readonly<Record<string, string>> {
  const { format } = new Intl.NumberFormat(language);
  return Object.fromEntries([...limits].map((limit) => [String(limit), format(limit)]));
}

/** Every language by its tag, each fetched when it is asked for; pseudo-locales only by who names them. */
function writeIndex(tags: readonly string[], target: string): void {
  const rows = tags.map((tag) => {
    const words = `Promise.all([import("./${tag}.js"), import("./${tag}.page.js")])`;
    return `  ${JSON.stringify(tag)}: () => ${words}.then(([locale, page]) => ({ locale: locale.default, words: page.default })),\n`;
  });
  writeFileSync(join(target, "index.js"), `export const languages = {\n${rows.join("")}};\n`);
  const types = [
    'import type { PageWords } from "../form/words.js";',
    'import type { Locale } from "../types.js";',
    "export declare const languages: Readonly<Record<string, () => Promise<{ readonly locale: Locale; readonly words: PageWords }>>>;",
  ];
  writeFileSync(join(target, "index.d.ts"), `${types.join("\n")}\n`);
}

/** Compiles the words in `source`, and the pseudo-locales from the English ones. Throws a sentence about wrong words. */
export function writeLocales(source: string, folder: string): void {
  const target = join(folder, "locales");
  mkdirSync(target);
  const write = (language: string, from: string, rewrite?: Rewrite): void => {
    for (const part of parts) {
      const options = { language, ...(rewrite === undefined ? {} : { rewrite }) };
      const words = compileWords(readWords(source, `${from}${part}`), options);
      const locale = part === ".page" ? words : { language, ...(words as object), numbers: numbersIn(language) };
      writeFileSync(join(target, `${language}${part}.js`), `export default ${JSON.stringify(locale)};\n`);
      writeFileSync(join(target, `${language}${part}.d.ts`), declarationOf(part));
    }
  };
  const languages = languagesIn(source);
  for (const language of languages) write(language, language);
  writeIndex(languages, target);
  for (const [language, rewrite] of pseudoLocales) write(language, "en", rewrite);
}
