// wasm/package/src/generated/explanations.ts: the rule behind each code, its source and what to do about it.
// Depends on the catalogue, names and ts-text.
import type { Catalogue } from "./catalogue.ts";
import { type Code, codesFile } from "./codes.ts";
import { literal, notice } from "./names.ts";
import { docComment } from "./ts-text.ts";

function entryOf({ name, rule, source, fix }: Code): string {
  const texts = [`rule: ${literal(rule)}`, `source: ${literal(source)}`, `fix: ${literal(fix)}`];
  return [`  ${literal(name)}: {`, ...texts.map((text) => `    ${text},`), "  },"].join("\n");
}

export function explanationsTs({ codes }: Catalogue): string {
  const parts = [
    `// ${notice(codesFile)}`,
    'import type { Code } from "./codes.ts";',
    `${docComment("The texts of one code.")}
export interface ExplanationTexts {
  readonly rule: string;
  readonly source: string;
  readonly fix: string;
}`,
    `export const explanations: Readonly<Record<Code, ExplanationTexts>> = {\n${codes.map(entryOf).join("\n")}\n};`,
  ];
  return `${parts.join("\n\n")}\n`;
}
