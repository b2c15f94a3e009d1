// The words of each language as a module: JSON imports differ from host to host, modules do not.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** en.json has the words of findings, en.page.json the ones of the form and the page around it. */
function declarationOf(name: string): string {
  const [type, from] = name.endsWith(".page") ? ["PageWords", "../form/words.js"] : ["Locale", "../types.js"];
  return `import type { ${type} } from "${from}";\ndeclare const locale: ${type};\nexport default locale;\n`;
}

export function writeLocales(source: string, folder: string): void {
  const target = join(folder, "locales");
  mkdirSync(target);
  for (const file of readdirSync(source).filter((name) => name.endsWith(".json"))) {
    const { $generated: _, ...words } = JSON.parse(readFileSync(join(source, file), "utf8"));
    const name = basename(file, ".json");
    const locale = name.endsWith(".page") ? words : { language: name, ...words };
    writeFileSync(join(target, `${name}.js`), `export default ${JSON.stringify(locale)};\n`);
    writeFileSync(join(target, `${name}.d.ts`), declarationOf(name));
  }
}
