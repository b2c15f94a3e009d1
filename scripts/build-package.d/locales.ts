// The words of each language as a module: JSON imports differ from host to host, modules do not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** en.json has the words of findings, en.page.json the ones of the form and the page around it. */
function declarationOf(name: string): string {
  const [type, from] = name.endsWith(".page") ? ["PageWords", "../form/words.js"] : ["Locale", "../types.js"];
  return `import type { ${type} } from "${from}";\ndeclare const locale: ${type};\nexport default locale;\n`;
}

/** Every language by its tag, each fetched when it is asked for. */
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

export function writeLocales(source: string, folder: string): void {
  const target = join(folder, "locales");
  mkdirSync(target);
  const files = readdirSync(source).filter((name) => name.endsWith(".json"));
  writeIndex(
    files.filter((name) => !name.endsWith(".page.json")).map((name) => basename(name, ".json")),
    target,
  );
  for (const file of files) {
    const { $generated: _, ...locale } = JSON.parse(readFileSync(join(source, file), "utf8"));
    const name = basename(file, ".json");
    writeFileSync(join(target, `${name}.js`), `export default ${JSON.stringify(locale)};\n`);
    writeFileSync(join(target, `${name}.d.ts`), declarationOf(name));
  }
}
