// The words of each language as a module: JSON imports differ from host to host, modules do not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Compiles the words in `source`, and the pseudo-locales from the English ones. Throws a sentence about wrong words. */
export function writeLocales(source: string, folder: string): void {
  const target = join(folder, "locales");
  mkdirSync(target);
  const write = (language: string, from: string, rewrite?: Rewrite): void => {
    for (const part of parts) {
      const options = { language, ...(rewrite === undefined ? {} : { rewrite }) };
      const words = compileWords(readWords(source, `${from}${part}`), options);
      const locale = part === ".page" ? words : { language, ...(words as object) };
      writeFileSync(join(target, `${language}${part}.js`), `export default ${JSON.stringify(locale)};\n`);
      writeFileSync(join(target, `${language}${part}.d.ts`), declarationOf(part));
    }
  };
  for (const language of languagesIn(source)) write(language, language);
  for (const [language, rewrite] of pseudoLocales) write(language, "en", rewrite);
}
